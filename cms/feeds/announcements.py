"""How content apps announce what they have for feeds, calendars and catalogues, from `AppConfig.ready()`.

Nothing here or in the modules that hold announcements imports the API: content apps may not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class AlreadyAnnouncedError(ValueError):
    """Two announcements claim the same name."""


class Announcements(Generic[T]):
    """Announced things by name, in the order in which they were announced."""

    def __init__(self) -> None:
        self._by_name: dict[str, T] = {}

    def __iter__(self) -> Iterator[T]:
        return iter(self._by_name.values())

    def register(self, name: str, announced: T) -> None:
        """Announces something. Raises AlreadyAnnouncedError."""
        if self._by_name.setdefault(name, announced) is not announced:
            raise AlreadyAnnouncedError(name)

    def get(self, name: str) -> T | None:
        """What has been announced under that name, if anything."""
        return self._by_name.get(name)
