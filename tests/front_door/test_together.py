"""Many readers, several workers and machines, and somebody who publishes."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Event
from typing import Any

import pytest
from django.db import connection, transaction

from tests.api.editions import make_article, rewrite

from .conftest import Site

pytestmark = pytest.mark.postgresql

LIST = "/api/v1/articles/?locale=de"
PUBLISHES = 40
READERS = 6


@pytest.fixture
def workers(front: Site) -> Iterator[list[Site]]:
    """Two processes' worth: each has a memory and a connection of its own."""
    other = Site()
    yield [front, other]
    other.look.close()


def test_no_reader_ever_meets_less_than_was_published_before_it_asked(workers: list[Site]) -> None:
    article = make_article(number=0)
    published = 0
    done = Event()

    def read(worker: Site) -> list[str]:
        wrong = []
        try:
            while not done.is_set():
                least = published
                body = worker.get(LIST).body.decode()
                shown = int(body.split('"number":')[1].split(",")[0])
                if shown < least:
                    wrong.append(f"{shown} instead of {least}")
        finally:
            connection.close()
        return wrong

    with ThreadPoolExecutor(READERS) as pool:
        readers = [pool.submit(read, workers[number % 2]) for number in range(READERS)]
        for number in range(1, PUBLISHES + 1):
            with transaction.atomic():  # log and edition become visible together, as in every publication
                rewrite(article, at=datetime(2026, 6, 1, tzinfo=UTC), number=number)
            published = number
            assert f'"number":{number},' in workers[number % 2].get(LIST).body.decode()
        done.set()
        found: list[Any] = [mistake for reader in readers for mistake in reader.result(30)]

    assert found == []


def test_a_lost_connection_is_opened_again(front: Site) -> None:
    make_article()
    front.get(LIST)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")

    assert [front.get(LIST).status for _ in range(3)] == [200, 200, 200]
    assert front.passed == 2
