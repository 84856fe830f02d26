"""What an engine knows, as those see it who keep it right: the same for a search server and for the database."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from cms.publishing.types import Ref

from ..documents import SearchDocument


class IndexUnavailableError(Exception):
    """The index cannot be read or written now: away, read-only, full, too busy, or answering nonsense.

    Nothing is wrong with the documents: whoever wrote them tries again later. The text says why, for operators.
    """


class RebuildRunningError(Exception):
    """Somebody else rebuilds this index now. The text says since when."""


class Entry(NamedTuple):
    """What an index has of an edition. Entries are ordered by type and key."""

    type: str
    key: str
    version: int


@dataclass(frozen=True, slots=True)
class Rejected:
    """A document that the index will never take as it is."""

    ref: Ref
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class IndexState:
    """What an index says of itself in one locale."""

    locale: str
    name: str
    """Of the index itself, or of the table. Empty where there is none yet."""
    count: int
    current: bool
    """Whether it was built by the rules that this version of the code has; otherwise it should be rebuilt."""


Progress = Callable[[str, int], None]
"""Called during a rebuild with a locale and how many documents it has by now."""


class Index(ABC):
    """All that one engine knows, in every locale. Its methods raise IndexUnavailableError."""

    engine: ClassVar[str]
    """The engine's name, as `Engine.name`."""
    follower: ClassVar[str]
    """Name of the follower that writes it."""

    @abstractmethod
    def write(self, documents: Sequence[SearchDocument], gone: Mapping[Ref, int]) -> list[Rejected]:
        """Puts documents in and takes the `gone` out, those with the number of their last change.

        What the index has in a newer version stays as it is, so that repeats and late writers do no harm. All that is
        fine is written, whatever else is rejected.
        """

    @abstractmethod
    def entries(self, locale: str) -> Iterator[Entry]:
        """All that it has in a locale, ordered by type and then key (as text), streamed."""

    @abstractmethod
    def state(self, locale: str) -> IndexState:
        """For operators. Never raises because there is no index yet."""

    @abstractmethod
    def rebuild(self, locales: Sequence[str], progress: Progress | None = None) -> dict[str, int]:
        """Makes everything anew while publishing and searching go on, and returns documents by locale.

        Raises RebuildRunningError.
        """

    def is_away(self) -> str:
        """Why it cannot be asked now, found out within a second; empty where it can."""
        return ""
