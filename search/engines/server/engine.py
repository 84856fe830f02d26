"""Searches on a search server."""

from __future__ import annotations

from django.utils import timezone

from ... import conf
from ...asking import SearchQuery
from ...found import Found
from ...language import tokens
from ...understanding import Alternative, Part, Understood
from ..base import Engine
from . import bodies, names, reading
from .client import Client, for_readers
from .errors import ServerError
from .matching import Matching
from .spelling import as_typed


class ServerEngine(Engine):
    """Elasticsearch (from version 9) or OpenSearch (from version 2): they differ in their clients alone."""

    def __init__(self, client: Client | None = None, prefix: str | None = None) -> None:
        settings = conf.load()
        self._client = client or for_readers()
        self.name = self._client.product  # type: ignore[misc]  # which one it is, is known here
        self._prefix = settings.prefix if prefix is None else prefix
        self._timeout = settings.timeout

    def search(self, query: SearchQuery, understood: Understood) -> Found:
        matching = Matching(understood, query.locales)
        aliases = self._aliases(query)
        body = bodies.search_body(query, matching, timezone.localdate(), self._timeout)
        if boosts := bodies.indices_boost(query, aliases):
            body["indices_boost"] = boosts
        answer = self._client.search(aliases, body)
        found = reading.found(answer, query)
        if found.total > bodies.FEW_HITS:
            return found
        suggestion = self._suggestion(query, matching, reading.another_spelling(answer))
        return Found(hits=found.hits, total=found.total, facets=found.facets, suggestion=suggestion)

    def _suggestion(self, query: SearchQuery, matching: Matching, spelling: str) -> str | None:
        """Another spelling, if it finds something under the same choices: asked for only where it will be shown."""
        text = as_typed(spelling, bodies.spelled_text(matching)) if spelling else ""
        if not text:
            return None
        typed = {token.text.casefold() for token in tokens(bodies.spelled_text(matching))}
        # The server still thinks of words of documents that are gone: it takes a while to forget them. So each word
        # that it proposes has to be found, just so.
        words = Understood(tuple(Part(Alternative(word), exact=word.casefold() not in typed) for word in text.split()))
        try:
            answer = self._client.search(self._aliases(query), bodies.probe_body(query, Matching(words, query.locales)))
        except ServerError:
            return None
        return text if reading.is_found(answer) else None

    def _aliases(self, query: SearchQuery) -> list[str]:
        return [names.alias(self._prefix, locale) for locale in query.locales]
