"""Writing rows of the index, each kind of database in its own way."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.db import connection

from search.models import SearchEntry, SearchWord

from .rows import RULES, Row

WORDS_AT_A_TIME = 5_000


class Store(ABC):
    """Where rows go. Its methods need a transaction."""

    def put(self, rows: Sequence[Row]) -> None:
        """Writes rows, over older versions of them."""
        if rows:
            self._put(rows)

    @abstractmethod
    def _put(self, rows: Sequence[Row]) -> None: ...

    def spell(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Counts editions by locale and word in addition to those that are there."""
        words = [SearchWord(locale=locale, word=word, editions=count) for (locale, word), count in counts.items()]
        self.hold_words()
        for start in range(0, len(words), WORDS_AT_A_TIME):
            self._spell(words[start : start + WORDS_AT_A_TIME])

    def hold_words(self) -> None:  # noqa: B027 - SQLite has one writer anyway
        """Keeps others from writing words until the transaction ends: two who did would wait for each other."""

    @abstractmethod
    def _spell(self, words: Sequence[SearchWord]) -> None: ...


class PostgreSQLStore(Store):
    """Vectors of stems. PostgreSQL need not know the language: see `search.language`."""

    def _put(self, rows: Sequence[Row]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_POSTGRESQL_ROWS, {"rules": RULES, **_columns(rows)})

    def hold_words(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE search_searchword IN SHARE ROW EXCLUSIVE MODE")

    def _spell(self, words: Sequence[SearchWord]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO search_searchword AS known (locale, word, editions)"
                " SELECT * FROM unnest(%s::text[], %s::text[], %s::int[])"
                " ON CONFLICT (locale, word) DO UPDATE SET editions = known.editions + excluded.editions",
                [[word.locale for word in words], [word.word for word in words], [word.editions for word in words]],
            )


_POSTGRESQL_ROWS = """
INSERT INTO search_searchentry AS known
    (edition_id, version, rules, type, key, locale, locales, day, facets, called, heading, words)
SELECT edition, version, %(rules)s, type, key, locale, locales, day,
    string_to_array(facets, E'\\x1f'), string_to_array(called, E'\\x1f'),
    heading || setweight(to_tsvector('simple', about), 'C'),
    heading
        || setweight(to_tsvector('simple', lead) || to_tsvector('simple', places), 'C')
        || setweight(to_tsvector('simple', body), 'D')
FROM (
    SELECT *, setweight(to_tsvector('simple', title), 'A')
        || setweight(to_tsvector('simple', names) || to_tsvector('simple', typed), 'B') AS heading
    FROM unnest(
        %(edition)s::bigint[], %(version)s::bigint[], %(type)s::text[], %(key)s::uuid[], %(locale)s::text[],
        %(locales)s::text[], %(day)s::date[], %(facets)s::text[], %(called)s::text[], %(title)s::text[],
        %(typed)s::text[], %(names)s::text[], %(about)s::text[], %(lead)s::text[], %(places)s::text[], %(body)s::text[]
    ) AS given (edition, version, type, key, locale, locales, day, facets, called, title, typed, names,
        about, lead, places, body)
) AS rows
ON CONFLICT (edition_id) DO UPDATE SET
    version = excluded.version, rules = excluded.rules, locales = excluded.locales, day = excluded.day,
    facets = excluded.facets, called = excluded.called, heading = excluded.heading, words = excluded.words
WHERE known.version <= excluded.version
"""


COLUMNS: Final = (
    "edition", "version", "type", "key", "locale", "locales", "day", "title", "typed", "names", "about", "lead",
    "places", "body",
)  # fmt: skip


def _columns(rows: Sequence[Row]) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {name: [getattr(row, name) for row in rows] for name in COLUMNS}
    columns["facets"] = ["\x1f".join(row.facets) for row in rows]
    columns["called"] = ["\x1f".join(row.called) for row in rows]
    return columns


class SQLiteStore(Store):
    """Stems in an FTS5 table beside the entries."""

    def _put(self, rows: Sequence[Row]) -> None:
        known = dict(
            SearchEntry.objects.filter(pk__in=[row.edition for row in rows]).values_list("edition_id", "version")
        )
        rows = [row for row in rows if known.get(row.edition, 0) <= row.version]
        # Not replaced: whatever is taken out there first takes the words along, by a trigger.
        SearchEntry.objects.filter(pk__in=[row.edition for row in rows]).delete()
        SearchEntry.objects.bulk_create([_entry(row) for row in rows], batch_size=100)
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_text (rowid, title, names, lead, body) VALUES (%s, %s, %s, %s, %s)",
                [
                    (row.edition, row.title, f"{row.names} {row.typed}", f"{row.lead} {row.places}", row.body)
                    for row in rows
                ],
            )

    def _spell(self, words: Sequence[SearchWord]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_searchword (locale, word, editions) VALUES (%s, %s, %s)"
                " ON CONFLICT (locale, word) DO UPDATE SET editions = editions + excluded.editions",
                [(word.locale, word.word, word.editions) for word in words],
            )


def _entry(row: Row) -> SearchEntry:
    return SearchEntry(
        edition_id=row.edition,
        version=row.version,
        rules=RULES,
        type=row.type,
        key=row.key,
        locale=row.locale,
        locales=row.locales,
        day=row.day,
        facets=list(row.facets),
        called=list(row.called),
    )


def store() -> Store:
    """The one for the database in use."""
    return PostgreSQLStore() if connection.vendor == "postgresql" else SQLiteStore()
