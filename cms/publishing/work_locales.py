"""Which locales a work is published in, as each of its editions says it: `de of de en`.

Lists with fallback show a work in the best locale there is. As editions say what else there is, that is a condition on
one of their columns, and an index can hold the editions that meet it in the order of a list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations

from .locales import content_locales
from .models import Edition


def say_locales(editions: Iterable[Edition]) -> list[Edition]:
    """Sets `locales` of the editions, which are all there are of their works. Returns those that said otherwise.

    Restricted ones say nothing, and nothing is said of them.
    """
    editions = list(editions)
    published: dict[tuple[str, str], set[str]] = defaultdict(set)
    for edition in editions:
        if not edition.restricted:
            published[edition.type, str(edition.key)].add(edition.locale)
    changed = []
    for edition in editions:
        said = "" if edition.restricted else _said(edition.locale, published[edition.type, str(edition.key)])
        if edition.locales != said:
            edition.locales = said
            changed.append(edition)
    return changed


def said_in(locale: str, *, without: Collection[str]) -> list[str]:
    """All that editions in `locale` may say of works that are not published in those of `without`."""
    others = [code for code in content_locales() if code != locale and code not in without]
    found = [more for count in range(len(others) + 1) for more in combinations(others, count)]
    return [_said(locale, {locale, *more}) for more in found]


def locales_of(said: str) -> tuple[str, ...]:
    """The locales in which everybody may read the work of an edition that says this."""
    return tuple(said.partition(" of ")[2].split())


def _said(locale: str, published: Collection[str]) -> str:
    # Locales that the settings no longer name count for nothing.
    return f"{locale} of {' '.join(sorted(set(published) & set(content_locales())))}"
