"""At most twelve queries a page, however much there is on it."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

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


def test_queries_do_not_grow_with_what_is_published(queries: Callable[[str], int], newsroom_site: Newsroom) -> None:
    before = {path: queries(path) for path in PATHS}

    for number in range(8):
        town = newsroom.municipality(f"Ort {number}", slug=f"ort-{number}")
        tie = newsroom.partnership(town, newsroom_site.essen, slug=f"bund-{number}")
        newsroom.press_release(newsroom_site.index, f"Meldung {number}", places=[town], partnerships=[tie])

    assert {path: queries(path) for path in PATHS} == before
