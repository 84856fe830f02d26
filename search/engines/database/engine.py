"""The engine that is always there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar, Final

from django.db import DatabaseError, connection

from cms.publishing.models import Edition
from search.asking import FACETS, MAX_HITS, SearchQuery
from search.engines.base import Engine, EngineError
from search.found import FacetValue, Found, Highlights, Hit
from search.language import Matcher, fragments, highlight, language, tokens
from search.understanding import Alternative, Part, Understood

from .asked import Answer, Dialect, Wanted, ask, whole_names
from .postgresql import PostgreSQL
from .sqlite import SQLite
from .vocabulary import nearest

MOST_PARTS: Final = 12
"""Parts of a query that are looked for. Whoever types more has pasted a text."""
ALL_OF: Final = 2
"""Parts that all have to be there."""
CHOICES: Final = 6
"""Parts of which each combination is looked for; of more, all but one, as combinations get many."""
FEW: Final = 3
"""Hits up to which somebody may have mistyped."""


class DatabaseEngine(Engine):
    """PostgreSQL's full text search, or SQLite's.

    Two queries where something is found: one for hits, number and facets, one for the editions. Where little or nothing
    is, up to five more: for other spellings, and for hits that have some of the words only.
    """

    name: ClassVar[str] = "database"

    def search(self, query: SearchQuery, understood: Understood) -> Found:
        """See `Engine.search`."""
        try:
            return _Search(query, understood).found()
        except DatabaseError as error:
            raise EngineError(f"The database could not search: {error}") from error


class _Search:
    """One search."""

    def __init__(self, query: SearchQuery, understood: Understood) -> None:
        limit = max(0, min(query.limit, MAX_HITS - query.offset))
        self._query = replace(query, limit=limit, offset=max(0, query.offset))
        self._dialect: Dialect = PostgreSQL() if connection.vendor == "postgresql" else SQLite()
        self._parts = _with_words(understood.wanted)[:MOST_PARTS]
        self._unwanted = _with_words(understood.unwanted)[:MOST_PARTS]

    def found(self) -> Found:
        """The answer."""
        if self._query.text.strip() and not (self._parts or self._unwanted):
            return Found(hits=(), total=0, facets={name: self._values(name, {}) for name in FACETS})
        answer = self._ask(self._parts)
        parts, suggestion = self._parts, None
        if parts and answer.total <= FEW:
            near = nearest(_misspellable(parts), self._query.locales)
            if near:
                suggestion = self._suggestion(near, answer.total)
                parts = tuple(_respelt(part, near) for part in parts)
            answer = self._widened(answer, parts)
        return Found(
            hits=self._hits(answer, parts),
            total=answer.total,
            facets={name: self._values(name, answer.facets[name]) for name in FACETS},
            suggestion=suggestion,
        )

    def _ask(self, parts: Sequence[Part], *, least: int | None = None, query: SearchQuery | None = None) -> Answer:
        query = query or self._query
        least = _least(parts) if least is None else least
        wanted = Wanted(tuple(parts), least, self._unwanted, whole_names(query, parts))
        return ask(self._dialect, query, wanted)

    def _widened(self, answer: Answer, parts: Sequence[Part]) -> Answer:
        """The answer to weaker questions, if nothing was found."""
        if not answer.total and parts != self._parts:
            answer = self._ask(parts)
        if not answer.total and len(parts) > 1:
            answer = self._ask(parts, least=1)
        return answer

    def _suggestion(self, near: Mapping[str, Sequence[str]], total: int) -> str | None:
        """The query in another spelling, if more is found with it."""
        text = self._query.text
        parts, proposed = [], []
        for part in self._parts:
            if part.said.text in near:
                word = _cased(near[part.said.text][0], part.said.text)
                text = text.replace(part.said.text, word, 1)
                part = Part(said=replace(part.said, text=word))
                proposed.append(part)
            parts.append(part)
        if text == self._query.text:
            return None
        query = replace(self._query, text=text, limit=0, offset=0)
        if self._ask(parts, query=query).total <= total:
            return None
        # Not all parts need to be found, and the vocabulary still has words of editions that are gone.
        is_public = _least(parts) == len(parts) or self._ask(proposed, least=len(proposed), query=query).total
        return text if is_public else None

    def _hits(self, answer: Answer, parts: Sequence[Part]) -> tuple[Hit, ...]:
        columns = ("type", "key", "locale", "title", "words", "change_id")
        editions = Edition.objects.only(*columns).in_bulk([pk for pk, _score in answer.hits]) if answer.hits else {}
        phrases = _phrases(parts)
        matchers: dict[str, Matcher] = {}
        hits = []
        for pk, score in answer.hits:
            edition = editions.get(pk)
            if edition is None:
                continue
            matcher = matchers.get(edition.locale)
            if matcher is None:
                matcher = matchers[edition.locale] = Matcher(language(edition.locale), phrases)
            shown = _highlights(edition, matcher) if phrases else Highlights()
            hits.append(Hit(ref=edition.ref, version=edition.change_id or 0, highlights=shown, score=score))
        return tuple(hits)

    def _values(self, name: str, counts: Mapping[str, int]) -> tuple[FacetValue, ...]:
        chosen = self._query.chosen.get(name, ())
        ranked = sorted({**dict.fromkeys(chosen, 0), **counts}.items(), key=lambda item: (-item[1], item[0]))
        return tuple(FacetValue(value, count, chosen=value in chosen) for value, count in ranked)


def _least(parts: Iterable[Part]) -> int:
    """How many of the parts without quotation marks must be there: of more than two, three quarters will do."""
    count = sum(not part.exact for part in parts)
    if count <= ALL_OF:
        return count
    return count * 3 // 4 if count <= CHOICES else count - 1


def _highlights(edition: Edition, matcher: Matcher) -> Highlights:
    lead, body = edition.words.get("lead", ""), edition.words.get("body", "")
    return Highlights(
        title=highlight(edition.title, matcher), lead=highlight(lead, matcher), body=fragments(body, matcher)
    )


def _with_words(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if tokens(part.said.text))


def _misspellable(parts: Iterable[Part]) -> list[str]:
    """Single words that nobody has recognised or quoted."""
    plain = [part for part in parts if not (part.exact or part.places or part.regions)]
    return [part.said.text for part in plain if " " not in part.said.text]


def _respelt(part: Part, near: Mapping[str, Sequence[str]]) -> Part:
    others = tuple(Alternative(word) for word in near.get(part.said.text, ()))
    return replace(part, others=(*part.others, *others)) if others else part


def _cased(word: str, like: str) -> str:
    return word.upper() if like.isupper() and len(like) > 1 else word.capitalize() if like[:1].isupper() else word


def _phrases(parts: Iterable[Part]) -> list[str]:
    """What is marked in hits."""
    phrases: dict[str, None] = {}
    for part in parts:
        for way in part.ways:
            texts = [token.text for token in tokens(way.text)] if way.loose else [way.text]
            phrases.update(dict.fromkeys(texts))
    return list(phrases)
