"""Every address of the admin, tried by a translator on works of other languages."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver
from wagtail.models import GroupPagePermission, Locale, Page, PageViewRestriction, Revision, Site, WorkflowState
from wagtail.test.utils.form_data import streamfield
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from articles.models import PressReleasePage
from cms.publishing.models import Edition
from cms.translation.models import (
    Assignment,
    Comment,
    FollowPolicy,
    FollowQuestion,
    Release,
    Submission,
    Target,
    TranslationBasis,
)
from partnerships.models import Municipality

SignIn = Callable[[str], Client]

pytestmark = pytest.mark.django_db

TABLES: tuple[Any, ...] = (
    Page, PressReleasePage, Municipality, Revision, WorkflowState, PageViewRestriction, Translation, StringTranslation,
    TranslationSource, StringSegment, TranslationBasis, Submission, Release, Assignment, Comment, FollowPolicy,
    FollowQuestion, Site, Locale, Group, GroupPagePermission,
)  # fmt: skip

NOT_ABOUT_WORKS = re.compile(
    r"^admin/(account|password_reset|logout|login|jsi18n|tag-autocomplete|editing-sessions|users|dismissibles)"
)
"""What people do to their own account, or to none."""


Address = tuple[str, tuple[str, ...]]
FOR_ALL_TRANSLATORS = ("admin/localize/update/",)
"""Asking for the newest published text of a source, which belongs to no language: targets stay as they are."""


def addresses(patterns: Any, route: str = "", converters: tuple[str, ...] = ()) -> Iterator[Address]:
    """Every route below the admin with the names of its parameters."""
    for pattern in patterns:
        names = (*converters, *pattern.pattern.converters)
        joined = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, joined, names)
        elif joined.startswith("admin/") and names and not NOT_ABOUT_WORKS.match(joined):
            yield joined, names


def everything() -> dict[str, Any]:
    stored = {table.__name__: list(table.objects.order_by("pk").values()) for table in TABLES}
    return stored | {"Edition": list(Edition.objects.order_by("pk").values_list("pk", "digest"))}


def changed(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return [name for name in before if before[name] != after[name]]


@pytest.fixture
def form(site: Site, locales: dict[str, Locale]) -> dict[str, Any]:
    """What any of the forms could ask for."""
    return {
        "title": "Проба", "name": "Проба", "slug": "проба", "country": "DE", "value": "Проба", "text": "Проба",
        "action-publish": "1", "action": "publish", "confirm": "1", "restriction_type": "login",
        "locales": [str(locales["en"].pk)], "locale": str(locales["en"].pk), "together": [str(locales["en"].pk)],
        "translator": "1", "new_parent_page": str(site.root_page.pk), "chooser": str(site.root_page.pk),
        "new_title": "Проба", "new_slug": "проба-2", "hostname": "example.org", "language_code": "fr",
        "moving": "follow", "unpublishing": "follow", "deletion": "follow", "address": "follow", "moved": "1",
        "body": streamfield([]), "publish_copies": "1", "copy_subpages": "1", "comment": "Проба", "locked": "1",
    }  # fmt: skip


@pytest.mark.parametrize("code", ["de", "en"])
def test_a_translator_changes_nothing_in_other_languages_at_any_address(
    code: str,
    release: PressReleasePage,
    town: Municipality,
    published: Callable[[Any, str], Any],
    sign_in: SignIn,
    form: dict[str, Any],
    locales: dict[str, Locale],
    site: Site,
) -> None:
    english = {row: published(row, "en") for row in (release, town)}
    page: Any = release if code == "de" else english[release]
    entry: Any = town if code == "de" else english[town]
    published(release, "ru")
    translation = Translation.objects.get(source__object_id=release.translation_key, target_locale=locales["en"])
    segment = StringSegment.objects.filter(source=translation.source).first()
    assert segment is not None
    client = sign_in("Translators (ru)")
    client.raise_request_exception = False
    target = Target.objects.filter(translation_key=release.translation_key, locale=locales["en"]).first()
    values: dict[str, Any] = {
        "page_id": page.pk, "parent_page_id": page.get_parent().pk, "page_to_move_id": page.pk,
        "destination_id": site.root_page.pk, "revision_id": page.latest_revision_id, "revision_id_a": "earliest",
        "revision_id_b": "latest", "task_id": 1, "task_state_id": 1, "workflow_state_id": 1, "action_name": "approve",
        "content_type_app_name": "articles", "content_type_model_name": "pressreleasepage",
        "translation_id": translation.pk, "string_segment_id": segment.pk, "overridable_segment_id": 1,
        "context_id": segment.context_id, "string_id": segment.string_id, "mode": "",
        "translation_source_id": translation.source_id, "key": release.translation_key, "grant": 1, "session_id": 1,
        "object_id": page.pk,
    }  # fmt: skip
    kinds = (("articles", "pressreleasepage", page.pk), ("partnerships", "municipality", entry.pk))
    client.get("/admin/")
    before = everything()
    tried = 0
    for route, names in sorted(set(addresses(get_resolver().url_patterns))):
        for app_label, model_name, pk in kinds:
            if "/translations/" in f"/{route}" or "/translation/" in f"/{route}":
                pk = target.pk if target is not None else pk
            if "/snippets/" in f"/{route}" or "partnerships" in route:
                pk = entry.pk
            filled = values | {"pk": pk, "app_label": app_label, "model_name": model_name, "app_name": app_label}
            filled |= {"locale": code, "action": "delete", "name": "municipalities", "file_format": "csv"}
            path = "/" + re.sub(
                r"<(?:\w+:)?(\w+)>", lambda found, filled=filled: str(filled.get(found[1], 1)), route
            ).replace("^", "").replace("$", "")
            for method in ("get",) if route.startswith(FOR_ALL_TRANSLATORS) else ("get", "post"):
                with transaction.atomic():  # what a refusal rolls back
                    response = getattr(client, method)(path, form)
                assert response.status_code < 500, (method, path)
            assert not changed(before, after := everything()), (path, changed(before, after))
            tried += 1
            if not {"app_label", "model_name", "app_name"} & set(names):
                break
    assert tried > 150


@pytest.mark.parametrize("action", ["delete", "unpublish", "publish", "move"])
def test_bulk_actions_pass_over_rows_of_other_languages(
    action: str, release: PressReleasePage, town: Municipality, sign_in: SignIn, form: dict[str, Any]
) -> None:
    client = sign_in("Translators (ru)")
    before = everything()
    for model, pk in (("wagtailcore/page", release.pk), ("partnerships/municipality", town.pk)):
        client.post(f"/admin/bulk/{model}/{action}/?id={pk}&next=/admin/", form | {"include_descendants": "on"})
    assert not changed(before, everything())
