"""Publishing a translation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.models import TaskState

from cms.translation.completeness import publishing_partially, refuse_gaps
from cms.translation.drafts import make_draft
from cms.translation.localize.publishing import checked
from cms.translation.models import ReleaseMember
from cms.translation.permissions import may
from cms.translation.publishing_strings import can_be_published_at_once, publish_strings
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
    _step: TaskState | None = field(init=False, default=None, repr=False)
    _member: ReleaseMember | None = field(init=False, default=None, repr=False)

    def check(self) -> None:
        super().check()
        self._step = self._member = None
        if self.target is not None:
            self._check_target(self.target)
        refuse_unpublished_source(self.translation, self.user)
        with publishing_partially(self.partially):
            refuse_gaps(self.translation)

    def _check_target(self, target: Any) -> None:
        self._step = running_step(target)
        if self._step is None:
            self._member = refuse_held(target)
        elif self.user is None or not may_approve(self._step, target, self.user):
            raise InModerationError(str(target), self.translation.target_locale, self._step.task.name)
        if self.user is not None and not may(self.user, "publish", target):
            raise PermissionDenied

    def perform(self) -> Any:
        with publishing_partially(self.partially):
            if self._step is not None:
                self._approve(self._step)
            elif self.target is not None and can_be_published_at_once(self.target):
                with checked(self.target, self.translation, self._member):
                    return publish_strings(self.translation, self.target, self.user)
            else:
                self._publish_draft()
        return self.translation.get_target_instance()

    def _approve(self, step: TaskState) -> None:
        draft = make_draft(self.translation.source, self.translation.target_locale, self.user)
        refuse_gaps(self.translation, draft.row)
        step.task.specific.on_action(step, self.user, APPROVE)

    def _publish_draft(self) -> None:
        draft = make_draft(self.translation.source, self.translation.target_locale, self.user)
        if draft.created:
            self._check_target(draft.row)
        draft.row.publish(draft.revision, user=self.user, skip_permission_checks=True)
