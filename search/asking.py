"""What is asked of a search engine, in words that all of them understand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

FACETS: Final = ("type", "kind", "place", "region", "year", "language")
"""What hits can be narrowed by. Values of one facet widen each other, further facets narrow."""
FACET_SIZE: Final = 20
"""Values of a facet that an answer tells, the most frequent first, besides those that are chosen."""
MAX_HITS: Final = 10_000
"""As deep as pages of hits go: `offset` and `limit` together."""
MAX_LENGTH: Final = 10_000
"""Letters of a query that are read at all; an API answers 400 to longer ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """A search. Nothing in it is to be trusted: `text` is whatever somebody typed."""

    text: str
    """Empty: everything, newest first (for browsing by facets)."""
    locales: tuple[str, ...]
    """The reader's locale, then those that will do instead, best first. With one alone only its editions are found
    (`scope=own`); with several there is one hit a work, in the best locale that it is published in (`scope=all`),
    chosen before anything is matched, narrowed or counted, as everywhere in the content API.
    """
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values by facet (see FACETS)."""
    limit: int = 20
    offset: int = 0

    @property
    def locale(self) -> str:
        """The reader's."""
        return self.locales[0]
