"""What a work's description is embedded in: the site, its publisher, absolute addresses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cms.publishing.types import Json


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Of one page."""

    absolute: Callable[[str], str]
    """From an address of a document to one with scheme and host."""
    locale: str
    home_url: str
    """Absolute."""

    @property
    def publisher(self) -> Json:
        """The site's issuer; described once on each page."""
        return {"@id": f"{self.home_url}#publisher"}

    @property
    def website(self) -> Json:
        """The site in this language; described once on each page."""
        return {"@id": f"{self.home_url}#website"}
