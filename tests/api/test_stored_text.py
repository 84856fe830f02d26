"""Answers made of stored text, and counts that are remembered, say what longer ways would say."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection

from cms.api.collection import collections
from cms.api.ordering import ordered
from cms.publishing.models import Edition
from cms.publishing.registry import registry

from .conftest import Get
from .editions import make_article, make_edition, make_work, rewrite, unpublish

LATER = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
TYPES = {
    "articles": "article",
    "partnerships": "partnership",
    "municipalities": "municipality",
    "conferences": "conference",
    "pages": "page",
}
ODD = {"nested": {"a": ['"', "\\", "\n", "ё", "😀", None, True, 1.5]}, "image": {"url": "trilog-origin:/m/x.jpg"}}


@pytest.mark.parametrize("path", TYPES)
@pytest.mark.parametrize("query", [{}, {"locale": "ru", "fallback": "any"}, {"cursor": ""}, {"limit": 1, "offset": 1}])
def test_stored_text_is_sent_as_if_it_had_been_read(get: Get, path: str, query: dict) -> None:
    for state in ("source", "partial"):
        edition = make_edition(TYPES[path], state=state, earliest=date(1991, 5, 4), **ODD)

    for address in (f"{path}/", f"{path}/{edition.key}/"):
        # Naming a form has every answer taken apart.
        sent, read = get(address, **query).json(), get(address, rich_text="html", **query).json()
        for name in ("next", "previous"):
            sent.pop(name, None)
            read.pop(name, None)
        assert sent == read
    assert "trilog-origin" not in get(f"{path}/").content.decode()


def test_what_depends_on_the_day_is_worked_out_only_where_it_may_change(get: Get, monkeypatch: Any) -> None:
    plain, dated = make_article(title="plain"), make_article(title="dated")
    Edition.objects.filter(pk=plain.pk).update(day_dependent=False)
    asked: list[str] = []
    monkeypatch.setattr(
        registry.get("article"),
        "at",
        lambda document, today: asked.append(document["title"]) or document,
        raising=False,
    )

    get("articles/")

    assert asked == [dated.title]


@pytest.mark.parametrize("query", [{}, {"fallback": "any"}, {"tag": "x"}, {"limit": 1}, {"cursor": ""}])
def test_a_count_is_right_at_every_moment(get: Get, query: dict) -> None:
    def count() -> int:
        return get("articles/", **query).json()["count"]

    article = make_article(terms=(("tag", "x"),))
    assert [count(), count()] == [1, 1]
    other = make_article(terms=(("tag", "x"),))
    assert [count(), count()] == [2, 2]
    rewrite(article, at=LATER, lead="new")
    assert count() == 2
    unpublish(other)
    assert [count(), count()] == [1, 1]
    unpublish(article)
    assert count() == 0


def test_lists_that_are_asked_for_differently_have_counts_of_their_own(get: Get) -> None:
    make_work("de", "en")
    make_work("de")
    make_article(kind="conference_report")

    for _time in range(2):
        assert get("articles/", locale="de").json()["count"] == 3
        assert get("articles/", locale="en").json()["count"] == 1
        assert get("articles/", locale="en", fallback="de").json()["count"] == 3
        assert get("articles/", locale="de", kind="conference_report").json()["count"] == 1
        assert get("articles/", locale="de", limit=1, offset=2).json()["count"] == 3
        assert get("articles/", locale="de", order="title").json()["count"] == 3


def test_a_remembered_count_costs_no_query_of_its_own(get: Get, django_assert_num_queries: Any) -> None:
    for number in range(5):
        make_article(title=f"{number}")
        for _time in range(2):
            with django_assert_num_queries(1):
                assert get("articles/").json()["count"] == number + 1


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_connection_that_was_lost_is_not_noticed(get: Get) -> None:
    make_article()
    assert get("articles/").status_code == 200
    connection.connection.close()

    assert get("articles/").json()["count"] == 1


@pytest.mark.postgresql
def test_the_newest_are_found_without_sorting_all(get: Get) -> None:
    make_article()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_sort = off")
        newest = Edition.objects.filter(type="article", locale="de").values("pk")
        articles = collections.of_type("article")
        assert articles is not None
        plan = ordered(newest, articles.default_terms)[:20].explain()

    assert "edition_newest" in plan
    assert "Sort" not in plan
