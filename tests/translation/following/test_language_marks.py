"""What stands in the source's language in a partial edition says so, where it stands."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Site
from wagtail_localize.models import Translation

from articles.models import PressReleasePage
from cms.publishing.models import Edition
from cms.publishing.preview import build_preview
from cms.publishing.projection import project
from cms.translation.operations.publish import PublishTranslation
from cms.translation.operations.save_draft import SaveDraftTranslation
from partnerships.models import Milestone, Municipality
from tests.newsroom import partnership

from ..conftest import RUSSIAN, translate

Submit = Callable[..., Translation]

pytestmark = pytest.mark.django_db

HALF = {text: RUSSIAN[text] for text in ("Vierzig Jahre Freundschaft", "Zwei Städte feiern.", "Erster Absatz.")}


@pytest.fixture
def half(release: PressReleasePage, submit: Submit) -> Translation:
    """The press release in Russian, published with its second paragraph still in German."""
    translation = submit(release, "ru")
    translate(translation, HALF)
    PublishTranslation(translation=translation, partially=True).execute()
    return translation


def document(row: Any, locale: str) -> dict[str, Any]:
    return Edition.objects.get(key=row.translation_key, locale=locale).document


def langs(document: dict[str, Any]) -> list[str | None]:
    return [block.get("lang") for block in document["body"]]


def test_only_the_untranslated_block_is_marked(release: PressReleasePage, half: Translation) -> None:
    assert langs(document(release, "ru")) == [None, "de"]
    assert langs(document(release, "de")) == [None, None]


def test_the_api_says_which_block_is_in_another_language(
    release: PressReleasePage, half: Translation, client: Client
) -> None:
    answer = client.get(f"/api/v1/articles/{release.translation_key}/?locale=ru")
    assert answer["Content-Language"] == "ru"
    assert answer.json()["language"] == {"requested": "ru", "served": "ru", "state": "partial"}
    assert langs(answer.json()) == [None, "de"]
    assert "untranslated" not in answer.json()
    for form in ("markdown", "tree"):
        told = client.get(f"/api/v1/articles/{release.translation_key}/?locale=ru&rich_text={form}").json()
        assert langs(told) == [None, "de"], form


def test_the_page_marks_it_for_screen_readers_and_hyphenation(
    release: PressReleasePage, half: Translation, client: Client
) -> None:
    response = client.get(document(release, "ru")["url"].removeprefix("trilog-origin:"))
    html = response.content.decode()
    assert response["Content-Language"] == "ru"
    assert html.count('<div lang="de">') == 1
    marked = html.split('<div lang="de">')[1]
    assert "Zweiter Absatz." in marked
    assert "Первый абзац." in html.split('<div lang="de">')[0]
    assert 'role="note"' in html, "the page says that its translation is incomplete"


def test_feeds_keep_the_mark(release: PressReleasePage, half: Translation, client: Client) -> None:
    feed = client.get("/ru/feeds/articles.atom").content.decode()
    assert feed.count("&lt;div lang=&quot;de&quot;&gt;") + feed.count('&lt;div lang="de"&gt;') == 1


def test_the_mark_goes_when_the_translation_is_complete(release: PressReleasePage, half: Translation) -> None:
    translate(half, RUSSIAN)
    PublishTranslation(translation=half).execute()
    assert langs(document(release, "ru")) == [None, None]
    assert Edition.objects.get(key=release.translation_key, locale="ru").state == "current"


def test_building_again_says_the_same(release: PressReleasePage, half: Translation) -> None:
    translate(half, RUSSIAN)
    before = Edition.objects.get(key=release.translation_key, locale="ru").digest
    project(release)
    assert Edition.objects.get(key=release.translation_key, locale="ru").digest == before, "it tells what is published"


def test_a_translators_preview_marks_what_is_missing_in_the_draft(release: PressReleasePage, submit: Submit) -> None:
    translation = submit(release, "ru")
    translate(translation, {"Vierzig Jahre Freundschaft": "Сорок лет дружбы", "Zweiter Absatz.": "Второй абзац."})
    draft = SaveDraftTranslation(translation=translation).execute().as_object()
    shown = build_preview(draft)
    assert langs(shown) == ["de", None]
    assert shown["untranslated"] == {"lang": "de", "fields": ["lead"]}
    assert shown["language"]["state"] == "partial"


def test_the_preview_of_a_complete_draft_is_not_called_partial(half: Translation) -> None:
    translate(half, RUSSIAN)
    draft = SaveDraftTranslation(translation=half).execute().as_object()
    shown = build_preview(draft)
    assert langs(shown) == [None, None]
    assert shown["language"]["state"] == "native"


def test_rows_of_library_entries_are_marked(
    town: Municipality, submit: Submit, locales: dict[str, Locale], site: Site, client: Client
) -> None:
    other = Municipality(name="Wolgograd", country="RU", locale=locales["de"])
    other.save()
    other.save_revision().publish()
    twins = partnership(town, other)
    twins.milestones = [
        Milestone(type="signed", date="1991-05-11", wording="Im Rathaus.", locale=twins.locale),
        Milestone(type="renewed", date="2001-05-11", wording="Am Rhein.", locale=twins.locale),
    ]
    twins.remarks = "<p>Mit Pause.</p>"
    twins.save_revision().publish()
    translation = submit(twins, "ru")
    translate(translation, {"Mit Pause.": "С перерывом.", "Am Rhein.": "На Рейне."})
    PublishTranslation(translation=translation, partially=True).execute()
    told = document(twins, "ru")
    assert [(row["wording"], row.get("lang")) for row in told["milestones"]] == [
        ("Im Rathaus.", "de"),
        ("На Рейне.", None),
    ]
    assert "untranslated" not in told


@pytest.mark.parametrize("works", [1, 4])
def test_marks_take_as_many_queries_for_many_works_as_for_one(
    works: int, submit: Submit, locales: dict[str, Locale], town: Municipality
) -> None:
    from cms.publishing.builds import ref_of
    from cms.translation.gaps import gaps_of

    rows = {}
    for number in range(works):
        twins = partnership(town)
        twins.milestones = [Milestone(type="signed", date="1991", wording=f"Im Rathaus {number}.", locale=twins.locale)]
        twins.save_revision().publish()
        translation = submit(twins, "ru")
        PublishTranslation(translation=translation, partially=True).execute()
        target = translation.get_target_instance()
        rows |= {ref_of(twins): twins, ref_of(target): target}
    with CaptureQueriesContext(connection) as queries:
        gaps = gaps_of(rows, False)
    assert len(queries) == 2
    assert len(gaps) == works
