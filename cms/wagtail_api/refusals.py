"""Writes that would undo what the translation workbench looks after, or pass a lock.

Pages only: library entries have no fields in Wagtail's API, so it does not know them.
"""

from __future__ import annotations

from typing import Any

from django.urls import ResolverMatch
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.translation.basis import translation_of
from cms.translation.errors import LockedTranslationError

WRITING_TEXT = frozenset({("PATCH", "detail_page"), ("POST", "pages_actions_revert")})
"""What replaces the text of a page."""

OF_ALIASES = WRITING_TEXT | {("POST", "pages_actions_publish")}

KEPT_BY_LOCKS = OF_ALIASES | {
    ("POST", "pages_actions_unpublish"),
    ("POST", "pages_actions_move"),
    ("DELETE", "detail_page"),
    ("DELETE", "pages_actions_delete"),
}
"""What a lock, or a moderation by others, keeps people from. Wagtail's API asks for permissions only."""


def refusal(method: str, match: ResolverMatch, user: Any) -> str:
    """Why `user` must not write this, in a sentence; empty where nothing that this module knows is against it."""
    operation = (method, _operation(match))
    if operation not in KEPT_BY_LOCKS:
        return ""
    page = Page.objects.filter(pk=match.kwargs["page_id"]).select_related("locale").first()
    if page is None:
        return ""
    if page.alias_of_id is not None and operation in OF_ALIASES:
        return _("“%(title)s” is an alias: it follows its original and cannot be changed by itself.") % _named(page)
    translation = translation_of(page) if operation in WRITING_TEXT else None
    if translation is not None and translation.source.locale_id != page.locale_id:
        return _(
            "“%(title)s” is translated into %(language)s text by text. Change it in the editor of translations, "
            "or stop the translation there first: what is written here would be lost with the next one."
        ) % _named(page)
    lock = page.get_lock()
    if lock is not None and lock.for_user(user):
        return str(LockedTranslationError(_named(page)["title"], page.locale, lock))
    return ""


def _operation(match: ResolverMatch) -> str:
    """Wagtail names an address after one of its methods."""
    name = str(match.url_name)
    return "detail_page" if name in ("update_page", "delete_page") else name


def _named(page: Any) -> dict[str, str]:
    return {"title": page.get_admin_display_title(), "language": page.locale.get_display_name()}
