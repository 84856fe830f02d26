"""Publishing a translation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.models import TaskState

from cms.translation.completeness import publishing_partially, refuse_gaps
from cms.translation.drafts import make_draft
from cms.translation.permissions import may
from cms.translation.refusals import (
    APPROVE,
    InModerationError,
    may_approve,
    refuse_unpublished_source,
    running_step,
)
from cms.translation.releases.holding import refuse_held

from .save_draft import OnTarget


@dataclass(kw_only=True)
class PublishTranslation(OnTarget[Any]):
    """Makes the target from its strings and publishes it; while it is in moderation, by approving it.

    Returns the stored row. It is not live where its own date of going live is still to come, where the moderation has
    further steps, or where its approval only makes it ready for its release. Raises IncompleteTranslationError with
    what is missing, HeldForReleaseError, InModerationError, NotTheDraftError, and PermissionDenied for a `user` who may
    not publish this target.
    """

    partially: bool = False
    """Allows gaps in the body and in the work's rows, but not in its own fields; the edition is then "partial"."""

    def check(self) -> None:
        super().check()
        target = self.target()
        if target is not None:
            self._check_target(target)
        refuse_unpublished_source(self.translation, self.user)
        with publishing_partially(self.partially):
            refuse_gaps(self.translation)

    def _check_target(self, target: Any) -> None:
        step = running_step(target)
        if step is None:
            refuse_held(target)
        elif self.user is None or not may_approve(step, target, self.user):
            raise InModerationError(str(target), self.translation.target_locale, step.task.name)
        if self.user is not None and not may(self.user, "publish", target):
            raise PermissionDenied

    def perform(self) -> Any:
        draft = make_draft(self.translation.source, self.translation.target_locale, self.user)
        if draft.created:
            self._check_target(draft.row)
        with publishing_partially(self.partially):
            step: TaskState | None = None if draft.created else running_step(draft.row)
            if step is None:
                draft.row.publish(draft.revision, user=self.user, skip_permission_checks=True)
            else:
                refuse_gaps(self.translation, draft.row)
                step.task.specific.on_action(step, self.user, APPROVE)
        return self.translation.get_target_instance()
