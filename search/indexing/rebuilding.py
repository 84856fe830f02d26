"""Making a server's indices anew while publishing and searching go on.

1. The end of the log is marked, and an empty index made for each locale.
2. Every edition is streamed into it. What is published meanwhile is in the log behind the mark.
3. The log is replayed from the mark to its end.
4. One request moves all aliases from the old indices to the new ones and removes the old.
5. The log is replayed again from there: what the follower wrote to an old index in the last moment was in the log
   before, so it is told to the new one, too. Therefore the follower never has to stop.

Versions make all of it repeatable: nothing older replaces anything newer. One that dies leaves an index that nobody
searches; the next one removes it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime

from django.utils import timezone

from cms.publishing.locales import content_locales
from cms.publishing.models import Follower

from ..documents import SearchDocument, all_documents
from ..engines.server import names
from ..engines.server.errors import MissingIndexError, ServerError
from ..engines.server.mapping import definition, fingerprint
from ..models import BuiltIndex
from . import dead_letters
from .index import Progress, Rejected
from .leases import Lease, the_only_rebuild
from .replaying import changes_after, end_of_log, news_of
from .server_index import ServerIndex, portions

REPLAYED_AT_A_TIME = 200
REQUESTS_AT_A_TIME = 2
"""While the server works on one, the next is made."""
WHILE_BUILDING = {"refresh_interval": "-1"}
WHEN_BUILT = {"refresh_interval": "1s"}


class ServerRebuild:
    """One rebuild of some locales. Raises ServerError, IndexUnavailableError or RebuildRunningError."""

    def __init__(self, index: ServerIndex, locales: Sequence[str], progress: Progress | None) -> None:
        self._index = index
        self._client = index.client
        self._locales = locales
        self._progress = progress
        stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S%f")
        self._names = {locale: names.index(index.prefix, locale, stamp) for locale in locales}

    def run(self) -> dict[str, int]:
        """Returns documents by locale."""
        with the_only_rebuild(self._index.engine) as lease:
            started = timezone.now()
            self._remove_leftovers()
            try:
                position, counts = self._build(lease)
            except BaseException:
                self._give_up()
                raise
            # From here on nothing is taken back: a swap whose answer got lost may have happened.
            old = self._swap()
            self._remember()
            for name in old:
                self._client.delete_index(name)
            position = self._replay(position, lease)
            self._tell_follower(position)
            for locale in self._locales:
                dead_letters.forget(self._index.engine, locale, before=started)
        return counts

    def _build(self, lease: Lease) -> tuple[int, dict[str, int]]:
        position = end_of_log()
        counts = {}
        for locale, name in self._names.items():
            self._client.create_index(name, definition(locale))
            self._client.change_settings(name, WHILE_BUILDING)
            counts[locale] = self._stream(locale, lease)
            self._client.change_settings(name, WHEN_BUILT)
        position = self._replay(position, lease)
        self._client.refresh(*self._names.values())
        return self._replay(position, lease), counts

    def _stream(self, locale: str, lease: Lease) -> int:
        count = 0
        for documents, rejected in self._sent(all_documents(locale)):
            lease.renew()
            count += len(documents)
            dead_letters.record(self._index.engine, [], rejected)
            if self._progress:
                self._progress(locale, count)
        return count

    def _sent(self, documents: Iterable[SearchDocument]) -> Iterator[tuple[list[SearchDocument], list[Rejected]]]:
        """Sends in the background what this thread reads from the database."""
        waiting: deque[tuple[list[SearchDocument], Future[list[Rejected]]]] = deque()
        with ThreadPoolExecutor(REQUESTS_AT_A_TIME, thread_name_prefix="rebuild") as pool:
            for portion in portions(documents):
                waiting.append((portion, pool.submit(self._index.put, portion, self._names)))
                if len(waiting) > REQUESTS_AT_A_TIME:
                    sent, future = waiting.popleft()
                    yield sent, future.result()
            for sent, future in waiting:
                yield sent, future.result()

    def _replay(self, position: int, lease: Lease) -> int:
        """Tells the new indices what the log has after `position`, and returns how far that is."""
        while changes := changes_after(position, REPLAYED_AT_A_TIME):
            lease.renew()
            news = news_of(changes, self._locales)
            rejected = self._index.put(news.documents, self._names)
            rejected += self._index.take_out(news.gone, self._names)
            dead_letters.record(self._index.engine, news.refs, rejected)
            position = changes[-1].pk
        return position

    def _swap(self) -> list[str]:
        """Has the new indices searched from now on, and returns the names of the old."""
        actions = []
        old = []
        for locale, name in self._names.items():
            alias = names.alias(self._index.prefix, locale)
            for other, aliases in self._existing(alias).items():
                if other == alias:
                    # Somebody made an index where our alias belongs.
                    actions.append({"remove_index": {"index": other}})
                elif alias in aliases:
                    actions.append({"remove": {"index": other, "alias": alias}})
                    if names.is_index(other, self._index.prefix, locale):
                        old.append(other)
            actions.append({"add": {"index": name, "alias": alias}})
        self._client.update_aliases(actions)
        return old

    def _remember(self) -> None:
        now = timezone.now()
        for locale, name in self._names.items():
            BuiltIndex.objects.update_or_create(
                {"name": name, "fingerprint": fingerprint(locale), "built_at": now},
                engine=self._index.engine,
                locale=locale,
            )

    def _tell_follower(self, position: int) -> None:
        """It need not tell again what the new indices have."""
        if set(self._locales) < set(content_locales()):
            return
        Follower.objects.get_or_create({"cursor": position}, name=self._index.follower)
        behind = Follower.objects.filter(name=self._index.follower, cursor__lt=position)
        behind.update(cursor=position, moved_at=timezone.now(), attempts=0, failure="", retry_at=None)

    def _remove_leftovers(self) -> None:
        """Of rebuilds that died. Nobody else rebuilds now, so whatever is behind no alias is nobody's."""
        for locale in self._locales:
            alias = names.alias(self._index.prefix, locale)
            for name, aliases in self._existing(alias).items():
                if names.is_index(name, self._index.prefix, locale) and alias not in aliases:
                    self._client.delete_index(name)

    def _give_up(self) -> None:
        with suppress(ServerError):
            for name in self._names.values():
                self._client.delete_index(name)

    def _existing(self, alias: str) -> dict[str, frozenset[str]]:
        try:
            return self._client.indices(alias)
        except MissingIndexError:
            return {}
