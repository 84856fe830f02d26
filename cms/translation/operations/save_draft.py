"""Making a draft of a translation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from wagtail.models import Revision
from wagtail_localize.models import Translation

from cms.translation.drafts import make_draft
from cms.translation.permissions import may_translate_into
from cms.translation.refusals import hold_row, refuse_locked, refuse_stopped, require, source_row

from .base import Operation, Result


@dataclass(kw_only=True)
class OnTarget(Operation[Result]):
    """What is done to one target that is translated string by string."""

    publishes: ClassVar[bool] = True  # even a draft is stored under the projection lock; taken first, nothing deadlocks

    translation: Translation

    def check(self) -> None:
        """Raises StoppedTranslationError, LockedTranslationError or PermissionDenied."""
        refuse_stopped(self.translation)
        target = self.target()
        if target is None:
            original = source_row(self.translation.source, self.translation.target_locale)
            if self.user is not None and not may_translate_into(self.user, original, self.translation.target_locale):
                raise PermissionDenied
            return
        require(self.user, "change", target)
        refuse_locked(target, self.translation.target_locale, self.user)

    def target(self) -> Any | None:
        """The target's stored row, kept from being locked by others meanwhile. None where there is none yet."""
        try:
            return hold_row(self.translation.get_target_instance())
        except ObjectDoesNotExist:
            return None

    def works(self) -> Iterable[UUID]:
        return [self.translation.source.object_id]


@dataclass(kw_only=True)
class SaveDraftTranslation(OnTarget[Revision]):
    """Makes the target's latest draft from its strings as they are, gaps included. What is published stays as it is."""

    def perform(self) -> Revision:
        return make_draft(self.translation.source, self.translation.target_locale, self.user).revision
