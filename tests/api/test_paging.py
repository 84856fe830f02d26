import base64
import json
from datetime import date
from urllib.parse import urlsplit

import pytest

from cms.publishing.models import Edition

from .conftest import Get
from .editions import make_article, make_edition, unpublish


def titles(answer: dict) -> list[str]:
    return [row["title"] for row in answer["results"]]


def walk(get: Get, path: str, link: str = "next", **query) -> list[dict]:
    """All pages from the first one on, following `next` (or `previous`)."""
    answers = [get(path, **query).json()]
    while answers[-1][link]:
        address = urlsplit(answers[-1][link])
        assert (address.scheme, address.netloc) == ("http", "testserver")
        answers.append(get(f"{address.path.removeprefix('/api/v1/')}?{address.query}").json())
    return answers


def test_twenty_rows_unless_asked_otherwise(get: Get) -> None:
    for number in range(23):
        make_article(title=f"{number:02}", day=f"2026-01-{number + 1:02}")

    answer = get("articles/").json()

    assert answer["count"] == 23
    assert len(answer["results"]) == 20
    assert answer["previous"] is None
    assert titles(answer)[0] == "22"
    assert [titles(page) for page in walk(get, "articles/")][1] == ["02", "01", "00"]


def test_next_and_previous_keep_the_question(get: Get) -> None:
    for number in range(5):
        make_article(title=f"Brücke {number}", locale="en")

    pages = walk(get, "articles/?q=Brücke&order=title&limit=2", headers={"Accept-Language": "en"})

    assert [title for page in pages for title in titles(page)] == [f"Brücke {number}" for number in range(5)]
    back = walk(get, pages[-1]["previous"].split("/api/v1/")[1], link="previous")
    assert [titles(page) for page in back] == [["Brücke 2", "Brücke 3"], ["Brücke 0", "Brücke 1"]]
    assert "locale=en" in pages[0]["next"]
    assert "offset" not in pages[1]["previous"]


def test_a_page_beyond_the_end_is_empty_and_knows_the_count(get: Get) -> None:
    make_article()

    answer = get("articles/", offset=40).json()

    assert (answer["count"], answer["results"], answer["next"]) == (1, [], None)


@pytest.mark.parametrize("order", ["date", "-date", "-date,title", "title", "-title", "date,-title", "last_changed_at"])
def test_offset_and_cursor_walk_the_same_rows_both_ways(get: Get, order: str) -> None:
    """Given equal and missing values in every column."""
    for number in range(11):
        make_edition(
            "partnership",
            title=f"T{number % 3}",
            earliest=date(1990 + number % 2, 1, 1) if number % 4 else None,
            first_published_at=None,
        )
    order = order.replace("date", "since")
    everything = [row["key"] for row in get("partnerships/", order=order, limit=100).json()["results"]]

    forwards = walk(get, "partnerships/", order=order, limit=3, cursor="")
    backwards = walk(get, forwards[-1]["previous"].split("/api/v1/")[1], link="previous")

    assert [
        row["key"] for page in walk(get, "partnerships/", order=order, limit=3) for row in page["results"]
    ] == everything
    assert [row["key"] for page in forwards for row in page["results"]] == everything
    assert [row["key"] for page in reversed(backwards) for row in page["results"]] == everything[:9]
    assert {page["count"] for page in forwards} == {11}


def test_rows_without_a_value_come_last_in_both_directions(get: Get) -> None:
    make_edition("partnership", title="none")
    make_edition("partnership", title="1990", earliest=date(1990, 1, 1))
    make_edition("partnership", title="1991", earliest=date(1991, 1, 1))

    assert titles(get("partnerships/", order="since").json()) == ["1990", "1991", "none"]
    assert titles(get("partnerships/", order="-since").json()) == ["1991", "1990", "none"]


def test_a_cursor_neither_repeats_nor_skips_while_rows_come_and_go(get: Get) -> None:
    made = [make_article(title=f"{number}", day=f"2026-01-0{number}") for number in range(1, 7)]
    first = get("articles/", order="date", limit=2, cursor="").json()

    unpublish(made[0])
    make_article(title="0", day="2025-12-31")
    following = get(first["next"].split("/api/v1/")[1]).json()

    assert (titles(first), titles(following)) == (["1", "2"], ["3", "4"])


