"""`/data/catalog.jsonld`."""

from __future__ import annotations

from cms.api.base_view import Asked
from cms.api.caching import Answer

from ..view import FormatView
from .catalog import catalog


class CatalogView(FormatView):
    """What data there is, in which forms, from whom and under which licence."""

    def answer(self, asked: Asked) -> Answer:
        """The catalogue."""
        return Answer(
            content=catalog(asked.origin),
            surrogate_keys=("catalog",),
            content_type="application/ld+json",
        )
