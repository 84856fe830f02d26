"""What only several connections show: followers, publishers and rebuilds at the same time."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from cms.publishing.lock import take_projection_lock
from cms.publishing.models import Edition
from search.engines.database.index import DatabaseFollower, DatabaseIndex
from search.models import SearchEntry
from tests.api.editions import make_article, unpublish

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def together(*works: Callable[[], object]) -> None:
    """Does all of it at the same time, each on a connection of its own, and raises what went wrong."""
    start, failures = threading.Barrier(len(works)), []

    def run(work: Callable[[], object]) -> None:
        try:
            start.wait(10)
            work()
        except Exception as error:  # noqa: BLE001 - raised by the test
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failures == []


def entries() -> set[tuple[int, int]]:
    return set(SearchEntry.objects.values_list("edition_id", "version"))


def editions() -> set[tuple[int, int]]:
    return set(Edition.objects.values_list("pk", "change_id"))


def test_two_followers_never_handle_the_same_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DatabaseFollower, "batch_size", 5)
    DatabaseFollower().catch_up()
    for number in range(40):
        make_article(title=f"Konzert {number}")
    handled: list[int] = []

    together(*[lambda: handled.append(DatabaseFollower().catch_up()) for _ in range(2)])

    assert sum(handled) == 40
    assert entries() == editions()


def test_editions_may_come_and_go_while_they_are_indexed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DatabaseFollower, "batch_size", 3)
    there = [make_article(title=f"Konzert {number}") for number in range(30)]
    DatabaseFollower().catch_up()

    def publish() -> None:
        for number, edition in enumerate(there):
            with transaction.atomic():
                take_projection_lock()
                unpublish(edition)
                make_article(title=f"Lesung {number}")

    def follow() -> None:
        for _ in range(20):
            DatabaseFollower().catch_up()

    together(publish, follow, lambda: DatabaseIndex().rebuild(["de"]))
    DatabaseFollower().catch_up()

    assert entries() == editions()


def test_words_are_looked_up_in_their_index() -> None:
    make_article(title="Konzert")
    DatabaseFollower().catch_up()

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN SELECT * FROM search_searchentry WHERE words @@ 'konzert'::tsquery")
        assert "search_entry_words" in str(cursor.fetchall())
