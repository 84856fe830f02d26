"""Which locales a work is published in, as each of its editions says it.

Lists with fallback show a work in the best locale there is. Where editions say what else there is, that is a condition
on one row, and an index can hold the rows of a list in their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from .locales import content_locales
from .models import Edition


def published_in(editions: Iterable[Edition]) -> Mapping[tuple[str, str], str]:
    """What the editions of each work (type and key) have to say, when these are all of them."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for edition in editions:
        if not edition.restricted:
            found[(edition.type, str(edition.key))].add(edition.locale)
    return defaultdict(str, {work: _said(locales) for work, locales in found.items()})


def said_with(locale: str, *, without: Collection[str]) -> list[str]:
    """All that is said of works that are published in `locale` and not in those of `without`."""
    others = [code for code in content_locales() if code != locale and code not in without]
    return [_said({locale, *more}) for count in range(len(others) + 1) for more in combinations(others, count)]


def _said(locales: Collection[str]) -> str:
    # A locale that the settings name no longer counts for nothing; `said_with` does not know it either.
    return " ".join(sorted(set(locales) & set(content_locales())))
