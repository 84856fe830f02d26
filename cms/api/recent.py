"""What was used last, within a number."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Any, Generic, TypeVar

from django.core.signals import setting_changed

T = TypeVar("T")

_all: list[Recent[Any]] = []


class Recent(Generic[T]):
    """Keeps so many values by their names, and drops the one that nobody has asked for longest. Safe for threads."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = Lock()
        _all.append(self)

    def get(self, name: Hashable) -> T | None:
        """The value, if it is there."""
        with self._lock:
            value = self._kept.get(name)
            if value is not None:
                self._kept.move_to_end(name)
            return value

    def put(self, name: Hashable, value: T) -> None:
        """Keeps a value."""
        with self._lock:
            self._kept[name] = value
            self._kept.move_to_end(name)
            if len(self._kept) > self._limit:
                self._kept.popitem(last=False)

    def clear(self) -> None:
        """Drops everything."""
        with self._lock:
            self._kept.clear()


def forget(**_signal: Any) -> None:
    """Drops everything that is kept anywhere: for tests, whose logs begin anew and whose settings change."""
    for recent in _all:
        recent.clear()


setting_changed.connect(forget)
