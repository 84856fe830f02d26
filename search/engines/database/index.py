"""What the database knows of editions, written by a follower in the transaction in which its cursor moves."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from typing import ClassVar

from django.db import connection, transaction
from django.db.models import Q

from cms.publishing.followers import LogFollower
from cms.publishing.locales import content_locales
from cms.publishing.lock import take_projection_lock
from cms.publishing.models import Change
from cms.publishing.types import Ref
from search.documents import SearchDocument, all_documents, searchable
from search.indexing.index import Entry, Index, IndexState, Progress, Rejected
from search.indexing.leases import the_only_rebuild
from search.indexing.replaying import news_of
from search.models import SearchEntry, SearchWord

from .rows import RULES, Row, row_of
from .store import store

WRITTEN_AT_A_TIME = 250
"""Documents of a rebuild; publishing waits while so many are written."""
READ_AT_A_TIME = 2_000
MOST_WORDS = 500_000
"""Of a locale that a rebuild counts at a time; those met once are forgotten when there are more."""


class DatabaseIndex(Index):
    """Entries beside the editions."""

    engine: ClassVar[str] = "database"
    follower: ClassVar[str] = "search-database"

    def write(self, documents: Sequence[SearchDocument], gone: Mapping[Ref, int]) -> list[Rejected]:
        """See `Index.write`. The database takes everything."""
        with transaction.atomic():
            rows = _rows(documents)
            _spell(rows)
            _put(rows)
            for ref, version in gone.items():
                entries = SearchEntry.objects.filter(type=ref.type, key=ref.key, locale=ref.locale)
                entries.filter(version__lte=version).delete()
        return []

    def entries(self, locale: str) -> Iterator[Entry]:
        """See `Index.entries`."""
        rows = SearchEntry.objects.filter(locale=locale).order_by("type", "key")
        for type_name, key, version in rows.values_list("type", "key", "version").iterator(READ_AT_A_TIME):
            yield Entry(type_name, str(key), version)

    def state(self, locale: str) -> IndexState:
        """See `Index.state`."""
        entries = SearchEntry.objects.filter(locale=locale)
        return IndexState(
            locale=locale,
            name=SearchEntry._meta.db_table,
            count=entries.count(),
            current=not entries.exclude(rules=RULES).exists(),
        )

    def rebuild(self, locales: Sequence[str], progress: Progress | None = None) -> dict[str, int]:
        """See `Index.rebuild`. Entries are replaced where they are, so searches find all that there is at any time."""
        counts = {}
        with the_only_rebuild(self.engine) as lease:
            for locale in locales:
                counts[locale] = 0
                words: Counter[str] = Counter()
                with _writer() as put:
                    for documents in _portions(all_documents(locale)):
                        lease.renew()
                        rows = _rows(documents)
                        put(rows)
                        _count(words, rows)
                        counts[locale] += len(documents)
                        if progress:
                            progress(locale, counts[locale])
                _replace_words(locale, words)
                SearchEntry.objects.filter(locale=locale).exclude(edition__in=searchable().values("pk")).delete()
        if connection.vendor == "postgresql":
            _settle()
        return counts


class DatabaseFollower(LogFollower):
    """Keeps the database's index in step with the log, whether or not there is a search server."""

    name = DatabaseIndex.follower

    def handle(self, changes: Sequence[Change]) -> None:
        news = news_of(changes, content_locales())
        DatabaseIndex().write(news.documents, news.gone)


@contextmanager
def _writer() -> Iterator[Callable[[Sequence[Row]], None]]:
    """Writes rows, each call in a transaction; behind the caller's back, while he makes the next, if there is a server
    that takes the time for it.
    """
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        yield _put_alone
        return
    with ThreadPoolExecutor(1, thread_name_prefix="search-rebuild") as pool:
        waiting: deque[Future[None]] = deque()

        def put(rows: Sequence[Row]) -> None:
            waiting.append(pool.submit(_put_alone, rows))
            if len(waiting) > 1:
                waiting.popleft().result()

        try:
            yield put
            for future in waiting:
                future.result()
        finally:
            pool.submit(lambda: connection.close())  # the thread's own


def _put_alone(rows: Sequence[Row]) -> None:
    with transaction.atomic():
        _put(rows)


def _rows(documents: Sequence[SearchDocument]) -> list[Row]:
    numbers = _editions((document.ref, document.version) for document in documents)
    return [row_of(document, numbers[document.ref]) for document in documents if document.ref in numbers]


def _put(rows: Sequence[Row]) -> None:
    """Writes those whose editions are still as the rows say; of the others there is more in the log."""
    # Nobody publishes or withdraws between the look and the writing. Taken late: analysing takes longer than both.
    take_projection_lock()
    still = set(_editions((Ref(row.type, row.key, row.locale), row.version) for row in rows).values())
    store().put([row for row in rows if row.edition in still])


def _spell(rows: Sequence[Row]) -> None:
    """Has the vocabulary know all words, and counts editions that are new in it."""
    known = set(SearchEntry.objects.filter(pk__in=[row.edition for row in rows]).values_list("pk", flat=True))
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        new = row.edition not in known
        for word in row.spelled:
            counts[(row.locale, word)] += new
    store().spell(counts)


def _editions(said: Iterable[tuple[Ref, int]]) -> dict[Ref, int]:
    """The ids of those editions that are still at these versions."""
    versions = dict(said)
    numbers = {}
    keys_by_type: dict[str, set[str]] = {}
    for ref in versions:
        keys_by_type.setdefault(ref.type, set()).add(ref.key)
    wanted = Q(pk__in=[])
    for type_name, keys in keys_by_type.items():
        wanted |= Q(type=type_name, key__in=keys)
    found = searchable().filter(wanted, locale__in={ref.locale for ref in versions})
    for pk, type_name, key, locale, version in found.values_list("pk", "type", "key", "locale", "change_id"):
        ref = Ref(type_name, str(key), locale)
        if versions.get(ref) == version:
            numbers[ref] = pk
    return numbers


def _portions(documents: Iterator[SearchDocument]) -> Iterator[list[SearchDocument]]:
    while portion := list(islice(documents, WRITTEN_AT_A_TIME)):
        yield portion


def _count(words: Counter[str], rows: Iterable[Row]) -> None:
    for row in rows:
        words.update(row.spelled)
    if len(words) > MOST_WORDS:
        for word in [word for word, count in words.items() if count == 1]:
            del words[word]


def _replace_words(locale: str, words: Counter[str]) -> None:
    with transaction.atomic():
        store().hold_words()
        SearchWord.objects.filter(locale=locale).delete()
        store().spell({(locale, word): count for word, count in words.items()})


def _settle() -> None:
    """Has PostgreSQL see what there is now: the planner's figures, and words that wait to be put into the index."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list('search_entry_words')")
        cursor.execute("ANALYZE search_searchentry, search_searchword")
