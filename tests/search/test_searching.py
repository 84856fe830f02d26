"""Which engine answers, and what becomes of hits that are no longer what the engine remembers."""

from typing import Any
from uuid import uuid4

import pytest

from cms.publishing.types import Ref
from search import searching, understanding
from search.asking import SearchQuery
from search.engines import Engine, EngineError
from search.found import FacetValue, Found, Highlights, Hit
from search.understanding import Understood
from tests.api.editions import make_article, unpublish

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]

MARKED = Highlights(title="<mark>x</mark>")
QUERY = SearchQuery(text="x", locales=("de",))


class Told(Engine):
    """Finds what it was told to."""

    def __init__(self, name: str) -> None:
        self.name = name  # type: ignore[misc]
        self.hits: list[Hit] = []
        self.error: Exception | None = None

    def search(self, query: SearchQuery, understood: Understood) -> Found:
        if self.error:
            raise self.error
        facets = {"type": (FacetValue("article", len(self.hits)),)}
        return Found(hits=tuple(self.hits), total=len(self.hits), facets=facets)


@pytest.fixture
def database(monkeypatch):
    engine = Told("database")
    monkeypatch.setattr(searching, "database_engine", lambda: engine)
    monkeypatch.setattr(searching, "server_engine", lambda: None)
    monkeypatch.setattr(understanding, "understand", lambda text, locales: Understood(), raising=False)
    searching.breaker.cache_clear()
    yield engine
    searching.breaker.cache_clear()


@pytest.fixture
def server(database, monkeypatch):
    engine = Told("opensearch")
    monkeypatch.setattr(searching, "server_engine", lambda: engine)
    return engine


def hit(edition: Any, version: int | None = None) -> Hit:
    return Hit(edition.ref, version or edition.change_id, MARKED)


def test_without_a_server_the_database_is_the_engine(database):
    database.hits = [hit(make_article())]
    answered = searching.search(QUERY)
    assert (answered.engine, answered.degraded) == ("database", False)
    assert len(answered.rows) == 1
    assert searching.asked_now() is None


def test_the_server_answers_where_there_is_one(server):
    server.hits = [hit(make_article())]
    answered = searching.search(QUERY)
    assert (answered.engine, answered.degraded) == ("opensearch", False)


def test_the_database_answers_for_a_server_that_fails_and_says_so(server, database):
    database.hits = [hit(make_article())]
    server.error = EngineError("away")
    for _ in range(5):
        answered = searching.search(QUERY)
        assert (answered.engine, answered.degraded) == ("database", True)
        assert len(answered.rows) == 1
    state = searching.asked_now()
    assert state.open
    assert state.reason == "away"


def test_one_failure_is_seen_by_monitors_before_the_server_is_left_alone(server):
    assert not searching.asked_now().reason
    server.error = EngineError("away")
    assert searching.asked_now().reason == "away"


def test_hits_come_in_the_engines_order_and_what_is_gone_is_missing(database):
    first, gone, last = make_article(), make_article(), make_article()
    database.hits = [hit(last), hit(gone), Hit(Ref("article", str(uuid4()), "de"), 1), hit(first)]
    unpublish(gone)
    answered = searching.search(QUERY)
    assert [row.edition.pk for row in answered.rows] == [last.pk, first.pk]


def test_a_page_whose_hits_are_all_gone_says_that_nothing_was_found(database):
    gone = make_article()
    database.hits = [hit(gone)]
    unpublish(gone)
    found = searching.search(QUERY).found
    assert (found.total, [values for values in found.facets.values() if values]) == (0, [])


def test_a_restricted_edition_is_never_shown(database):
    edition = make_article()
    database.hits = [hit(edition)]
    edition.restricted = True
    edition.save()
    assert searching.search(QUERY).rows == ()


def test_nothing_is_shown_of_a_version_that_is_no_longer_public(database):
    current, rewritten = make_article(), make_article()
    database.hits = [hit(current), hit(rewritten, version=rewritten.change_id - 1)]
    rows = searching.search(QUERY).rows
    assert [row.highlights for row in rows] == [MARKED, Highlights()]


def test_editions_are_loaded_with_one_query_without_their_documents(database, django_assert_num_queries):
    database.hits = [hit(make_article(locale=locale)) for locale in ("de", "en", "ru") for _ in range(5)]
    with django_assert_num_queries(1):
        rows = searching.search(SearchQuery(text="x", locales=("de", "en", "ru"))).rows
        assert all(row.edition.item["key"] and row.edition.title for row in rows)
    assert "document" not in rows[0].edition.__dict__


def test_a_monitor_is_told_who_answers_and_the_site_is_well_all_the_same(client, server, monkeypatch):
    assert client.get("/healthz/").text == "ok\n"
    assert client.get("/healthz/?search").text == "ok\nsearch: server\n"
    server.error = EngineError("away: secret.internal:9200")
    degraded = client.get("/healthz/?search")
    assert (degraded.status_code, degraded.text) == (200, "ok\nsearch: degraded\n")
    monkeypatch.setattr(searching, "server_engine", lambda: None)
    assert client.get("/healthz/?search").text == "ok\nsearch: database\n"
