"""Reports → Search indices: what operators see of the search."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from search.engines import EngineError
from search.indexing.index import IndexState
from search.indexing.status import Index, content_locales
from search.models import DeadLetter
from tests.api.editions import make_article

pytestmark = pytest.mark.django_db


class ServersIndex(Index):
    engine = "opensearch"
    follower = "search-opensearch"
    away = ""
    name = "trilog-20261122"

    def is_away(self):
        return self.away

    def state(self, locale):
        return IndexState(locale, self.name, 3, current=False)

    write = entries = rebuild = None


ServersIndex.__abstractmethods__ = frozenset()


@pytest.fixture
def index(monkeypatch):
    index = ServersIndex()
    monkeypatch.setattr("search.indexing.status.indices", lambda: [index])
    return index


@pytest.fixture
def text(client, administrator):
    client.force_login(administrator)
    return lambda: " ".join(client.get(reverse("search_indices"), headers={"Accept-Language": "en"}).text.split())


def dead_letter(edition):
    ref, now = edition.ref, timezone.now()
    return DeadLetter.objects.create(
        engine="opensearch", type=ref.type, key=ref.key, locale=ref.locale, version=7, reason="failed to parse <kind>",
        first_at=now, last_at=now, attempts=4,
    )  # fmt: skip


def test_without_a_server_the_databases_index_is_shown(text):
    make_article()
    assert "Readers are answered by the database." in text()
    assert "search_searchentry" in text()


def test_it_tells_counts_and_what_was_refused_and_why(text, index):
    letter = dead_letter(make_article())
    page = text()
    assert "trilog-20261122" in page
    assert "by the rules of another version" in page
    assert "1 edition that the index refuses" in page
    assert str(letter.key) in page
    assert "failed to parse &lt;kind&gt;" in page


def test_it_can_be_looked_at_while_the_server_is_away(text, index, monkeypatch):
    index.away = "connection refused"
    monkeypatch.setattr("search.admin.index_report.asked_now", _away)
    page = text()
    assert "does not answer, so readers are answered by the database: connection refused" in page


def _away():
    from search.breaker import BreakerState

    return BreakerState(open=True, since=timezone.now(), reason=str(EngineError("connection refused")))


def test_its_queries_do_not_grow(text, index, django_assert_num_queries):
    text()
    with CaptureQueriesContext(connection) as before:
        text()
    for _ in range(5):
        dead_letter(make_article())
    with django_assert_num_queries(len(before)):
        text()


def test_editors_neither_see_it_nor_find_it_in_the_menu(client, editor):
    client.force_login(editor)
    address = reverse("search_indices")
    assert client.get(address).status_code == 302
    assert address not in client.get(reverse("wagtailadmin_home")).text


def test_every_locale_has_a_row(text, index):
    page = text()
    assert all(f'<td class="title">{locale}</td>' in page for locale in content_locales())
