"""What a content app says to have its works in feeds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.functional import Promise

from cms.publishing.types import Json

from ..announcements import Announcements


@dataclass(frozen=True, kw_only=True)
class EntryContent:
    """What a feed tells of a work, made from its document. Texts are plain, addresses absolute."""

    day: date
    """The day it is dated."""
    summary: str = ""
    image: Json | None = None
    """An image object of a document."""
    body: Sequence[Mapping[str, Any]] = ()
    """Blocks of a document."""
    author: str = ""
    """Who wrote it, where that is somebody else than the site's issuer."""
    categories: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class FeedSource:
    """Works of one type that readers can subscribe to."""

    name: str
    """In the address: `/<locale>/feeds/<name>.atom`."""
    type: str
    """Edition type."""
    title: str | Promise
    content: Callable[[Json], EntryContent]
    """From a work's document to what feeds tell of it. Called in the document's language."""
    filters: tuple[str, ...] = ()
    """Names of the API's filters of that type that the feed takes."""
    about: Mapping[str, str] = field(default_factory=dict)
    """Edition type -> filter: on a page of such a work, the feed narrowed down to that work is offered."""
    label: Callable[[str, str, Sequence[Json]], str] = lambda name, value, documents: ""
    """(filter, its value, the documents found) -> what the filter narrows the feed down to, in words; "" if unknown."""


feed_sources: Announcements[FeedSource] = Announcements()
