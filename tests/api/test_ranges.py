"""Pages of lists are the beginnings of ranges that an index holds in order."""

from random import Random
from typing import Any

import pytest
from django.db import connection

from cms.api.collection import Collection, collections
from cms.api.ordering import ordered
from cms.api.ranges import MAX_VALUES, Chosen, choose
from cms.publishing.locales import content_locales
from cms.publishing.models import Edition

from .conftest import Get
from .editions import make_article, make_work, restrict

TAGS = ("a", "b", "c", "d", "e", "f", "g")


def articles() -> Collection:
    found = collections.of_type("article")
    assert found is not None
    return found


def chosen(*locales: str, **values: Any) -> Chosen:
    filters = [(entry, values[entry.name]) for entry in articles().filters if entry.name in values]
    return choose(Edition.objects.all(), "article", filters, locales)


@pytest.mark.transactions
@pytest.mark.django_db
@pytest.mark.parametrize("order", ["-date,title", "date", "title", "-title", "-last_changed_at"])
@pytest.mark.parametrize("fallback", ["none", "de", "any"])
def test_filters_fallback_order_and_cursors_together(get: Get, order: str, fallback: str) -> None:
    random = Random(7)
    for number in range(40):
        locales = [code for code in content_locales() if random.random() < 0.6]
        for edition in make_work(
            *locales,
            titles={code: f"Work {random.randrange(8)}" for code in locales},
            day=f"2026-05-{random.randrange(1, 9):02}",
            terms=tuple(("tag", tag) for tag in TAGS if random.random() < 0.3),
            kind=random.choice(["press_release", "solidarity_letter"]),
        ).values():
            if number % 9 == 0 and edition.locale == "en":
                restrict(edition)
    accepted = {"none": ("en",), "de": ("en", "de"), "any": ("en", *content_locales())}[fallback]
    everything = get("articles/", locale="en", fallback=fallback, order=order, limit=100).json()["results"]
    tags = {
        str(key): {*Edition.everything.filter(key=key).values_list("terms__value", flat=True)}
        for key in Edition.everything.values_list("key", flat=True)
    }
    assert {row["locale"] for row in everything} <= set(accepted)

    for wanted in ("a", "a,b", ",".join(TAGS[: MAX_VALUES + 1])):
        expected = [row["key"] for row in everything if tags[row["key"]] & set(wanted.split(","))]
        query = {"locale": "en", "fallback": fallback, "order": order, "tag": wanted}

        answer = get("articles/", **query, limit=100).json()
        assert [row["key"] for row in answer["results"]] == expected
        assert answer["count"] == len(expected)

        walked, answer = [], get("articles/", **query, limit=3, cursor="").json()
        while True:
            walked += [row["key"] for row in answer["results"]]
            assert answer["count"] == len(expected)
            if not answer["next"]:
                break
            answer = get(answer["next"].split("/api/v1/")[1]).json()
        assert walked == expected

        back = [row["key"] for row in answer["results"]]
        while answer["previous"]:
            answer = get(answer["previous"].split("/api/v1/")[1]).json()
            back = [row["key"] for row in answer["results"]] + back
        assert back == expected

        letters = [row["key"] for row in everything if row["key"] in expected and row["kind"] == "solidarity_letter"]
        found = get("articles/", **query, kind="solidarity_letter", limit=100).json()
        assert ([row["key"] for row in found["results"]], found["count"]) == (letters, len(letters))


@pytest.mark.postgresql
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("order", "values", "index"),
    [
        ("-date,title", {}, "edition_alike_by_date"),
        ("title", {}, "edition_alike_by_title"),
        ("-date,title", {"tag": ["a"]}, "term_by_date"),
        ("title", {"tag": ["a"]}, "term_by_title"),
        ("-date,title", {"tag": ["a", "b"]}, "term_by_date"),
        ("title", {"tag": ["a"], "kind": ["solidarity_letter"]}, "term_by_title"),
    ],
)
def test_postgresql_reads_each_range_in_order(order: str, values: dict[str, Any], index: str) -> None:
    make_article(terms=(("tag", "a"),))
    terms = articles().order_parameter.read([order])
    with connection.cursor() as cursor:
        for node in ("seqscan", "bitmapscan", "sort", "incremental_sort"):
            cursor.execute(f"SET LOCAL enable_{node} = off")
    ranges = list(chosen(*content_locales(), **values)._ranges(by_terms="tag" in values))

    plans = [ordered(part, terms)[:20].explain() for part in ranges]

    assert len(plans) > 1
    for plan in plans[1:]:
        assert index in plan
        assert "Sort" not in plan
