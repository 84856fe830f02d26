"""The queries that databases see differently, once more on PostgreSQL."""

from datetime import date

import pytest

from .conftest import Get
from .editions import make_article, make_edition, make_work

pytestmark = pytest.mark.postgresql


def titles(get: Get, path: str, **query: object) -> list[str]:
    return [row["title"] for row in get(path, **query).json()["results"]]


def test_near_compares_ids_of_two_kinds(get: Get) -> None:
    town = make_edition("municipality", point=(6.96, 50.94))
    make_edition("partnership", title="near", terms=(("place", str(town.key)),))
    make_edition("partnership", title="far")

    assert titles(get, "partnerships/", near="50.94,6.96,1") == ["near"]


def test_a_cursor_passes_rows_without_a_value(get: Get) -> None:
    for number in range(6):
        make_edition("partnership", title=f"{number}", earliest=date(1990, 1, 1 + number) if number % 2 else None)

    for order in ("since", "-since"):
        expected = titles(get, "partnerships/", order=order)
        found, answer = [], get("partnerships/", order=order, limit=1, cursor="").json()
        while answer["next"]:
            found += [row["title"] for row in answer["results"]]
            answer = get(answer["next"].split("/api/v1/")[1]).json()
        assert [*found, *(row["title"] for row in answer["results"])] == expected


def test_one_row_a_work_and_words_in_any_script(get: Get) -> None:
    make_work("de", "ru", titles={"de": "Brücke", "ru": "Мост"})
    make_work("de", titles={"de": "Straße"})

    assert titles(get, "articles/", locale="ru", fallback="any", order="title") == ["Straße", "Мост"]
    assert titles(get, "articles/", locale="ru", fallback="any", q="МОСТ") == ["Мост"]
    assert titles(get, "articles/", locale="de", q="strasse") == ["Straße"]


def test_a_list_is_one_query(get: Get, django_assert_num_queries) -> None:
    for _ in range(3):
        make_article()

    with django_assert_num_queries(1):
        assert get("articles/", fallback="any").json()["count"] == 3
