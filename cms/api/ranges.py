"""Which rows a list holds, as ranges that an index each holds in the order of the list.

A page is made of the beginnings of the ranges, so that it costs the same however many works there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models import Q, QuerySet

from cms.publishing.models import EditionTerm
from cms.publishing.models.edition import EditionQuerySet
from cms.publishing.terms import OF_EDITION
from cms.publishing.work_locales import said_in

from .filters import Filter, TermFilter
from .ordering import Term, ordered

MAX_VALUES = 5
"""Of a filter, that are looked up one by one."""

Rows = QuerySet[Any, Any]
"""Editions, or terms of editions."""


@dataclass(frozen=True)
class Chosen:
    """The rows of a list: each work that passes the filters, in the first of `locales` that it is published in."""

    editions: EditionQuerySet
    """What passes the filters, in any locale."""
    locales: Sequence[str]
    terms: tuple[QuerySet[EditionTerm], ...] = ()
    """The same as terms, for each value of one of the filters; none where no filter asks for terms."""

    def all(self) -> EditionQuerySet:
        """The rows in no order."""
        return self.editions.best(self.locales)

    def counted(self) -> Rows:
        """Something of which there is as much as there are rows."""
        parts = self._ranges(by_terms=bool(self.terms))
        if len(self.terms) > 1:  # an edition may have several of the values
            return _together([_ids(part) for part in parts], each_once=True)
        return _together([part.values("locale") for part in parts])

    def page(
        self, order: tuple[Term, ...], start: int, stop: int, *, beyond: Sequence[Q] = (Q(),), backwards: bool = False
    ) -> EditionQuerySet:
        """Rows in this order: numbers `start` to `stop` of those that meet one of the conditions in `beyond`.

        Chosen by id first, so that the database need not sort whole documents.
        """
        by_terms = bool(self.terms) and all(term.column.column in OF_EDITION for term in order)
        ranges = [
            ordered(part.filter(condition), order, backwards=backwards)
            for part in self._ranges(by_terms=by_terms)
            for condition in beyond
        ]
        rows = ordered(self.editions.peers(), order, backwards=backwards)
        if len(ranges) == 1:
            return rows.filter(pk__in=_ids(ranges[0][start:stop]))
        return rows.filter(pk__in=_together([_ids(part[:stop]) for part in ranges]))[start:stop]

    def _ranges(self, *, by_terms: bool) -> Iterator[Rows]:
        """The rows in parts. Those of several terms may have rows in common."""
        if self.editions.restricted_too:  # what editions say of where their work is published is for everybody
            yield self.all()
            return
        for rows in self.terms if by_terms else (self.editions,):
            yield rows.filter(locale=self.locales[0])
            for rank, locale in enumerate(self.locales[1:], 1):
                said = said_in(locale, without=self.locales[:rank])
                if by_terms:  # few enough to look through; their index says it
                    yield rows.filter(locale=locale, locales__in=said)
                else:
                    yield from (rows.filter(locales=each) for each in said)


def choose(
    editions: EditionQuerySet, type_name: str, filters: Sequence[tuple[Filter, Any]], locales: Sequence[str]
) -> Chosen:
    """The rows of a type that pass the filters, each given with what it is asked for."""
    by_terms = [
        (entry, values) for entry, values in filters if isinstance(entry, TermFilter) and len(values) <= MAX_VALUES
    ]
    looked_up, values = by_terms[0] if by_terms and not editions.restricted_too else (None, [])
    others = passing = editions.of_type(type_name)
    for entry, value in filters:
        passing = entry.apply(passing, value)
        others = others if entry is looked_up else entry.apply(others, value)
    if looked_up is None:
        return Chosen(passing, locales)
    terms = EditionTerm.objects.filter(name=looked_up.term_name, type=type_name, restricted=False)
    if len(filters) > 1:
        terms = terms.filter(edition__in=others.values("pk"))
    return Chosen(passing, locales, tuple(terms.filter(value=value) for value in dict.fromkeys(values)))


def _ids(rows: Rows) -> Rows:
    return rows.values("edition" if rows.model is EditionTerm else "pk")


def _together(parts: Sequence[Rows], *, each_once: bool = False) -> Rows:
    """All that is in them."""
    if len(parts) == 1:
        return parts[0]
    if any(part.query.is_sliced for part in parts) and not _can_cut_parts(parts[0].db):
        parts = [_ids(part.model._base_manager.filter(pk__in=part.values("pk"))) for part in parts]
    return parts[0].union(*parts[1:], all=not each_once)


def _can_cut_parts(using: str) -> bool:
    """Whether the database takes a limit within a union; SQLite wants it one level down."""
    return bool(connections[using].features.supports_slicing_ordering_in_compound)
