"""One row a work, in the best locale there is, chosen before anything else: proved for every combination."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations, product
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from articles.models import ArticleIndexPage, PressReleasePage
from cms.api.recent import forget
from cms.publishing.locales import content_locales
from cms.publishing.projection import publication
from tests.newsroom import article_index, home_page

from .editions import make_edition, restrict

pytestmark = pytest.mark.transactions

LOCALES = tuple(content_locales())
STATES = ("published", "draft", "alias", "private", "absent")
FALLBACKS = [order for length in range(len(LOCALES) + 1) for order in permutations(LOCALES, length)]


def pages(client: Client, **query: Any) -> Iterator[dict[str, Any]]:
    """All pages of the list of articles, from the first one on."""
    address: str | None = "/api/v1/articles/"
    while address:
        response = client.get(address, query)
        assert response.status_code == 200, response.content
        yield response.json()
        following = urlsplit(response.json()["next"] or "")
        address, query = (f"{following.path}?{following.query}" if following.path else None), {}


def best(published: Sequence[str], requested: str, fallback: Sequence[str]) -> str | None:
    """The locale that a reader should get."""
    return next((locale for locale in (requested, *fallback) if locale in published), None)


@pytest.fixture
def works(site: Any, locales: dict[str, Any]) -> dict[str, dict[str, str]]:
    """A work for every combination of states in the locales: key -> locale -> state."""
    home = home_page(site)
    with transaction.atomic(), publication():
        index = article_index(home)
        indexes: dict[str, ArticleIndexPage] = {home.locale.language_code: index}
        for locale in LOCALES:
            if locale not in indexes:
                indexes[locale] = index.copy_for_translation(locales[locale])
                indexes[locale].live = True
                indexes[locale].save()
        original = _page(indexes[home.locale.language_code], uuid4(), "original", "draft", None)
        made = {}
        for number, states in enumerate(product(STATES, repeat=len(LOCALES))):
            key = uuid4()
            made[str(key)] = dict(zip(LOCALES, states, strict=True))
            for locale, state in made[str(key)].items():
                if state != "absent":
                    _page(indexes[locale], key, f"in{locale} {number:03}", state, original)
    return made


def _page(index: Any, key: UUID, title: str, state: str, original: Any) -> Any:
    page = PressReleasePage(
        title=title,
        slug=title.replace(" ", "-"),
        translation_key=key,
        locale=index.locale,
        date=date(2026, 5, 4),
        live=state != "draft",
        alias_of=original if state == "alias" else None,
    )
    index.add_child(instance=page)
    if state == "private":
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    return page


def test_every_combination_of_states_in_every_order_of_fallback(
    client: Client, works: dict[str, dict[str, str]]
) -> None:
    assert len(works) == len(STATES) ** len(LOCALES)
    for requested, fallback in product(LOCALES, FALLBACKS):
        query = {"locale": requested, "fallback": ",".join(fallback) or "none", "limit": 100}
        expected = {}
        for key, states in works.items():
            published = [locale for locale, state in states.items() if state == "published"]
            if chosen := best(published, requested, fallback):
                expected[key] = chosen

        answers = list(pages(client, **query, cursor=""))
        rows = [row for answer in answers for row in answer["results"]]

        assert {row["key"]: row["locale"] for row in rows} == expected, query
        assert len(rows) == len(expected)
        assert {answer["count"] for answer in answers} == {len(expected)}
        for locale in LOCALES:
            found = next(pages(client, **query, q=f"in{locale}"))["count"]
            assert found == list(expected.values()).count(locale), (query, locale)


def test_details_choose_as_lists_do(client: Client, works: dict[str, dict[str, str]]) -> None:
    requested, *others = LOCALES
    for key, states in works.items():
        published = [locale for locale, state in states.items() if state == "published"]
        response = client.get(f"/api/v1/articles/{key}/", {"locale": requested, "fallback": ",".join(others)})

        chosen = best(published, requested, others)
        assert response.status_code == (200 if chosen else 404)
        if chosen:
            assert response.json()["locale"] == chosen
            assert [face["locale"] for face in response.json()["translations"]] == published


@dataclass(frozen=True)
class Work:
    """A work as it is stored: locale -> (restricted, title, year)."""

    editions: dict[str, tuple[bool, str, int]]


stored_works = st.lists(
    st.builds(
        Work,
        st.dictionaries(
            st.sampled_from(LOCALES),
            st.tuples(st.booleans(), st.text(alphabet="abc", min_size=1, max_size=3), st.integers(2020, 2023)),
            min_size=1,
        ),
    ),
    max_size=8,
)


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    works=stored_works,
    requested=st.sampled_from(LOCALES),
    fallback=st.sampled_from(FALLBACKS),
    year=st.none() | st.integers(2020, 2023),
    word=st.none() | st.sampled_from("abc"),
    order=st.sampled_from(["title", "-title", "date", "-date,title"]),
    limit=st.integers(1, 4),
)
def test_choice_then_filter_then_order_then_count_then_pages(
    client: Client,
    works: list[Work],
    requested: str,
    fallback: tuple[str, ...],
    year: int | None,
    word: str | None,
    order: str,
    limit: int,
) -> None:
    forget()  # the log of each example begins anew
    with transaction.atomic():
        expected = []
        for number, work in enumerate(works):
            key = UUID(int=number + 1)
            for locale, (restricted, title, day) in work.editions.items():
                edition = make_edition(
                    "article", key=key, locale=locale, title=title, kind="press_release", earliest=date(day, 5, 4)
                )
                if restricted:
                    restrict(edition)
            public = [locale for locale, (restricted, _title, _day) in work.editions.items() if not restricted]
            if chosen := best(public, requested, fallback):
                _restricted, title, day = work.editions[chosen]
                if (year is None or day == year) and (word is None or word in title):
                    expected.append((key, chosen, title, day))
        expected.sort(key=lambda row: row[0])
        if "title" in order:
            expected.sort(key=lambda row: row[2], reverse=order == "-title")
        if "date" in order:
            expected.sort(key=lambda row: row[3], reverse=order.startswith("-"))
        query: dict[str, Any] = {"locale": requested, "fallback": ",".join(fallback) or "none", "order": order}
        query |= {name: value for name, value in (("year", year), ("q", word)) if value is not None}

        for paging in ({"cursor": ""}, {"offset": 0}):
            answers = list(pages(client, **query, **paging, limit=limit))
            found = [(UUID(row["key"]), row["locale"]) for answer in answers for row in answer["results"]]

            assert found == [(key, locale) for key, locale, _title, _day in expected]
            assert {answer["count"] for answer in answers} == {len(expected)}
            assert all(len(answer["results"]) == limit for answer in answers[:-1])
        transaction.set_rollback(True)
