"""Queries that somebody has judged works for, read from a file.

The file is JSON, a list of objects:

- `locale`: one of the content languages; the query is asked in its editions alone (`scope=own`);
- `query`: what a reader types;
- `about` (optional): what kind of difficulty it is, in a word or two, for whoever reads the details;
- `works`: the ids of works that are worth finding, each with its grade: 3 for an obvious answer, 2 for a good one,
  1 for one that has to do with it. What is missing is worth nothing.

Judgements are made from the content, before any engine is asked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from cms.publishing.locales import content_locales
from cms.publishing.models import Edition

from ..asking import MAX_LENGTH

OBVIOUS: Final = 3
"""The highest grade: a reader who does not find this has reason to complain."""
KNOWN: Final = frozenset(("locale", "query", "about", "works"))


class JudgementsError(Exception):
    """The file cannot be used. Its text says why, to people."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A query with what it should find."""

    locale: str
    query: str
    about: str
    grades: Mapping[str, int]
    """By work, 0 to 3."""

    @property
    def has_obvious_answer(self) -> bool:
        """Whether finding nothing would be absurd."""
        return OBVIOUS in self.grades.values()


def read(path: Path) -> tuple[Judged, ...]:
    """The queries of a file. Raises JudgementsError."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise JudgementsError(f"{path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise JudgementsError(f"{path} is not JSON: {error}.") from error
    if not isinstance(stored, list) or not stored:
        raise JudgementsError(f"{path} must hold a list of judged queries.")
    return tuple(_judged(entry, number) for number, entry in enumerate(stored, start=1))


def unpublished(queries: Iterable[Judged]) -> Sequence[str]:
    """A sentence for each judged work that nobody can find, as it is not published in the query's language."""
    queries = tuple(queries)
    wanted = {work for judged in queries for work in judged.grades}
    rows = Edition.objects.filter(key__in=wanted, change_id__isnull=False).values_list("key", "locale")
    there = {(str(key), locale) for key, locale in rows}
    return [
        f"“{judged.query}”: work {work} is not published in “{judged.locale}”."
        for judged in queries
        for work in judged.grades
        if (work, judged.locale) not in there
    ]


def _judged(entry: Any, number: int) -> Judged:
    where = f"Entry {number}"
    if not isinstance(entry, dict):
        raise JudgementsError(f"{where} is not an object with locale, query and works.")
    if unknown := sorted(entry.keys() - KNOWN):
        raise JudgementsError(f"{where} has keys that mean nothing: {', '.join(unknown)}.")
    locale, query = _text(entry, "locale", where), _text(entry, "query", where)
    if locale not in content_locales():
        raise JudgementsError(f"{where}: {locale!r} is none of the content languages ({', '.join(content_locales())}).")
    if len(query) > MAX_LENGTH:
        raise JudgementsError(f"{where}: the query is longer than {MAX_LENGTH} letters.")
    return Judged(locale, query, str(entry.get("about", "")), _grades(entry.get("works"), where))


def _text(entry: Mapping[str, Any], name: str, where: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str) or not value.strip():
        raise JudgementsError(f"{where}: {name!r} must be a text.")
    return value


def _grades(works: Any, where: str) -> dict[str, int]:
    if not isinstance(works, dict):
        raise JudgementsError(f"{where}: 'works' must be an object of grades by work id.")
    grades: dict[str, int] = {}
    for work, grade in works.items():
        try:
            key = str(UUID(work))
        except ValueError:
            raise JudgementsError(f"{where}: {work!r} is no id of a work.") from None
        if type(grade) is not int or not 0 <= grade <= OBVIOUS:
            raise JudgementsError(f"{where}: the grade of {work} must be 0, 1, 2 or 3, not {grade!r}.")
        grades[key] = grade
    if not any(grades.values()):
        raise JudgementsError(f"{where}: no work has a grade above 0, so nothing can be measured.")
    return grades
