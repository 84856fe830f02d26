"""Which languages a page speaks, and how it says so."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.translation import override
from wagtail.models import Locale

from tests import newsroom

from .conftest import Newsroom


def soup(client: Client, path: str, status: int = 200) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html.parser")


@pytest.fixture
def translated_release(newsroom_site: Newsroom, locales: dict[str, Locale]) -> Any:
    """The press release in English, below an English list."""
    index = newsroom_site.index.copy_for_translation(locales["en"])
    index.title, index.slug = "Press", "press"
    index.save_revision().publish()
    release = newsroom_site.release.copy_for_translation(locales["en"])
    release.title, release.slug = "First news", "first"
    release.save_revision().publish()
    return release


def test_the_switcher_leads_to_the_same_work_or_says_that_there_is_none(
    client: Client, newsroom_site: Newsroom, translated_release: Any
) -> None:
    switcher = soup(client, "/de/presse/erste/").select_one("nav.languages")

    english = switcher.find("a", hreflang="en")
    assert (english["href"], english["lang"], english.get_text()) == ("/en/press/first/", "en", "English")
    russian = switcher.select_one(".languages__missing")
    assert russian.select_one("[lang=ru]").get_text() == "Русский"
    assert russian.find("a") is None
    assert switcher.select_one("[aria-current]").get_text() == "Deutsch"


def test_a_page_names_its_other_languages_to_search_engines(
    client: Client, newsroom_site: Newsroom, translated_release: Any
) -> None:
    page = soup(client, "/en/press/first/")

    alternates = {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate][hreflang]")}
    assert alternates == {
        "de": "http://testserver/de/presse/erste/",
        "en": "http://testserver/en/press/first/",
        "x-default": "http://testserver/de/presse/erste/",
    }
    assert page.html["lang"] == "en"


def test_readers_of_no_language_of_ours_start_where_the_browser_decides(
    client: Client, newsroom_site: Newsroom
) -> None:
    page = soup(client, "/en/")

    assert page.find("link", hreflang="x-default")["href"] == "http://testserver/"


def test_what_is_shown_in_another_language_is_marked(
    client: Client, newsroom_site: Newsroom, translated_release: Any
) -> None:
    """The town of the English release has a German edition only."""
    town = soup(client, "/en/press/first/").find("a", href="/de/orte/essen/")

    assert town["lang"] == "de"
    assert "lang" not in soup(client, "/de/presse/erste/").find("a", href="/de/orte/essen/").attrs


def test_dates_are_written_in_the_language_of_the_page(
    client: Client, newsroom_site: Newsroom, translated_release: Any
) -> None:
    with override("en"):
        assert soup(client, "/de/presse/erste/").select_one(".dateline time").get_text() == "4. Mai 2026"
    assert soup(client, "/en/press/first/").select_one(".dateline time").get_text() == "4 May 2026"


def test_the_foot_leads_to_the_home_pages(client: Client, newsroom_site: Newsroom) -> None:
    homes = soup(client, "/de/presse/").select("footer a[hreflang]")

    assert [(home["href"], home.get_text()) for home in homes] == [
        ("/de/", "Deutsch"),
        ("/en/", "English"),
        ("/ru/", "Русский"),
    ]


@pytest.mark.parametrize("state", ["partial", "outdated"])
def test_a_translation_with_gaps_or_behind_its_source_says_so(
    state: str, client: Client, newsroom_site: Newsroom, translated_release: Any
) -> None:
    stored = newsroom.edition(translated_release)
    stored.state = state
    faces = [face | ({"state": state} if face["locale"] == "en" else {}) for face in stored.document["translations"]]
    stored.document = stored.document | {"translations": faces}
    stored.save()

    notice = soup(client, "/en/press/first/").select_one(".notice")

    assert notice is not None
    assert notice.find("a")["href"] == "/de/presse/erste/"
    assert soup(client, "/de/presse/erste/").select_one(".notice") is None


def test_a_fourth_language_needs_no_code(client: Client, newsroom_site: Newsroom, settings: Any) -> None:
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, ("pl", "Polski")]

    switcher = soup(client, "/de/").select_one("nav.languages")

    assert switcher.select_one(".languages__missing [lang=pl]").get_text() == "Polski"
