"""What every search engine can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from ..asking import SearchQuery
from ..found import Found
from ..understanding import Understood


class EngineError(Exception):
    """The engine did not answer, was too late, or answered nonsense. Its text is for the log, never for readers."""


class QueryRefusedError(EngineError):
    """The engine lives, and refuses this one query. No reason to leave it alone: others will be answered."""


class Engine(ABC):
    """Finds editions. What it knows of them it was told by a follower of the log."""

    name: ClassVar[str]
    """As answers tell it: `elasticsearch`, `opensearch`, `database`."""

    @abstractmethod
    def search(self, query: SearchQuery, understood: Understood) -> Found:
        """The hits, with facets. `understood` is what the query's text means (see `search.understanding`).

        Any text is answered. Raises EngineError. Those that ask a server run in threads of their own, so they must
        not use the database.
        """
