"""At most twelve queries a page, however much there is on it."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from articles.models import ArticleIndexPage
from home.models import HomePage, SectionPage
from partnerships.models import LibraryPage
from tests import newsroom

from .conftest import Newsroom

MOST = 12

PATHS = (
    "/de/",
    "/de/presse/",
    "/de/presse/?year=2026",
    "/de/presse/erste/",
    "/de/partnerschaften/",
    "/de/partnerschaften/?q=essen",
    "/de/partnerschaften/essen-kaluga/",
    "/de/orte/",
    "/de/orte/essen/",
    "/de/nichts/",
)


@pytest.fixture
def queries(client: Client) -> Callable[[str], int]:
    """Counts the queries of a page that has been visited before (sites and content types are then known)."""

    def count(path: str) -> int:
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(path)
        return len(captured)

    return count


@pytest.mark.parametrize("path", PATHS)
def test_no_page_needs_more_than_twelve_queries(
    path: str, queries: Callable[[str], int], newsroom_site: Newsroom
) -> None:
    assert queries(path) <= MOST


def test_neither_depth_nor_language_adds_queries(
    queries: Callable[[str], int], newsroom_site: Newsroom, locales: dict[str, Locale]
) -> None:
    page = HomePage.objects.get(locale=locales["en"])
    for title in ("About", "Work"):
        section = SectionPage(title=title, slug=title.lower(), locale=locales["en"], show_in_menus=True)
        page.add_child(instance=section)
        page = section
    index = ArticleIndexPage(title="Press", slug="press", locale=locales["en"])
    page.add_child(instance=index)
    newsroom.press_release(index, "News", slug="news")
    library = LibraryPage(title="Places", slug="places", shows="municipalities", locale=locales["en"])
    page.add_child(instance=library)
    newsroom.municipality("Leeds", slug="leeds", locale="en", country="GB")

    for path in ("", "news/"):
        assert queries(f"/en/about/work/press/{path}") <= MOST
    for path in ("", "leeds/"):
        assert queries(f"/en/about/work/places/{path}") <= MOST


def test_queries_do_not_grow_with_what_is_published(queries: Callable[[str], int], newsroom_site: Newsroom) -> None:
    before = {path: queries(path) for path in PATHS}

    for number in range(8):
        town = newsroom.municipality(f"Ort {number}", slug=f"ort-{number}")
        tie = newsroom.partnership(town, newsroom_site.essen, slug=f"bund-{number}")
        newsroom.press_release(newsroom_site.index, f"Meldung {number}", places=[town], partnerships=[tie])

    assert {path: queries(path) for path in PATHS} == before
