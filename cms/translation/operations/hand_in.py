"""Handing in a finished translation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wagtail.models import WorkflowMixin, WorkflowState

from cms.translation import events
from cms.translation.completeness import refuse_gaps
from cms.translation.drafts import make_draft
from cms.translation.releases.holding import note_ready
from cms.translation.releases.late import publish_late

from .save_draft import OnTarget


@dataclass(kw_only=True)
class HandInTranslation(OnTarget[None]):
    """Makes a draft of a complete translation and starts (or resumes) its moderation.

    Without a workflow it waits for somebody who may publish it, or for its release; if that went out already without
    it, it is published now. Raises IncompleteTranslationError with what is missing.
    """

    def check(self) -> None:
        super().check()
        refuse_gaps(self.translation)

    def perform(self) -> None:
        draft = make_draft(self.translation.source, self.translation.target_locale, self.user)
        refuse_gaps(self.translation, draft.row)
        moderated = _moderate(draft.row, self.user)
        events.handed_in.send(sender=type(self), translation=self.translation, user=self.user)
        if not moderated:
            note_ready(draft.row)
            publish_late(draft.row)


def _moderate(target: Any, user: Any) -> bool:
    """Hands the target to its moderators; whether there are any."""
    workflow = target.get_workflow() if isinstance(target, WorkflowMixin) else None
    if workflow is None:
        return False
    state = target.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user=user)
    elif state is None:
        workflow.start(target, user)
    return True