def test_titles_are_ordered_as_people_expect(get: Get) -> None:
    for title in ["Zug", "Ähre", "Apfel", "äußern", "Öl", "Ost"]:
        make_article(title=title)

    assert titles(get("articles/", order="title").json()) == ["Ähre", "Apfel", "äußern", "Öl", "Ost", "Zug"]


@pytest.mark.parametrize(
    "query",
    [
        "limit=0", "limit=101", "limit=-1", "limit=abc", "limit=1e3", "limit=٣", "limit=", "limit=99999999999999999999",
        "limit=5&limit=5", "offset=-1", "offset=9223372036854775808", "offset=1.5", "order=text", "order=--date",
        "order=date,-date", "order=", "order=date,", "order=-", "cursor=x", "cursor=W10", "cursor=e30=",
        "cursor=%F0%9F%98%80", "cursor=WyJkYXRlIl0", "fields=nothing", "fields=*,title", "fields=",
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(get: Get, query: str) -> None:
    make_article()

    response = get(f"articles/?{query}")

    assert response.status_code == 400
    (error,) = response.json()["errors"]
    assert error["parameter"] == query.split("=")[0]


def test_a_cursor_belongs_to_its_order_and_stands_without_offset(get: Get) -> None:
    for number in range(3):
        make_article(title=f"{number}")
    cursor = get("articles/", order="title", limit=1, cursor="").json()["next"].split("cursor=")[1]

    assert get(f"articles/?order=-title&cursor={cursor}").status_code == 400
    assert get(f"articles/?order=date&cursor={cursor}").status_code == 400
    assert get(f"articles/?order=title&offset=1&cursor={cursor}").status_code == 400
    assert get(f"articles/?order=title&cursor={cursor}").status_code == 200


@pytest.mark.parametrize(
    ("order", "value"),
    [
        ("title", "\ud800"),
        ("title", "\0"),
        ("date", ""),
        ("date", "2026-02-30"),
        ("last_changed_at", ""),
        ("last_changed_at", "2026-01-01T00:00:00"),
        ("last_changed_at", "0001-01-01T00:00:00+23:59"),
        ("last_changed_at", "9999-12-31T23:59:59-23:59"),
    ],
)
@pytest.mark.parametrize("backwards", [0, 1])
def test_a_forged_cursor_is_refused(get: Get, order: str, value: str, backwards: int) -> None:
    make_article()
    content = json.dumps([[order], backwards, [value], "5e1f0b6c7a1d4a1e9a533f0c64d1a0b7"])
    cursor = base64.urlsafe_b64encode(content.encode()).decode().rstrip("=")

    response = get("articles/", order=order, cursor=cursor)

    assert response.status_code == 400
    assert [error["parameter"] for error in response.json()["errors"]] == ["cursor"]


@pytest.mark.parametrize("path", ["articles/", "partnerships/", "municipalities/", "conferences/"])
@pytest.mark.parametrize("query", [{}, {"fallback": "any"}, {"limit": 100}, {"cursor": ""}])
def test_a_list_is_one_query_whatever_its_rows_hold(
    get: Get, django_assert_num_queries, path: str, query: dict
) -> None:
    type_name = {"articles/": "article", "partnerships/": "partnership", "municipalities/": "municipality"}.get(
        path, "conference"
    )
    for expected in (1, 50):
        while Edition.objects.of_type(type_name).count() < expected:
            make_edition(type_name, terms=(("place", "x"),))
        with django_assert_num_queries(1):
            assert get(path, **query).json()["count"] == expected


def test_fields_project_rows_and_details(get: Get) -> None:
    article = make_article(title="T")

    assert get("articles/", fields="title,url").json()["results"] == [
        {"title": "T", "url": f"http://testserver{article.path}"}
    ]
    assert get(f"articles/{article.key}/", fields="title").json() == {"title": "T"}
    everything = get("articles/").json()
    assert get("articles/", fields="*").json() == everything
    assert get("articles/", fields=["title", "url"]).json()["results"][0].keys() == {"title", "url"}
