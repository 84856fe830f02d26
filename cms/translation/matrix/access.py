"""Who sees how far translations are, and what of it they may open."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

from cms.translation.permissions import EVERY_LOCALE, SUBMIT, LocalePermissionPolicy
from cms.translation.targets.rows import work_models

WORKING = frozenset({"add", "change", "publish"})


def may_see(user: Any) -> bool:
    """Whether the user edits, translates or publishes anything at all."""
    if user.is_superuser or user.has_perm(SUBMIT) or PagePermissionPolicy().user_has_any_permission(user, WORKING):
        return True
    entries = [model for model in work_models() if not issubclass(model, Page)]
    return any(policy_registry.get_by_type(model).user_has_any_permission(user, WORKING) for model in entries)


class Reach:
    """What one user may edit. Asks for the user's permissions once, whatever is asked about how many rows."""

    def __init__(self, user: Any) -> None:
        self._user = user
        self._everything = user.is_superuser
        self._branches: tuple[str, ...] | None = None
        self._locales: dict[type[Model], set[int] | None] = {}

    def edits(self, content_type_id: int, locale_id: int, path: str | None) -> bool:
        """Whether the user may edit a row of that type and locale; of a page that stands in that place of the tree."""
        if self._everything:
            return True
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model is None:
            return False
        if issubclass(model, Page):
            return path is not None and path.startswith(self._page_branches())
        if model not in self._locales:
            self._locales[model] = self._locales_of(model)
        allowed = self._locales[model]
        return allowed is EVERY_LOCALE or locale_id in allowed

    def _page_branches(self) -> tuple[str, ...]:
        if self._branches is None:
            granted = PagePermissionPolicy().get_cached_permissions_for_user(self._user)
            self._branches = tuple(
                entry.page.path for entry in granted if entry.permission.codename in ("change_page", "publish_page")
            )
        return self._branches

    def _locales_of(self, model: type[Model]) -> set[int] | None:
        policy = policy_registry.get_by_type(model)
        if isinstance(policy, LocalePermissionPolicy):
            return policy.locales(self._user, "change")
        return EVERY_LOCALE if policy.user_has_permission(self._user, "change") else set()
