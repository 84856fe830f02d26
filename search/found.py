"""What a search engine answers, whichever it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cms.publishing.types import Ref


@dataclass(frozen=True, slots=True)
class Highlights:
    """Fragments of an edition in HTML, escaped, with what was looked for in `<mark>`. Empty where nothing was."""

    title: str = ""
    lead: str = ""
    body: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One edition that was found."""

    ref: Ref
    version: int
    """The number of the edition's last change that the engine knows of. Where the edition is at another one by now,
    nothing of what the engine remembers of it is shown: it may have been taken back."""
    highlights: Highlights = Highlights()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet, and how many hits there would be with it instead of the facet's chosen ones."""

    value: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An engine's answer."""

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    """By name, all of FACETS; counts ignore the facet's own choice and heed all others."""
    suggestion: str | None = None
    """“Did you mean”: another spelling of the query that finds something, or None."""
