"""What a content app says to have its works in calendars."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from django.utils.functional import Promise

from cms.publishing.types import Json

from ..announcements import Announcements

Status = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]


@dataclass(frozen=True, kw_only=True)
class CalendarEvent:
    """Something that lasts whole days. What is not known to the day is no event."""

    id: UUID
    """The same in all languages: a calendar that gets two of them shows the event once."""
    first: date
    last: date
    """Its last day, which is still part of it."""
    summary: str
    description: str = ""
    location: str = ""
    point: tuple[float, float] | None = None
    """Longitude and latitude."""
    url: str = ""
    status: Status = "CONFIRMED"
    categories: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class CalendarSource:
    """Events of the works of one type."""

    name: str
    """In the address: `/<locale>/calendar/<name>.ics`."""
    type: str
    """Edition type."""
    title: str | Promise
    description: str | Promise
    events: Callable[[Json, date], Iterable[CalendarEvent]]
    """(document, today) -> its events. Called in the document's language."""
    filters: tuple[str, ...] = ()
    """Names of the API's filters of that type that the calendar takes."""


calendar_sources: Announcements[CalendarSource] = Announcements()
