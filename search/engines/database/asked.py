"""The SQL of a search: one statement for its hits, their number and all facets. The same in every database but for
the words, which each finds and ranks in its own way (`Dialect`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from django.db import connection
from django.utils import timezone

from search.asking import FACET_SIZE, FACETS, SearchQuery
from search.understanding import Part

from .lexicon import lexicon
from .rows import facet_term

RECENCY: Final = 0.15
"""How much more something of today counts than something long ago."""


class Params(dict[str, Any]):
    """Values for a statement, each put in by name: nothing that somebody typed stands in the SQL itself."""

    def __call__(self, value: Any) -> str:
        name = f"p{len(self)}"
        self[name] = value
        return f"%({name})s"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The parts to be found, in which an entry must have all that are `exact` and so many of the others."""

    parts: tuple[Part, ...]
    least: int
    unwanted: tuple[Part, ...] = ()
    called: tuple[str, ...] = ()
    """What a title or name would be if it were all that was typed."""

    def combined(self, said: Sequence[str], *, all_of: str, any_of: str) -> str:
        """The condition that they make together, out of what each of them is in a database's own language."""
        exact = [one for one, part in zip(said, self.parts, strict=True) if part.exact]
        others = [one for one, part in zip(said, self.parts, strict=True) if not part.exact]
        if others:
            choices = combinations(others, min(max(self.least, 1), len(others)))
            exact.append(f"({any_of.join(f'({all_of.join(choice)})' for choice in choices)})")
        return all_of.join(exact)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the statement answered."""

    hits: tuple[tuple[int, float], ...]
    """Ids of editions with their scores, best first."""
    total: int
    facets: Mapping[str, Mapping[str, int]]


class Dialect(ABC):
    """What databases do differently."""

    facet_values: str
    """A table `v` with a column `value` for the facets of the row `m`."""
    facet_name: str
    """The facet of `value`."""

    @abstractmethod
    def matched(self, query: SearchQuery, wanted: Wanted, params: Params) -> Source:
        """Where rows come from."""

    @abstractmethod
    def any_of(self, values: Sequence[str], params: Params) -> str:
        """A condition: the entry `e` has one of these values of a facet."""

    @abstractmethod
    def age(self, today: str) -> str:
        """How many days the entry's `day` is away from a day."""

    @abstractmethod
    def is_called(self, names: Sequence[str], params: Params) -> str:
        """A condition: one of these is all of a title or name of the entry."""


@dataclass(frozen=True, slots=True)
class Source:
    """Rows that match."""

    tables: str
    condition: str
    score: str
    rescored: str = ""
    """A better score that is worth being computed for the best by `score`; see `RESCORED`."""
    before: str = ""
    """What has to be worked out once, in `WITH`."""


RESCORED: Final = 400
"""Hits that are ranked by all of their words; those behind keep the order that their headings give them."""


def ask(dialect: Dialect, query: SearchQuery, wanted: Wanted) -> Answer:
    """Asks the database once."""
    params = Params()
    with connection.cursor() as cursor:
        cursor.execute(_statement(dialect, query, wanted, params), params)
        rows = cursor.fetchall()
    hits: list[tuple[int, int, float]] = []
    total = 0
    facets: dict[str, dict[str, int]] = {name: {} for name in FACETS}
    for what, value, number, score in rows:
        if what == "hit":
            hits.append((number, int(value), score))
        elif what == "total":
            total = number
        else:
            name, _, facet_value = value.partition(":")
            facets[name][facet_value] = number
    return Answer(tuple((pk, score) for _place, pk, score in sorted(hits)), total, facets)


