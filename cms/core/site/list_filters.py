"""How a filter of a list narrows it down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.models import Exists, OuterRef, Q

from cms.publishing.folding import fold
from cms.publishing.models import Edition
from cms.publishing.models.edition import EditionQuerySet

FOUND_BY_ANY_NAME = frozenset({"municipality", "partnership"})
"""Types whose works are found by what they are called in any language."""


def narrowed(editions: EditionQuerySet, filters: Mapping[str, str]) -> EditionQuerySet:
    """The editions that pass all filters: `q`, `kind`, `year`, or a term by its name."""
    for name, value in filters.items():
        if name == "q":
            editions = _with_words(editions, value)
        elif name == "kind":
            editions = editions.filter(kind=value)
        elif name == "year":
            year = int(value)
            editions = editions.filter(earliest__lte=date(year, 12, 31), latest__gte=date(year, 1, 1))
        else:
            editions = editions.with_term(name, [value])
    return editions


def _with_words(editions: EditionQuerySet, text: str) -> EditionQuerySet:
    """Those in which every word occurs, in whatever case; the names of places may be another language's."""
    matching = Q()
    for word in fold(text).split():
        matching &= Q(text__contains=word)
    in_any_locale = Edition.objects.filter(
        matching, type=OuterRef("type"), key=OuterRef("key"), type__in=FOUND_BY_ANY_NAME
    )
    return editions.filter(matching | Exists(in_any_locale))
