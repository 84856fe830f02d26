"""The search engines that the behavioural suite runs over, each with a way to tell it of editions."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from django.conf import settings

from cms.publishing.models import Edition
from search.asking import SearchQuery
from search.documents import SearchDocument, documents_of
from search.engines import Engine
from search.engines.server import ServerEngine, analysis, mapping, names
from search.engines.server.client import Client, Write, client
from search.found import Found
from search.understanding import understand

CONTENT_LOCALES = tuple(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)
PATIENCE = 30.0
"""Seconds: machines that run tests are busy."""


class EngineUnderTest(ABC):
    """An engine, and what writes to it."""

    knows_languages = True
    """Whether it takes words to pieces as their language has it."""
    forgives_typos = True
    """Whether it finds words with a wrong letter."""
    engine: Engine

    @abstractmethod
    def write(self, documents: Sequence[SearchDocument]) -> None:
        """Makes it know these, at once."""

    @abstractmethod
    def forget(self) -> None:
        """Makes it know nothing again."""

    def start_anew(self) -> None:  # noqa: B027 - most engines remember nothing
        """Rids it of what it remembers of words that it has forgotten, which tests of their weight depend on."""


class DatabaseUnderTest(EngineUnderTest):
    """The tables beside the editions, which are empty again after each test."""

    def __init__(self) -> None:
        from search.engines.database import DatabaseEngine
        from search.engines.database.index import DatabaseIndex

        self.engine = DatabaseEngine()
        self._index = DatabaseIndex()

    def write(self, documents: Sequence[SearchDocument]) -> None:
        assert self._index.write(documents, {}) == []

    def forget(self) -> None:
        """The test's transaction does."""


class ServerUnderTest(EngineUnderTest):
    """Indices of one process on a server that is shared by many."""

    def __init__(self, server: Client, prefix: str) -> None:
        self.engine = ServerEngine(server, prefix)
        self.knows_languages = server.product == "opensearch"
        self._server = server
        self._prefix = prefix
        self._written: list[Write] = []

    def write(self, documents: Sequence[SearchDocument]) -> None:
        writes = [
            Write(
                names.alias(self._prefix, document.ref.locale),
                names.document_id(document.ref),
                document.version,
                mapping.source(document),
            )
            for document in documents
        ]
        outcomes = self._server.bulk(writes)
        assert all(outcome.done for outcome in outcomes), outcomes
        self._written += writes
        self._refresh()

    def forget(self) -> None:
        self._server.bulk([Write(write.index, write.id, write.version, None) for write in self._written])
        self._written = []
        self._refresh()

    def start_anew(self) -> None:
        self.close()
        # What stands in for Elasticsearch has no analysis of languages: there the same names stand for words as they
        # are.
        known = analysis.analysis if self.knows_languages else analysis.plain
        with patch.object(analysis, "analysis", known):
            for locale in CONTENT_LOCALES:
                index = names.index(self._prefix, locale, "1")
                self._server.create_index(index, mapping.definition(locale))
                self._server.point(names.alias(self._prefix, locale), index)

    def close(self) -> None:
        """Deletes its indices."""
        for index in self._server.indices(f"{self._prefix}-"):
            self._server.delete_index(index)

    def _refresh(self) -> None:
        self._server.refresh(*(names.alias(self._prefix, locale) for locale in CONTENT_LOCALES))


@contextmanager
def server_under_test(product: Any, url: str) -> Iterator[ServerUnderTest]:
    """Indices of all locales, deleted afterwards."""
    server = ServerUnderTest(client(product, (url,), PATIENCE), f"test-{uuid4().hex[:12]}")
    try:
        server.start_anew()
        yield server
    finally:
        server.close()


@dataclass
class Newsroom:
    """Editions, and readers who look for them with one engine."""

    tested: EngineUnderTest
    editions: list[Edition] = field(default_factory=list)

    def publishes(self, *editions: Edition) -> None:
        """Makes the engine know these editions, and all others of their works."""
        self.editions += editions
        keys = {edition.key for edition in editions}
        refs = [edition.ref for edition in Edition.everything.filter(key__in=keys)]
        self.tested.write(list(documents_of(refs).values()))

    def search(self, text: str, *locales: str, limit: int = 20, offset: int = 0, **chosen: tuple[str, ...]) -> Found:
        """What a reader finds in these locales, the first one being his; in German if none is told."""
        wanted = locales or CONTENT_LOCALES[:1]
        query = SearchQuery(text=text, locales=wanted, chosen=chosen, limit=limit, offset=offset)
        return self.tested.engine.search(query, understand(text, wanted))

    def titles(self, text: str, *locales: str, **asked: Any) -> list[str]:
        """The titles of the hits in their order."""
        return [self.title(hit) for hit in self.search(text, *locales, **asked).hits]

    def title(self, hit: Any) -> str:
        """The title of a hit's edition."""
        return Edition.everything.get(type=hit.ref.type, key=hit.ref.key, locale=hit.ref.locale).title
