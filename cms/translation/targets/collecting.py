"""Noticing that works changed, and bringing their targets up to date once, however often they changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID

from cms.publishing.projection import current_publication

from .refreshing import recount, refresh


@dataclass(slots=True)
class _Noticed:
    works: set[UUID] = field(default_factory=set)
    strings: set[UUID] = field(default_factory=set)


_noticed: ContextVar[_Noticed | None] = ContextVar("noticed_works", default=None)


@contextmanager
def collected() -> Iterator[None]:
    """Within, works are only noted; their targets are brought up to date at the end, within the same transaction.

    Blocks nest; within a publication its end is waited for. Nothing happens after an exception: what it ended is rolled
    back.
    """
    if _noticed.get() is not None:
        yield
        return
    noticed = _Noticed()
    token = _noticed.set(noticed)
    try:
        yield
    finally:
        _noticed.reset(token)
    note(noticed.works)
    note_strings(noticed.strings - noticed.works)


def note(keys: Iterable[UUID]) -> None:
    """Anything about these works may be other than before: now, or at the end of what is going on."""
    works = frozenset(keys)
    noticed, batch = _noticed.get(), current_publication()
    if noticed is not None:
        noticed.works |= works
    elif batch is not None:
        batch.note(works)
    else:
        refresh(works)


def note_strings(keys: Iterable[UUID]) -> None:
    """Translations of these works' strings changed, and nothing else: a cheaper `note`."""
    works = frozenset(keys)
    noticed, batch = _noticed.get(), current_publication()
    if noticed is not None:
        noticed.strings |= works
    elif batch is not None:
        batch.note(works)
    else:
        recount(works)
