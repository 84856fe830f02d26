"""What can be written through Wagtail's API, and what is refused."""

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from articles.models import ArticleIndexPage, PressReleasePage
from cms.core.models import User
from cms.publishing.models import Change, Edition

from .conftest import Call

TYPE = "articles.PressReleasePage"


@pytest.fixture
def token(administrator: User, token_for) -> str:
    return token_for(administrator)


@pytest.fixture
def translation(release: PressReleasePage, locales: dict) -> Translation:
    """The release's target in English, translated text by text."""
    index = release.get_parent().specific
    index.copy_for_translation(locales["en"]).save_revision().publish()
    translate_object(release, [locales["en"]])
    return Translation.objects.get(source__object_id=release.translation_key, target_locale=locales["en"])


def test_a_page_is_created_published_and_readable_at_once(
    call: Call, client: Client, token: str, index: ArticleIndexPage
) -> None:
    created = call("post", "pages/", token, {"meta": {"type": TYPE, "parent_id": index.pk}, "title": "Von außen"})
    assert created.status_code == 201
    pk = created.json()["id"]
    assert not Edition.objects.filter(object_id=str(pk)).exists()

    published = call("post", f"pages/{pk}/actions/publish/", token)

    assert published.status_code == 200
    page = PressReleasePage.objects.get(pk=pk)
    assert client.get(f"/api/v1/articles/{page.translation_key}/?locale=de").json()["title"] == "Von außen"
    assert Change.objects.filter(key=page.translation_key, action="published").count() == 1
    assert client.get(page.url).status_code == 200


def test_a_page_is_changed_and_taken_down(call: Call, client: Client, token: str, release: PressReleasePage) -> None:
    changed = call("patch", f"pages/{release.pk}/", token, {"title": "Neu", "meta": {"action": "publish"}})

    assert changed.status_code == 200
    address = f"/api/v1/articles/{release.translation_key}/?locale=de"
    assert client.get(address).json()["title"] == "Neu"
    assert call("post", f"pages/{release.pk}/actions/unpublish/", token).status_code == 200
    assert client.get(address).status_code == 404
    assert call("delete", f"pages/{release.pk}/", token).status_code == 204
    assert not Page.objects.filter(pk=release.pk).exists()


def test_a_write_that_fails_leaves_nothing_behind(
    call: Call, client: Client, token: str, release: PressReleasePage, monkeypatch
) -> None:
    """The projection is part of it."""

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("no projection")

    monkeypatch.setattr("cms.publishing.projection.project_refs", broken)
    client.raise_request_exception = False

    response = call("patch", f"pages/{release.pk}/", token, {"title": "Neu", "meta": {"action": "publish"}})

    assert response.status_code == 500
    assert "no projection" not in response.content.decode()
    release.refresh_from_db()
    assert (release.title, release.revisions.count()) == ("Meldung", 1)
    assert Edition.objects.get(key=release.translation_key).title == "Meldung"


def test_editors_may_not_publish(call: Call, member, token_for, release: PressReleasePage) -> None:
    token = token_for(member("Editors"))

    assert call("patch", f"pages/{release.pk}/", token, {"title": "Neu"}).status_code == 200
    refused = call("post", f"pages/{release.pk}/actions/publish/", token)

    assert refused.status_code == 403
    assert Edition.objects.get(key=release.translation_key).title == "Meldung"


def test_translators_may_not_write_elsewhere(call: Call, member, token_for, release: PressReleasePage) -> None:
    token = token_for(member("Translators (ru)"))

    for method, path in (("patch", ""), ("delete", ""), ("post", "actions/unpublish/")):
        response = call(method, f"pages/{release.pk}/{path}", token, {"title": "Neu"})
        assert response.status_code in (403, 404), path
    assert PressReleasePage.objects.get(pk=release.pk).live


def test_a_synced_translation_is_not_written(call: Call, client: Client, token: str, translation: Translation) -> None:
    target = translation.get_target_instance()
    before = target.get_latest_revision()

    response = call("patch", f"pages/{target.pk}/", token, {"title": "By hand"})

    assert response.status_code == 409
    assert response["Content-Type"] == "application/problem+json"
    assert "translated" in response.json()["detail"] or "übersetzt" in response.json()["detail"]
    assert target.get_latest_revision() == before
    reverted = call("post", f"pages/{target.pk}/actions/revert/", token, {"revision_id": before.pk if before else 1})
    assert reverted.status_code == 409


def test_a_translation_with_gaps_is_not_published(call: Call, token: str, translation: Translation) -> None:
    target = translation.get_target_instance()

    response = call("post", f"pages/{target.pk}/actions/publish/", token)

    assert response.status_code == 409
    assert "Meldung" in response.json()["detail"]
    assert not Edition.objects.filter(key=target.translation_key, locale="en").exists()


def test_a_translation_that_was_stopped_can_be_written(call: Call, token: str, translation: Translation) -> None:
    translation.enabled = False
    translation.save()
    target = translation.get_target_instance()

    assert call("patch", f"pages/{target.pk}/", token, {"title": "By hand"}).status_code == 200


def test_the_source_can_be_written(call: Call, token: str, translation: Translation, release: PressReleasePage) -> None:
    assert call("patch", f"pages/{release.pk}/", token, {"title": "Neu"}).status_code == 200


def test_an_alias_is_not_written(call: Call, token: str, release: PressReleasePage) -> None:
    alias = release.create_alias(parent=release.get_parent(), update_slug="alias")

    for method, path in (("patch", ""), ("post", "actions/publish/")):
        response = call(method, f"pages/{alias.pk}/{path}", token, {"title": "Neu"})
        assert response.status_code == 409, path
        assert "alias" in response.json()["detail"].lower()


def test_wrong_bodies_are_told(call: Call, token: str, index: ArticleIndexPage) -> None:
    for body in ({}, {"title": "x"}, {"meta": {"type": "x.Y", "parent_id": index.pk}, "title": "x"}):
        response = call("post", "pages/", token, body)
        assert response.status_code == 422
        assert response["Content-Type"] == "application/problem+json"
    assert call("put", "pages/", token, {}).status_code == 405
