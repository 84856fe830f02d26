"""Terms as they are stored: a filter's name and value, and what lists choose and order editions by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from .models import Edition, EditionTerm

OF_EDITION = ("type", "key", "locale", "restricted", "locales", "earliest", "sort_title")
"""Columns that a term has from its edition."""

Stored = tuple[Any, ...]
"""A term's name and value, and OF_EDITION."""


def term_of(edition: Edition, name: str, value: str) -> EditionTerm:
    """A term to store."""
    return EditionTerm(
        edition=edition, name=name, value=value, **{column: getattr(edition, column) for column in OF_EDITION}
    )


def terms_to_store(edition: Edition, terms: Iterable[tuple[str, str]]) -> set[Stored]:
    """What ought to be stored for an edition with these names and values."""
    shared = [str(edition.key) if column == "key" else getattr(edition, column) for column in OF_EDITION]
    return {(name, value, *shared) for name, value in terms}


def stored_terms(editions: Iterable[Edition]) -> dict[int, set[Stored]]:
    """What is stored, by the editions' ids."""
    found: dict[int, set[Stored]] = defaultdict(set)
    rows = EditionTerm.objects.filter(edition__in=[edition.pk for edition in editions])
    for pk, *values in rows.values_list("edition", "name", "value", *OF_EDITION):
        found[pk].add(tuple(str(value) if isinstance(value, UUID) else value for value in values))
    return found
