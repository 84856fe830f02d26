"""Taking a translation off the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Locale

from cms.translation.errors import TranslationError
from cms.translation.refusals import refuse_locked, require

from .save_draft import OnTarget


class NotPublishedError(TranslationError):
    """There is nothing to take off the site."""

    def __init__(self, title: str, locale: Locale) -> None:
        super().__init__(
            _("“%(title)s” is not published in %(language)s.") % {"title": title, "language": locale.get_display_name()}
        )


@dataclass(kw_only=True)
class WithdrawTranslation(OnTarget[Any]):
    """Unpublishes the target, stopped or not; its strings, drafts and moderation stay. Returns the stored row.

    Raises NotPublishedError, LockedTranslationError, and PermissionDenied for a `user` who may not publish the target.
    """

    def check(self) -> None:
        target = self.hold_target()
        if target is None or not target.live:
            raise NotPublishedError(self.translation.source.object_repr, self.translation.target_locale)
        require(self.user, "publish", target)
        refuse_locked(target, self.translation.target_locale, self.user)

    def perform(self) -> Any:
        self.target.unpublish(user=self.user)
        return self.target
