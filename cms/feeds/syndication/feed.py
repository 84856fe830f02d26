"""A feed before it is written in one of the formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that readers show beside an entry."""

    url: str
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One work."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    picture: Picture | None
    author: str
    categories: Sequence[str]
    translations: Mapping[str, str]
    """Addresses of the work's other editions by locale."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A page of a feed in one language. Addresses are absolute."""

    id: str
    locale: str
    title: str
    author: str
    home_url: str
    addresses: Mapping[str, str]
    """This page by format."""
    first: str
    """The first page, in this format."""
    previous: str | None
    next: str | None
    updated: datetime
    entries: Sequence[Entry]
    icon: str
