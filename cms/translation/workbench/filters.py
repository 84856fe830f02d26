"""Showing some of the strings only, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from cms.translation.operations.string_form import read

from .rows import FAULTY, FUZZY, TRANSLATED, UNTRANSLATED, Row

ALL = "all"
OUTDATED = "outdated"
TALKED = "comments"

SHOWN: dict[str, Promise] = {
    ALL: pgettext_lazy("show strings", "All"),
    UNTRANSLATED: pgettext_lazy("show strings", "Not translated"),
    FUZZY: pgettext_lazy("show strings", "To be checked"),
    OUTDATED: pgettext_lazy("show strings", "Source changed"),
    TALKED: pgettext_lazy("show strings", "With comments"),
    FAULTY: pgettext_lazy("show strings", "With errors"),
    TRANSLATED: pgettext_lazy("show strings", "Translated"),
}

PAGE_SIZE = 50


@dataclass(frozen=True)
class Choice:
    """One of the kinds of strings that can be shown."""

    name: str
    label: Promise
    count: int
    current: bool
    query: str


@dataclass(frozen=True)
class Filter:
    """Which strings somebody wants to see: `show`, `q`, `p`; `string` names one that must be among them."""

    show: str = ALL
    find: str = ""
    number: str = "1"
    string: str = ""
    among: frozenset[str] = frozenset()
    """Keys of the only rows to show, whatever else is asked for; empty for no such limit."""

    @classmethod
    def of(cls, query: QueryDict) -> Filter:
        """From an address."""
        show = query.get("show", ALL)
        return cls(
            show=show if show in SHOWN else ALL,
            find=query.get("q", "").strip(),
            number=query.get("p", "1"),
            string=query.get("string", ""),
        )

    def page(self, rows: list[Row]) -> Page[Row]:
        """The part of the rows to show. A string that is asked for by name is shown whatever the filter says."""
        if self.among:
            return Paginator([row for row in rows if row.key in self.among], len(rows)).get_page(1)
        chosen = [row for row in rows if self._is_shown(row)]
        if self.string and not any(row.key == self.string for row in chosen):
            chosen = rows
        paginator = Paginator(chosen, PAGE_SIZE)
        index = next((at for at, row in enumerate(chosen) if row.key == self.string), None)
        return paginator.get_page(self.number if index is None else index // PAGE_SIZE + 1)

    def choices(self, rows: list[Row]) -> list[Choice]:
        """All kinds with their numbers."""
        return [
            Choice(name, label, sum(_is_of_kind(row, name) for row in rows), name == self.show, self._query(show=name))
            for name, label in SHOWN.items()
        ]

    def query(self, **changed: Any) -> str:
        """The query string of this filter, with these parts changed."""
        return self._query(show=self.show, **changed)

    def _query(self, show: str, **more: Any) -> str:
        parts = {"show": show if show != ALL else "", "q": self.find, **more}
        return "?" + urlencode({name: value for name, value in parts.items() if value})

    def _is_shown(self, row: Row) -> bool:
        if not _is_of_kind(row, self.show):
            return False
        words = self.find.casefold()
        return not words or any(words in text.casefold() for text in (read(row.source), row.text, row.place.title))


def _is_of_kind(row: Row, kind: str) -> bool:
    if kind == ALL:
        return True
    if kind == OUTDATED:
        return row.is_outdated
    if kind == TALKED:
        return bool(row.threads)
    return row.state == kind
