"""Which targets somebody may write or publish, as conditions for a query about targets."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page, get_translatable_models
from wagtail.permissions import policy_registry

from cms.translation.permissions import EVERY_LOCALE, LocalePermissionPolicy

NOTHING = Q(pk__in=[])


def targets_to(user: Any, action: str) -> Q:
    """Targets whose own row the user may "change" or "publish"."""
    return _reach(user, action, row="row_pk", locale="locale")


def targets_of_sources_to(user: Any, action: str) -> Q:
    """Targets whose source the user may "change" or "publish"."""
    return _reach(user, action, row="source_pk", locale="source_locale")


def _reach(user: Any, action: str, *, row: str, locale: str) -> Q:
    if user.is_superuser:
        return Q(**{f"{row}__isnull": False})
    models = get_translatable_models(include_subclasses=True)
    types = ContentType.objects.get_for_models(*models)
    pages = [content_type.pk for model, content_type in types.items() if issubclass(model, Page)]
    allowed = policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, [action])
    reach = NOTHING | Q(content_type__in=pages, **{f"{row}__in": allowed.values("pk")})
    everywhere: list[int] = []
    for model, content_type in types.items():
        if issubclass(model, Page):
            continue
        policy = policy_registry.get_by_type(model)
        locales = policy.locales(user, action) if isinstance(policy, LocalePermissionPolicy) else set()
        if locales is EVERY_LOCALE:
            everywhere.append(content_type.pk)
        elif locales:
            reach |= Q(content_type=content_type.pk, **{f"{locale}__in": locales, f"{row}__isnull": False})
    if everywhere:
        reach |= Q(content_type__in=everywhere, **{f"{row}__isnull": False})
    return reach
