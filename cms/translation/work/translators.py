"""Who can be asked to translate."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib.auth import get_permission_codename, get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from wagtail.models import GroupPagePermission, Locale, Page

FIRST_HOME_DEPTH = 2


def translators_into(locales: Collection[Locale], models: Collection[type[Model]]) -> QuerySet[Any]:
    """Active users who can translate something of these types into one of the locales; those whose task it is first.

    `is_translator` tells those whose group is bound to one of the locales from others who can. Whether they can
    translate one particular work is for the operation to say. Two queries, the one that is returned included.
    """
    model = get_user_model()
    locale_ids = [locale.pk for locale in locales]
    able = Q(is_superuser=True)
    entries = [model for model in models if not issubclass(model, Page)]
    if entries:
        able |= _able_by_model(entries, locale_ids)
    if len(entries) < len(models):
        able |= _able_by_page(locale_ids)
    own = Group.objects.filter(translator_group__locale__in=locale_ids, user=OuterRef("pk"))
    return (
        model._default_manager.filter(able & _can_sign_in(), is_active=True)
        .annotate(is_translator=Exists(own))
        .order_by("-is_translator", "last_name", "first_name", model.USERNAME_FIELD)
    )


def _can_sign_in() -> Q:
    admin = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    return (
        Q(is_superuser=True)
        | Exists(admin.filter(group__user=OuterRef("pk")))
        | Exists(admin.filter(user=OuterRef("pk")))
    )


def _able_by_model(models: Collection[type[Model]], locale_ids: Collection[int]) -> Q:
    named = Q()
    for model in models:
        codename = get_permission_codename("change", model._meta)
        named |= Q(content_type__app_label=model._meta.app_label, codename=codename)
    permissions = Permission.objects.filter(named)
    bound = Q(group__translator_group=None) | Q(group__translator_group__locale__in=locale_ids)
    groups = permissions.filter(bound, group__user=OuterRef("pk"))
    return Q(Exists(groups)) | Q(Exists(permissions.filter(user=OuterRef("pk"))))


def _able_by_page(locale_ids: Collection[int]) -> Q:
    """By a permission on the locale's home page, on what is above it, or on a section below it."""
    places = Q()
    homes = Page.objects.filter(depth=FIRST_HOME_DEPTH, locale__in=locale_ids).values_list("path", flat=True)
    for path in homes:
        above = [path[:end] for end in range(Page.steplen, len(path), Page.steplen)]
        places |= Q(page__path__in=above) | Q(page__path__startswith=path)
    if not places:
        return Q(pk__in=[])
    granted = GroupPagePermission.objects.filter(
        places, permission__codename__in=("add_page", "change_page"), group__user=OuterRef("pk")
    )
    return Q(Exists(granted))
