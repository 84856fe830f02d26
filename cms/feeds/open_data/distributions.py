"""The forms in which a dataset can be had: the API's list, feeds and calendars, each in every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import override

from cms.api.collection import Collection
from cms.publishing.locales import content_locales

from ..calendars.source import calendar_sources
from ..syndication.source import feed_sources
from ..syndication.views import FORMATS

FILE_TYPES = {
    "application/json": "JSON",
    "application/geo+json": "GEOJSON",
    "text/csv": "CSV",
    "application/rss+xml": "RSS",
    "application/atom+xml": "ATOM",
    "application/feed+json": "JSON",
}
"""The European Union's codes for the formats that it has one for."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """One form in one language."""

    title: str
    path: str
    media_type: str
    locale: str
    is_whole: bool = True
    """Whether one answer holds everything there is."""

    @property
    def file_type(self) -> str:
        """The European Union's code; "" where there is none."""
        return FILE_TYPES.get(self.media_type, "")


def distributions_of(collection: Collection) -> Iterator[Distribution]:
    """All forms of a collection."""
    for code in content_locales():
        with override(code):
            yield from _in_active_language(collection, code)


def _in_active_language(collection: Collection, code: str) -> Iterator[Distribution]:
    rows = f"{reverse(f'api:{collection.path}')}?locale={code}"
    yield Distribution("JSON", rows, "application/json", code, is_whole=False)
    for entry in collection.formats:
        yield Distribution(entry.name, f"{rows}&format={entry.name}", entry.media_type.partition(";")[0], code)
    for feed in feed_sources:
        if feed.type == collection.type:
            for form, (media_type, _written) in FORMATS.items():
                yield Distribution(
                    str(feed.title), reverse(f"feeds:{feed.name}-{form}"), media_type, code, is_whole=False
                )
    for calendar in calendar_sources:
        if calendar.type == collection.type:
            path = reverse(f"feeds:{calendar.name}-calendar")
            yield Distribution(str(calendar.title), path, "text/calendar", code)
