"""A newsroom that goes on publishing and searching while its search server is in trouble."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from cms.publishing.followers import followers
from cms.publishing.following import due_followers
from cms.publishing.locales import content_locales
from cms.publishing.models import Edition, Follower
from cms.publishing.stopping import stop_asked
from cms.publishing.tasks import follow
from cms.publishing.ticks import Tick, ticks
from cms.publishing.worker import NewsroomWorker
from partnerships.models import Municipality
from search.asking import SearchQuery
from search.documents import searchable
from search.engines.server.client import Client
from search.indexing import tasks
from search.indexing.index import IndexUnavailableError
from search.indexing.server_follower import ServerIndexFollower
from search.indexing.server_index import ServerIndex
from search.searching import Answered, search
from tests import newsroom
from tests.search.configured import use_server
from tests.search_servers.cluster import TwoNodes
from tests.search_servers.node import SearchNode

__all__ = ["use_server"]

PATIENCE = 60


def wait_until(condition: Callable[[], Any], what: str) -> None:
    """Looks again and again. Raises AssertionError after a minute."""
    pause = threading.Event()
    for _ in range(PATIENCE * 10):
        if condition():
            return
        pause.wait(0.1)
    raise AssertionError(f"In vain: {what}")


@dataclass
class Drill:
    """What editors and readers do, and what has to be true in the end."""

    index: ServerIndex
    publishing: threading.local

    def publish(self, name: str) -> Municipality:
        """An editor publishes something. Fails where that asks a search server anything."""
        with self._in_request():
            return newsroom.municipality(name)

    def rename(self, town: Municipality, name: str) -> None:
        with self._in_request():
            town.name = name
            town.save()

    def delete(self, town: Municipality) -> None:
        with self._in_request():
            town.delete()

    def search(self, text: str) -> Answered:
        """A reader searches, and finds exactly one."""
        answered = search(SearchQuery(text=text, locales=tuple(content_locales()[:1])))
        assert [row.edition.title for row in answered.rows] == [text], answered
        return answered

    def failure(self) -> str:
        """Why the follower does not get on."""
        return Follower.objects.get(name=self.index.follower).failure

    def is_complete(self) -> bool:
        """Whether the index has every edition in its last version, and nothing else."""
        try:
            return all(
                {(entry.type, entry.key, entry.version) for entry in self.index.entries(locale)} == _public(locale)
                for locale in content_locales()
            )
        except IndexUnavailableError:
            return False

    def wait_until_complete(self) -> None:
        """Nobody does anything about it but the worker."""
        wait_until(self.is_complete, "the index has everything")

    def wait_until_back(self, text: str) -> None:
        """Until readers are answered by the server again."""
        wait_until(lambda: not self.search(text).degraded, "the server answers")

    def _in_request(self) -> Any:
        return _Flag(self.publishing)


@dataclass
class _Flag:
    """Set in the thread of an editor's request."""

    publishing: threading.local

    def __enter__(self) -> None:
        self.publishing.now = True

    def __exit__(self, *_: object) -> None:
        self.publishing.now = False


def _public(locale: str) -> set[tuple[str, str, int | None]]:
    rows = searchable().filter(locale=locale).values_list("type", "key", "change_id")
    return {(name, str(key), version) for name, key, version in rows}


@pytest.fixture(scope="package")
def node() -> Iterator[SearchNode]:
    """A server of their own."""
    with SearchNode("opensearch", quick=True) as node:
        yield node


@pytest.fixture
def filling_node() -> Iterator[SearchNode]:
    """A server that looks at its disk as often as it can. Once all disks were full it takes no new indices until
    somebody says so, so nobody else can use it.
    """
    with SearchNode("opensearch", quick=True, settings={"cluster.info.update.interval": "10s"}) as node:
        yield node


@pytest.fixture
def start_drill(
    transactional_db: None, locales: Any, use_server: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Drill]]:
    """A newsroom with a running worker, whose index is on these nodes."""
    publishing = threading.local()
    ask = Client._ask

    def asked(*arguments: Any, **options: Any) -> Any:
        assert not getattr(publishing, "now", False), "a request asks the search server while it publishes"
        return ask(*arguments, **options)

    workers: list[NewsroomWorker] = []

    def start(*nodes: SearchNode) -> Drill:
        index = use_server("opensearch", *(node.url for node in nodes), prefix=f"drill-{uuid4().hex[:8]}")
        monkeypatch.setattr(Client, "_ask", asked)
        follower = ServerIndexFollower(index)
        monkeypatch.setattr(follower, "longest_pause", timedelta(seconds=1))
        monkeypatch.setitem(followers._by_name, follower.name, follower)
        due = [
            Tick(follow, every=1, is_due=lambda: bool(due_followers())),
            Tick(tasks.build_missing, every=1, is_due=tasks._something_missing),
        ]
        monkeypatch.setattr(ticks, "_ticks", due)
        Edition.everything.all().delete()
        workers.append(NewsroomWorker(schedule_every=60))
        workers[0].start()
        drill = Drill(index, publishing)
        wait_until(lambda: not index.unbuilt(), "the worker builds the first indices")
        return drill

    yield start
    for worker in workers:
        assert worker.finish(60)
    stop_asked.clear()


@pytest.fixture
def drill(start_drill: Callable[..., Drill], node: SearchNode) -> Drill:
    """A newsroom whose index is on one node."""
    return start_drill(node)


@pytest.fixture
def drill_on_two(start_drill: Callable[..., Drill], search_cluster: TwoNodes) -> Drill:
    """A newsroom whose index is on two nodes."""
    return start_drill(search_cluster.first, search_cluster.second)