def _statement(dialect: Dialect, query: SearchQuery, wanted: Wanted, params: Params) -> str:
    source = dialect.matched(query, wanted, params)
    chosen = {name: _terms(name, query.chosen[name]) for name in FACETS if query.chosen.get(name)}
    flags = {name: f"in_{name}" for name in chosen}
    columns = "".join(f", {dialect.any_of(chosen[name], params)} AS {flag}" for name, flag in flags.items())
    conditions = [
        _best(query.locales, params),
        "NOT EXISTS (SELECT 1 FROM publishing_edition w WHERE w.restricted AND w.id = e.edition_id)",
        *filter(None, [source.condition]),
    ]
    narrowed = " AND ".join(flags.values()) or "TRUE"
    # A facet's own choice does not narrow its values.
    counted = " AND ".join(f"({flag} OR {dialect.facet_name} = '{name}')" for name, flag in flags.items()) or "TRUE"
    kept = [term for terms in chosen.values() for term in terms]
    keep = f" OR value IN ({', '.join(map(params, kept))})" if kept else ""
    bonus, recent = _bonus(dialect, query, wanted, params), _recent(dialect, params)
    rescored = _rescored(source, bonus, recent)
    order = "score DESC, day IS NULL, day DESC, id"
    return f"""
WITH {source.before}{"," if source.before else ""} matched AS MATERIALIZED (
    SELECT e.edition_id AS id, e.facets AS facets, e.day AS day, {_total_score(source.score, bonus, recent)} AS score
        {columns}
    FROM {source.tables} WHERE {" AND ".join(conditions)}
),
narrowed AS (SELECT id, day, score FROM matched WHERE {narrowed}),
{rescored}
page AS (
    SELECT id, score, row_number() OVER (ORDER BY {"better DESC, " if rescored else ""}{order}) AS place
    FROM {"ranked" if rescored else "narrowed"}
    ORDER BY place LIMIT {int(query.limit)} OFFSET {int(query.offset)}
),
counted AS (
    SELECT v.value AS value, count(*) AS hits FROM matched m CROSS JOIN {dialect.facet_values} WHERE {counted}
    GROUP BY v.value
),
frequent AS (
    SELECT value, hits, row_number() OVER (PARTITION BY {dialect.facet_name} ORDER BY hits DESC, value) AS place
    FROM counted
)
SELECT 'total' AS what, '' AS value, (SELECT count(*) FROM narrowed) AS number, 0.0 AS score
UNION ALL SELECT 'hit', CAST(id AS text), place, score FROM page
UNION ALL SELECT 'facet', value, hits, 0.0 FROM frequent WHERE place <= {FACET_SIZE}{keep}
"""  # noqa: S608 - values are parameters


def _best(locales: Sequence[str], params: Params) -> str:
    """Of each work the edition in the first of these locales that it is published in."""
    ways = []
    for rank, locale in enumerate(locales):
        better = "".join(f" AND e.locales NOT LIKE {params(f'%,{other},%')}" for other in locales[:rank])
        ways.append(f"(e.locale = {params(locale)}{better})")
    return f"({' OR '.join(ways)})"


def _terms(name: str, values: Sequence[str]) -> list[str]:
    return [facet_term(name, storable(value)) for value in values]


def storable(text: str) -> str:
    """The text without what no database takes: such a text is none of those that are stored."""
    return text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode()


def _bonus(dialect: Dialect, query: SearchQuery, wanted: Wanted, params: Params) -> str:
    """For what is called just so, and a little for the reader's own language."""
    called = f"CASE WHEN {dialect.is_called(wanted.called, params)} THEN 1.0 ELSE 0.0 END" if wanted.called else "0.0"
    own = f"CASE WHEN e.locale = {params(query.locale)} THEN 0.01 ELSE 0.0 END"
    return f"{called} + {own}"


def _recent(dialect: Dialect, params: Params) -> str:
    age = dialect.age(params(timezone.localdate()))
    return f"(1.0 + coalesce({RECENCY} / (1.0 + {age} / 365.0), {RECENCY / 2}))"


def _total_score(score: str, bonus: str, recent: str) -> str:
    return f"({score}) * {recent} + {bonus}" if score else "0.0"


def _rescored(source: Source, bonus: str, recent: str) -> str:
    if not source.rescored:
        return ""
    better = _total_score(source.rescored, bonus, recent)
    # Looked up row by row, so that it costs the same whatever PostgreSQL expects to be found.
    return f"""
ordered AS (SELECT *, row_number() OVER (ORDER BY score DESC, day IS NULL, day DESC, id) AS rank FROM narrowed),
ranked AS (
    SELECT id, day, score, CASE WHEN rank <= {RESCORED}
        THEN (SELECT {better} FROM search_searchentry e WHERE e.edition_id = ordered.id) ELSE -1.0 END AS better
    FROM ordered
),
"""  # noqa: S608 - values are parameters


def ways(part: Part, locales: Sequence[str]) -> list[tuple[str, str, bool]]:
    """How a part may be said: text, locale whose analysis it needs, and whether its words may stand apart."""
    found: dict[tuple[str, str, bool], None] = {}
    for way in part.ways:
        for locale in dict.fromkeys([*([way.locale] if way.locale else []), *locales]):
            found[(way.text, locale, way.loose)] = None
    return list(found)


def whole_names(query: SearchQuery, parts: Sequence[Part]) -> tuple[str, ...]:
    """What a title or name would be if it were all that was typed, or if it said the same."""
    texts = [query.text]
    if len(parts) == 1:
        texts += [way.text for way in parts[0].ways if not way.loose]
    plain = {lexicon(locale).plain(text) for text in texts for locale in query.locales}
    return tuple(sorted(plain - {""}))
