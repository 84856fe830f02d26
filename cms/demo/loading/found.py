"""What the loader has made or found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Locale

from cms.demo.loading.wording import Wording


@dataclass
class Found:
    """Rows by their names in the demo content. Rows of works are those of the source's locale."""

    source: Locale
    locales: dict[str, Locale]
    images: dict[str, Any] = field(default_factory=dict)
    documents: dict[str, Any] = field(default_factory=dict)
    municipalities: dict[str, Any] = field(default_factory=dict)
    organisations: dict[str, Any] = field(default_factory=dict)
    contacts: dict[str, Any] = field(default_factory=dict)
    partnerships: dict[str, Any] = field(default_factory=dict)
    conferences: dict[str, Any] = field(default_factory=dict)
    pages: dict[str, Any] = field(default_factory=dict)
    articles: dict[str, Any] = field(default_factory=dict)
    created: list[Any] = field(default_factory=list)
    """What was made in this run; of a work the source only."""

    def wording(self, locale: Locale, *, marked: bool = False) -> Wording:
        """Return the voice that speaks in a locale; ``marked`` where missing texts must be told from others."""
        return Wording(locale.language_code, self.source.language_code, marked=marked)
