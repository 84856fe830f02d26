"""Searching in SQLite: FTS5 with stems of our own, ranked by bm25."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from search.asking import SearchQuery
from search.understanding import Part

from .asked import Dialect, Params, Source, Wanted, ways
from .lexicon import as_typed, lexicon
from .rows import place_word, region_word

WEIGHTS = "10.0, 7.0, 4.0, 1.0"
"""Of title, names, lead, body."""
SCALE = 0.02
"""Brings bm25 to about what other conditions are worth."""
NOTHING = '""'


class SQLite(Dialect):
    """The words are in a table of their own; only those of entries that are there are ever seen."""

    facet_values = "json_each(m.facets) AS v"
    facet_name = "substr(value, 1, instr(value, ':') - 1)"

    def matched(self, query: SearchQuery, wanted: Wanted, params: Params) -> Source:
        tables, conditions, score = "search_searchentry e", [], ""
        if wanted.parts:
            said = [_said(part, query.locales) for part in wanted.parts]
            words = wanted.combined(said, all_of=" AND ", any_of=" OR ")
            tables = "search_text t JOIN search_searchentry e ON e.edition_id = t.rowid"
            conditions.append(f"search_text MATCH {params(words)}")
            score = f"-bm25(search_text, {WEIGHTS}) * {SCALE}"
        if wanted.unwanted:
            words = _joined(" OR ", [_said(part, query.locales) for part in wanted.unwanted])
            conditions.append(
                f"e.edition_id NOT IN (SELECT rowid FROM search_text WHERE search_text MATCH {params(words)})"  # noqa: S608
            )
        return Source(tables, " AND ".join(conditions), score)

    def any_of(self, values: Sequence[str], params: Params) -> str:
        return _one_of("e.facets", values, params)

    def age(self, today: str) -> str:
        return f"abs(julianday({today}) - julianday(e.day))"

    def is_called(self, names: Sequence[str], params: Params) -> str:
        return _one_of("e.called", names, params)


def _one_of(column: str, values: Sequence[str], params: Params) -> str:
    """A condition: the list in the column has one of these values."""
    given = ", ".join(map(params, values))
    return f"EXISTS (SELECT 1 FROM json_each({column}) f WHERE f.value IN ({given}))"  # noqa: S608 - parameters


def _said(part: Part, locales: Sequence[str]) -> str:
    """The part for MATCH, in any of its ways. Words are letters and digits in quotation marks, and nothing else."""
    found: dict[str, None] = {}
    for text, locale, loose in ways(part, locales):
        forms = lexicon(locale).forms(text)
        stems = [form.stem for form in forms]
        if forms and not loose:
            found[_quoted(as_typed(forms))] = None
        if forms:
            found[_joined(" AND ", map(_quoted, stems)) if loose else _quoted(" ".join(stems))] = None
    for word in [*map(place_word, part.places), *map(region_word, part.regions)]:
        found[_quoted(word)] = None
    return _joined(" OR ", found) if found else NOTHING


def _joined(sign: str, said: Iterable[str]) -> str:
    return f"({sign.join(said)})"


def _quoted(words: str) -> str:
    return '"{}"'.format(words.replace('"', '""'))
