"""What a preview grant shows, to whom, and when it ends."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction, Revision, Site

from articles.models import PressReleasePage
from cms.core.models import User
from cms.previews.models import PreviewGrant
from cms.previews.sharing import DraftChangedError, share
from cms.previews.tokens import token_of
from cms.publishing.models import Change, Edition
from partnerships.models import Municipality
from tests import newsroom
from tests.api.validation import assert_fits

from .conftest import Preview


def test_it_shows_the_draft_as_it_would_be_published(
    preview: Preview, token: str, release: PressReleasePage, client: Client
) -> None:
    response = preview(token)

    draft = response.json()
    assert response.status_code == 200
    assert (draft["title"], draft["lead"]) == ("Neu", "Neuer Vorspann")
    assert draft["key"] == str(release.translation_key)
    assert draft["language"] == {"requested": "de", "served": "de", "state": "native"}
    assert draft["url"] == "http://testserver/de/presse/meldung/"
    assert_fits("preview/", draft)
    release.get_latest_revision().publish()
    live = client.get(f"/api/v1/articles/{release.translation_key}/?locale=de").json()
    bookkeeping = {"last_changed_at", "change", "first_published_at"}
    assert {name: value for name, value in draft.items() if name not in bookkeeping} == {
        name: value for name, value in live.items() if name not in bookkeeping
    }


def test_nothing_keeps_the_answer_or_tells_its_address(preview: Preview, token: str, client: Client) -> None:
    for response in (preview(token), client.get("/preview/", {"token": token}), preview("wrong")):
        assert response["Cache-Control"] == "no-store"
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert "ETag" not in response
        assert "Set-Cookie" not in response


def test_it_shows_some_fields(preview: Preview, token: str) -> None:
    assert preview(token, fields="title,lead").json() == {"title": "Neu", "lead": "Neuer Vorspann"}


def test_it_shows_rich_text_in_other_forms(preview: Preview, publisher: User, release: PressReleasePage) -> None:
    release.body = [{"type": "paragraph", "value": "<p>Ein <b>Wort</b></p>"}]
    release.save_revision()
    token = token_of(share(release, publisher, days=1))

    assert preview(token, rich_text="markdown").json()["body"][0]["value"] == {"text": "Ein **Wort**"}


def test_the_draft_is_in_no_public_answer(
    preview: Preview, token: str, release: PressReleasePage, client: Client
) -> None:
    before = Change.objects.count()
    preview(token)
    client.get("/preview/", {"token": token})

    for path in ("articles/", f"articles/{release.translation_key}/", "changes/", "resolve/?path=/de/presse/meldung/"):
        assert "Neu" not in client.get(f"/api/v1/{path}").content.decode()
    assert "Neuer Vorspann" not in client.get("/de/presse/meldung/").content.decode()
    assert Change.objects.count() == before
    assert newsroom.edition(release).title == "Alt"


def test_a_new_revision_does_not_change_it(preview: Preview, token: str, release: PressReleasePage) -> None:
    release.title = "Noch neuer"
    release.save_revision()

    assert preview(token).json()["title"] == "Neu"


def test_the_editor_going_on_in_the_same_revision_does_not_change_it(
    preview: Preview, token: str, release: PressReleasePage
) -> None:
    """Wagtail's autosave overwrites the revision of the editor's session."""
    revision = release.get_latest_revision()
    release.title = "Halbfertig"
    release.save_revision(overwrite_revision=revision)

    assert Revision.objects.get(pk=revision.pk).content["title"] == "Halbfertig"
    assert preview(token).json()["title"] == "Neu"


def test_it_survives_unpublishing_and_publishing(preview: Preview, token: str, release: PressReleasePage) -> None:
    release.unpublish()
    assert preview(token).json()["title"] == "Neu"

    release.get_latest_revision().publish()
    assert preview(token).json()["title"] == "Neu"


def test_what_is_private_or_under_embargo_can_be_shared(
    preview: Preview, publisher: User, release: PressReleasePage
) -> None:
    release.embargo_until = timezone.now() + timedelta(days=3)
    release.save_revision().publish()
    PageViewRestriction.objects.create(page=release, restriction_type=PageViewRestriction.LOGIN)
    assert not Edition.objects.filter(key=release.translation_key).exists()

    token = token_of(share(PressReleasePage.objects.get(pk=release.pk), publisher, days=1))

    assert preview(token).json()["title"] == "Alt"


def test_a_library_entry_that_was_never_published(preview: Preview, publisher: User, locales: dict) -> None:
    town = Municipality(name="Entwurf", country="DE", locale=locales["ru"], live=False)
    town.save()
    town.name = "Черновик"
    town.save_revision()

    shown = preview(token_of(share(town, publisher, days=1)))

    assert shown.json()["title"] == "Черновик"
    assert shown["Content-Language"] == "ru"
    assert_fits("preview/", shown.json())


def test_an_entry_that_came_by_import_has_no_drafts_and_can_be_shared(
    preview: Preview, publisher: User, locales: dict
) -> None:
    town = newsroom.municipality("Essen")

    grant = share(town, publisher, days=1)

    town.refresh_from_db()
    assert (town.live, town.has_unpublished_changes) == (True, False)
    assert preview(token_of(grant)).json()["title"] == "Essen"


def test_other_drafts_stay_closed(preview: Preview, publisher: User, release: PressReleasePage) -> None:
    hidden = newsroom.press_release(release.get_parent().specific, "Geheim", slug="geheim", live=False)
    town = newsroom.municipality("Geheimstadt", live=False)
    release.related_articles = [newsroom.related_article(hidden)]
    release.places = [newsroom.ArticlePlace(municipality=town)]
    release.body = [{"type": "paragraph", "value": f'<p><a linktype="page" id="{hidden.pk}">hier</a></p>'}]
    release.save_revision()

    text = preview(token_of(share(release, publisher, days=1))).content.decode()

    assert "Geheim" not in text
    assert "geheim" not in text


def test_words_of_the_document_are_in_its_own_language(client: Client, publisher: User, locales: dict) -> None:
    towns = [newsroom.municipality(name, locale="ru") for name in ("Эссен", "Калуга")]
    entry = newsroom.partnership(*towns, since="1991-05")
    token = token_of(share(entry, publisher, days=1))

    draft = client.get("/api/v1/preview/", {"token": token}, headers={"Accept-Language": "en"}).json()

    assert draft["since"]["text"] == "май 1991 года"
    assert draft["locale"] == "ru"


def test_uses_are_counted(preview: Preview, client: Client, grant: PreviewGrant, token: str) -> None:
    preview(token)
    client.get("/preview/", {"token": token})

    grant.refresh_from_db()
    assert grant.uses == 2
    assert grant.last_used_at is not None


def test_an_editor_who_has_looked_at_another_draft_is_told(release: PressReleasePage, publisher: User) -> None:
    seen = release.get_latest_revision().pk
    release.save_revision()

    with pytest.raises(DraftChangedError):
        share(release, publisher, days=1, seen=seen)
    assert not PreviewGrant.objects.exists()


def test_what_expired_long_ago_is_forgotten(release: PressReleasePage, publisher: User, grant: PreviewGrant) -> None:
    PreviewGrant.objects.filter(pk=grant.pk).update(expires_at=timezone.now() - timedelta(days=91))

    fresh = share(release, publisher, days=1)

    assert list(PreviewGrant.objects.all()) == [fresh]


def test_queries_do_not_grow(preview: Preview, publisher: User, release: PressReleasePage, site: Site) -> None:
    """But for two a row: modelcluster asks of each whether its page and what it names are still there."""

    def queries() -> int:
        token = token_of(share(PressReleasePage.objects.get(pk=release.pk), publisher, days=1))
        preview(token)
        with CaptureQueriesContext(connection) as captured:
            assert preview(token).status_code == 200
        return len(captured)

    few = queries()
    places = [newsroom.municipality(f"Ort {number}") for number in range(12)]
    release.places = [newsroom.ArticlePlace(municipality=place) for place in places]
    release.save_revision()

    assert queries() <= few + 2 * 12 + 3
