"""Where a work can be read in each language, for `hreflang` links on pages and in sitemaps."""

from __future__ import annotations

from collections.abc import Sequence

from cms.publishing.locales import content_locales
from cms.publishing.types import Json

from .pages_tree import HOME

NO_LANGUAGE_OF_OURS = "x-default"
"""What search engines show to readers of other languages."""


def alternates_of(kind: str, translations: Sequence[Json], root: str = "/") -> list[tuple[str, str]]:
    """Locale and address of each translation in the configured order, and last where readers of other languages go.

    Those are led by the site's root to the home page that suits them, and to other works in their first language.
    """
    order = content_locales()
    editions = sorted(
        (entry for entry in translations if entry["url"]),
        key=lambda entry: order.index(entry["locale"]) if entry["locale"] in order else len(order),
    )
    if not editions:
        return []
    default = root if kind == HOME else editions[0]["url"]
    return [*((entry["locale"], entry["url"]) for entry in editions), (NO_LANGUAGE_OF_OURS, default)]
