"""Searching in PostgreSQL: `tsvector`, `tsquery`, `ts_rank_cd`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from search.asking import SearchQuery
from search.understanding import Part

from .asked import Dialect, Params, Source, Wanted, ways
from .lexicon import lexicon
from .rows import place_word, region_word
from .store import configuration

WEIGHTS = "'{0.1, 0.4, 0.7, 1.0}'"
"""Of body, lead, names, title."""


class PostgreSQL(Dialect):
    """Everything but the words' ranks is read from narrow rows; long vectors are looked up in their index."""

    facet_values = "unnest(m.facets) AS v(value)"
    facet_name = "split_part(value, ':', 1)"

    def matched(self, query: SearchQuery, wanted: Wanted, params: Params) -> Source:
        conditions = []
        score = rescored = ""
        if wanted.parts:
            words = _all_of([_said(part, query.locales, params) for part in wanted.parts], wanted.least)
            conditions.append(f"e.words @@ {words}")
            score = f"ts_rank_cd({WEIGHTS}, e.heading, {words}, 1)"
            rescored = f"{score} + ts_rank_cd({WEIGHTS}, e.words, {words}, 1)"
        if wanted.unwanted:
            words = " || ".join(_said(part, query.locales, params) for part in wanted.unwanted)
            conditions.append(
                f"e.edition_id NOT IN (SELECT edition_id FROM search_searchentry WHERE words @@ ({words}))"  # noqa: S608
            )
        return Source("search_searchentry e", " AND ".join(conditions), score, rescored)

    def any_of(self, values: Sequence[str], params: Params) -> str:
        return f"e.facets && {params(list(values))}::text[]"

    def age(self, today: str) -> str:
        return f"abs({today}::date - e.day)"

    def is_called(self, names: Sequence[str], params: Params) -> str:
        return f"e.called && {params(list(names))}::text[]"


def _said(part: Part, locales: Sequence[str], params: Params) -> str:
    """The part as a `tsquery`, in any of its ways."""
    found: dict[tuple[str, str, str], None] = {}
    for text, locale, loose in ways(part, locales):
        words = " ".join(form.given for form in lexicon(locale).forms(text))
        if words:
            function = "plainto_tsquery" if loose else "phraseto_tsquery"
            found[(function, configuration(locale), words)] = None
    for word in [*map(place_word, part.places), *map(region_word, part.regions)]:
        found[("plainto_tsquery", "simple", word)] = None
    said = [f"{function}({params(name)}::regconfig, {params(words)})" for function, name, words in found]
    return f"({' || '.join(said)})" if said else "''::tsquery"


def _all_of(said: Sequence[str], least: int) -> str:
    """At least so many of them."""
    if least <= 1:
        return _joined(" || ", said)
    return _joined(" || ", [_joined(" && ", some) for some in combinations(said, min(least, len(said)))])


def _joined(sign: str, said: Iterable[str]) -> str:
    return f"({sign.join(said)})"
