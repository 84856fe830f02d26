"""From editions to the entries of a feed."""

from __future__ import annotations

from collections import OrderedDict
from datetime import date, datetime, time
from pathlib import PurePosixPath
from threading import Lock
from urllib.parse import urlsplit

from django.utils import timezone

from cms.publishing.models import Edition
from cms.publishing.types import Json

from ..identifiers import urn
from .body import body_html
from .feed import Entry, Picture
from .source import EntryContent

MEDIA_TYPES = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}
"""Of a picture, by the extension of its address."""


def entry_of(edition: Edition, document: Json, content: EntryContent) -> Entry:
    """What feeds say of an edition. Its id names the work in one language, and stays when the address changes."""
    return Entry(
        id=urn(edition.key, edition.locale),
        url=document["url"],
        title=edition.title,
        summary=content.summary,
        html=_bodies.html(edition, document, content),
        published=_moment(content.day, edition.first_published_at),
        updated=edition.changed_at,
        picture=_picture(content.image),
        author=content.author,
        categories=content.categories,
        translations={
            translation["locale"]: translation["url"]
            for translation in document["translations"]
            if translation["url"] and translation["locale"] != edition.locale
        },
    )


def _moment(day: date, first_published_at: datetime | None) -> datetime:
    """The moment a work is dated to: its first publication if that was on its day, else the beginning of the day.

    A report of 2015 that was entered yesterday is of 2015.
    """
    if first_published_at is not None and timezone.localdate(first_published_at) == day:
        return first_published_at
    return timezone.make_aware(datetime.combine(day, time.min))


def _picture(image: Json | None) -> Picture | None:
    if image is None:
        return None
    size = image["renditions"]["large"]
    media_type = MEDIA_TYPES.get(PurePosixPath(urlsplit(size["url"]).path).suffix.lower().lstrip("."))
    return Picture(size["url"], media_type, size["width"], size["height"]) if media_type else None


class _Bodies:
    """Remembers the bodies rendered last: readers ask for the same ones every few minutes."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._html: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._lock = Lock()

    def html(self, edition: Edition, document: Json, content: EntryContent) -> str:
        name = (edition.digest, document["url"])
        with self._lock:
            if name in self._html:
                self._html.move_to_end(name)
                return self._html[name]
        html = body_html(content.body, picture=content.image, url=document["url"])
        with self._lock:
            self._html[name] = html
            while len(self._html) > self._size:
                self._html.popitem(last=False)
        return html


_bodies = _Bodies(256)
