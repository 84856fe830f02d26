"""The gazetteer of what is public now, kept in memory and read again when the log tells of a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from threading import Lock
from typing import Any, Final

from cms.publishing.models import Change, Edition
from cms.publishing.registry import registry

from .gazetteer import Named, gazetteer, named
from .meanings import Lexicon

MOST_CHANGES: Final = 500
"""After more, everything is read again."""

Seen = tuple[int, Any, Any]
"""A change: number, work and time. The number alone would not tell a restored database from the one before."""


@dataclass(frozen=True, slots=True)
class _Library:
    last: Seen
    rows: dict[str, tuple[Named, ...]]
    """By work."""
    lexicon: Lexicon


_current: _Library | None = None
_lock: Final = Lock()


def places() -> Lexicon | None:
    """All places and regions that readers may know of. None where there is none. One query where
    nothing has changed.
    """
    global _current
    types = [edition_type.name for edition_type in registry.all() if edition_type.is_place]
    last = Change.objects.filter(type__in=types).order_by("-pk").values_list("pk", "key", "at").first()
    if last is None:
        return None
    current = _current
    if current is not None and current.last == last:
        return current.lexicon
    with _lock:
        if _current is None or _current.last != last:
            _current = _read(types, last, _current)
        return _current.lexicon


def _read(types: Collection[str], last: Seen, known: _Library | None) -> _Library:
    changed = _changed_since(known, types) if known else None
    if known is None or changed is None:
        rows = _rows(types)
    else:
        rows = {key: some for key, some in known.rows.items() if key not in changed} | _rows(types, changed)
    return _Library(last, rows, gazetteer(row for some in rows.values() for row in some))


def _changed_since(known: _Library, types: Collection[str]) -> set[str] | None:
    """The works that changed after what is known; None where that is not a beginning of this log, or too many did."""
    since = Change.objects.filter(type__in=types, pk__gte=known.last[0]).order_by("pk")
    changes = list(since.values_list("pk", "key", "at")[: MOST_CHANGES + 1])
    if len(changes) > MOST_CHANGES or known.last not in changes[:1]:
        return None
    return {str(key) for _pk, key, _at in changes[1:]}


def _rows(types: Collection[str], keys: Collection[str] | None = None) -> dict[str, tuple[Named, ...]]:
    editions = Edition.objects.filter(type__in=types)
    if keys is not None:
        editions = editions.filter(key__in=keys)
    found: dict[str, list[Named]] = defaultdict(list)
    columns = ("key", "locale", "title", "words", "item")
    for key, *rest in editions.order_by("pk").values_list(*columns):
        found[str(key)].append(named(key, *rest))
    return {key: tuple(some) for key, some in found.items()}
