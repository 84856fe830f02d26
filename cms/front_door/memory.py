"""Finished answers, within a number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock

OVERHEAD = 2_000
"""Bytes that an entry takes besides its name and its body: headers, the objects themselves."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A finished answer."""

    name: tuple[str | None, ...]
    """The request it answers."""
    version: Hashable
    """What it is true for."""
    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def size(self) -> int:
        """Bytes, roughly."""
        return len(self.body) + sum(len(part) for part in self.name if part) + OVERHEAD


class Memory:
    """Keeps the answers asked for last. Safe for several threads."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, name: Hashable, version: Hashable) -> Kept | None:
        """The answer, if there is one of that version."""
        with self._lock:
            found = self._kept.get(name)
            if found is None or found.version != version:
                return None
            self._kept.move_to_end(name)
            return found

    def put(self, kept: Kept) -> None:
        """Keeps an answer, in place of an older one, and drops those that nobody has asked for longest."""
        if kept.size > self.limit:
            return
        with self._lock:
            before = self._kept.pop(kept.name, None)
            self.size += kept.size - (before.size if before else 0)
            self._kept[kept.name] = kept
            while self.size > self.limit:
                _name, dropped = self._kept.popitem(last=False)
                self.size -= dropped.size
