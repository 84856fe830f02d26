"""Searching in PostgreSQL: `tsvector`, `tsquery`, `ts_rank_cd`."""

from __future__ import annotations

from collections.abc import Sequence

from search.asking import SearchQuery
from search.understanding import Part

from .asked import Dialect, Params, Source, Wanted, ways
from .lexicon import as_typed, lexicon
from .rows import place_word, region_word

WEIGHTS = "'{0.1, 0.4, 0.7, 1.0}'"
"""Of body, lead, names, title."""

ASKED = "(SELECT words FROM asked)"
"""What an entry must have."""
ANY = "(SELECT any_word FROM asked)"
"""Whatever of it a heading has."""


class PostgreSQL(Dialect):
    """Everything but the words' ranks is read from narrow rows; long vectors are looked up in their index."""

    facet_values = "unnest(m.facets) AS v(value)"
    facet_name = "split_part(value, ':', 1)"

    def matched(self, query: SearchQuery, wanted: Wanted, params: Params) -> Source:
        conditions = []
        before = score = rescored = ""
        if wanted.parts:
            said = ", ".join(
                f"{_said(part, query.locales, params)} AS p{number}" for number, part in enumerate(wanted.parts)
            )
            names = [f"p{number}" for number in range(len(wanted.parts))]
            words = wanted.combined(names, all_of=" && ", any_of=" || ")
            columns = f"{words} AS words, {' || '.join(names)} AS any_word"
            before = f"said AS (SELECT {said}), asked AS MATERIALIZED (SELECT {columns} FROM said)"  # noqa: S608
            conditions.append(f"e.words @@ {ASKED}")
            # Cheap, because thousands are ranked by it: covers of a long query cost twenty times as much.
            score = f"ts_rank({WEIGHTS}, e.heading, {ANY}, 1)"
            rescored = f"ts_rank_cd({WEIGHTS}, e.heading, {ASKED}, 1) + ts_rank_cd({WEIGHTS}, e.words, {ASKED}, 1)"
        if wanted.unwanted:
            words = " || ".join(_said(part, query.locales, params) for part in wanted.unwanted)
            conditions.append(
                f"e.edition_id NOT IN (SELECT edition_id FROM search_searchentry WHERE words @@ ({words}))"  # noqa: S608
            )
        return Source("search_searchentry e", " AND ".join(conditions), score, rescored, before)

    def any_of(self, values: Sequence[str], params: Params) -> str:
        return f"e.facets && {params(list(values))}::text[]"

    def age(self, today: str) -> str:
        return f"abs({today}::date - e.day)"

    def is_called(self, names: Sequence[str], params: Params) -> str:
        return f"e.called && {params(list(names))}::text[]"


def _said(part: Part, locales: Sequence[str], params: Params) -> str:
    """The part as a `tsquery`, in any of its ways."""
    found: dict[tuple[str, str], None] = {}
    for text, locale, loose in ways(part, locales):
        forms = lexicon(locale).forms(text)
        if not forms:
            continue
        if not loose:
            found["phraseto_tsquery", as_typed(forms)] = None
        function = "plainto_tsquery" if loose else "phraseto_tsquery"
        found[function, " ".join(form.stem for form in forms)] = None
    for word in [*map(place_word, part.places), *map(region_word, part.regions)]:
        found["plainto_tsquery", word] = None
    said = [f"{function}('simple', {params(words)})" for function, words in found]
    return " || ".join(said) or "''::tsquery"
