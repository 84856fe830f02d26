"""Programs do in each language what their owner may do there, and nothing that the translation workbench forbids."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Page, Revision, Workflow
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from articles.models import PressReleasePage
from cms.core.models import User
from cms.publishing.models import Edition
from cms.translation.operations.publish import PublishTranslation
from tests import newsroom

from .conftest import Call

PAGE = "articles.PressReleasePage"

PAGE_WRITES = [
    ("patch", "", {"title": "Проба"}),
    ("patch", "", {"title": "Проба", "meta": {"action": "publish"}}),
    ("delete", "", None),
    ("delete", "actions/delete/", None),
    ("post", "actions/publish/", None),
    ("post", "actions/unpublish/", {}),
    ("post", "actions/copy/", {}),
    ("post", "actions/create_alias/", {}),
    ("post", "actions/copy_for_translation/", {"locale": "ru", "copy_parents": True}),
    ("post", "actions/convert_alias/", None),
]


def translated(row: Any, locale: Any, *, publish: bool) -> Any:
    """The row's target, all of its texts translated into the same word."""
    if isinstance(row, Page):
        row.get_parent().specific.copy_for_translation(locale).save_revision().publish()
    translate_object(row, [locale])
    translation = Translation.objects.get(source__object_id=row.translation_key, target_locale=locale)
    if publish:
        for segment in StringSegment.objects.filter(source=translation.source).exclude(context__path="slug"):
            StringTranslation.objects.create(
                translation_of=segment.string, context=segment.context, locale=locale, data="Слово"
            )
        PublishTranslation(translation=translation).execute()
    return translation.get_target_instance()


def of_page(action: str, body: Any) -> Any:
    """A change of a page names its type."""
    return {**body, "meta": {"type": PAGE, **body.get("meta", {})}} if body and not action else body


def everything() -> dict[str, Any]:
    """All rows that could be written, but for what an edition tells."""
    tables: list[Any] = [Page, PressReleasePage, Revision, Translation, StringTranslation]
    return {table.__name__: list(table.objects.order_by("pk").values()) for table in tables} | {
        "Edition": list(Edition.objects.order_by("pk").values_list("pk", "digest"))
    }


@pytest.mark.parametrize("code", ["de", "en"])
def test_a_russian_translators_token_changes_nothing_in_other_languages(
    code: str,
    call: Call,
    member: Callable[[str], User],
    token_for: Callable[[User], str],
    release: PressReleasePage,
    locales: dict,
) -> None:
    page = release if code == "de" else translated(release, locales["en"], publish=True)
    token = token_for(member("Translators (ru)"))
    before = everything()
    for method, path, body in PAGE_WRITES:
        response = call(method, f"pages/{page.pk}/{path}", token, of_page(path, body))
        assert 400 <= response.status_code < 500, (method, path, response.content)
        assert everything() == before, (method, path)
    home = page.get_parent()
    for path, body in (
        (f"pages/{page.pk}/actions/revert/", {"revision_id": page.latest_revision_id}),
        (f"pages/{page.pk}/actions/move/", {"destination_id": home.get_parent().pk, "position": "last-child"}),
        ("pages/", {"meta": {"type": PAGE, "parent_id": home.pk}, "title": "Neu"}),
    ):
        response = call("post", path, token, body)
        assert 400 <= response.status_code < 500, (path, response.content)
        assert everything() == before, path


def test_in_their_own_language_translators_neither_publish_nor_write_past_the_workbench(
    call: Call, member: Any, token_for: Any, release: PressReleasePage, locales: dict
) -> None:
    page = translated(release, locales["ru"], publish=True)
    token = token_for(member("Translators (ru)"))
    before = everything()
    for method, action, body in PAGE_WRITES:
        response = call(method, f"pages/{page.pk}/{action}", token, of_page(action, body))
        assert 400 <= response.status_code < 500, (method, action, response.content)
        assert everything() == before, (method, action)
    below = {"meta": {"type": PAGE, "parent_id": page.get_parent().pk}, "title": "Neu"}
    assert call("post", "pages/", token, below).status_code == 403


def test_library_entries_are_not_written_at_all(call: Call, administrator: User, token_for: Any) -> None:
    """Wagtail offers snippets that name fields for its API. Ours do not; before they do, `refusals` must know them."""
    town = newsroom.municipality("Köln")
    token = token_for(administrator)
    for method, path in (("patch", ""), ("delete", ""), ("post", "actions/publish/"), ("post", "actions/unpublish/")):
        response = call(method, f"snippets/partnerships.Municipality/{town.pk}/{path}", token, {})
        assert response.status_code == 422, (method, path)
        assert response.json()["errors"][0]["loc"] == ["path", "type"]


@pytest.mark.parametrize("by", ["lock", "moderation"])
def test_locks_hold_for_programs(by: str, call: Call, member: Any, token_for: Any, release: PressReleasePage) -> None:
    """Wagtail's API asks for permissions only."""
    if by == "lock":
        Page.objects.filter(pk=release.pk).update(locked=True, locked_by=member("Moderators"), locked_at=timezone.now())
    else:
        Workflow.objects.get(name="Moderation").start(release, member("Editors"))
    token = token_for(member("Publishers"))
    before = everything()
    for method, action, sent in (
        ("patch", "", {"title": "Neu", "meta": {"type": PAGE}}),
        ("post", "actions/publish/", None),
        ("post", "actions/unpublish/", {}),
        ("post", "actions/move/", {"destination_id": release.get_parent().get_parent().pk, "position": "last-child"}),
        ("delete", "", None),
    ):
        response = call(method, f"pages/{release.pk}/{action}", token, sent)
        assert response.status_code == 409, (method, action, response.content)
        assert "Meldung" in response.json()["detail"]
        assert everything() == before, (method, action)
