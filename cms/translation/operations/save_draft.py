"""Making a draft of a translation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, ClassVar
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from wagtail.models import Revision, WorkflowMixin
from wagtail_localize.models import Translation

from cms.translation.drafts import make_draft
from cms.translation.permissions import may_translate_into
from cms.translation.refusals import held, refuse_locked, refuse_stopped, require, source_row

from .base import Operation, Result


@dataclass(kw_only=True)
class OnTarget(Operation[Result]):
    """What is done to one target that is translated string by string."""

    publishes: ClassVar[bool] = True  # even a draft is stored under the projection lock; taken first, nothing deadlocks

    translation: Translation
    target: Any = field(init=False, default=None, repr=False)
    """The target's stored row, as `check` has found it."""

    def check(self) -> None:
        """Raises StoppedTranslationError, LockedTranslationError or PermissionDenied."""
        refuse_stopped(self.translation)
        target = self.hold_target()
        if target is None:
            original = source_row(self.translation.source, self.translation.target_locale)
            if self.user is not None and not may_translate_into(self.user, original, self.translation.target_locale):
                raise PermissionDenied
            return
        require(self.user, "change", target)
        refuse_locked(target, self.translation.target_locale, self.user)

    def hold_target(self) -> Any | None:
        """Reads the target's stored row and keeps others from locking it meanwhile. None where there is none yet."""
        source = self.translation.source
        model: Any = ContentType.objects.get_for_id(source.specific_content_type_id).model_class()
        locale = self.translation.target_locale
        self.target = held(model, translation_key=source.object_id, locale=locale)
        if self.target is not None:
            self.target.locale = locale
        if isinstance(self.target, WorkflowMixin):
            state = self.target.current_workflow_state
            self.target._current_workflow_states = [state] if state else []  # where Wagtail looks before it asks again
        return self.target

    def works(self) -> Iterable[UUID]:
        return [self.translation.source.object_id]


@dataclass(kw_only=True)
class SaveDraftTranslation(OnTarget[Revision]):
    """Makes the target's latest draft from its strings as they are, gaps included. What is published stays as it is."""

    def perform(self) -> Revision:
        return make_draft(self.translation.source, self.translation.target_locale, self.user).revision
