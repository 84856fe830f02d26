"""From events to iCalendar."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from unicodedata import category

from icalendar import Calendar, Event, vText, vUri

from .source import CalendarEvent

PRODUCT = "-//Trilog//Trilog//"
REFRESH = timedelta(hours=12)
"""How often programs may ask again."""


def new_calendar(*, name: str, description: str, locale: str, address: str) -> Calendar:
    """A calendar without events. `address` is its own."""
    calendar = Calendar()
    calendar.add("prodid", f"{PRODUCT}{locale.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # The second names are those that programs knew before there was a standard.
    for property_name in ("name", "x-wr-calname"):
        calendar.add(property_name, _text(name, locale))
    for property_name in ("description", "x-wr-caldesc"):
        calendar.add(property_name, _text(description, locale))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    calendar.add("source", vUri(address), parameters={"VALUE": "URI"})
    return calendar


def component(event: CalendarEvent, *, locale: str, changed_at: datetime, created_at: datetime | None) -> Event:
    """An all-day event: its end is the day after its last one. It keeps nobody from other appointments."""
    written = Event()
    written.add("uid", str(event.id))
    # Without a METHOD this is when the event was last revised, not when it was sent.
    written.add("dtstamp", _utc(changed_at))
    written.add("last-modified", _utc(changed_at))
    if created_at:
        written.add("created", _utc(created_at))
    written.add("dtstart", event.first)
    written.add("dtend", event.last + timedelta(days=1))
    written.add("summary", _text(event.summary, locale))
    if event.description:
        written.add("description", _text(event.description, locale))
    if event.location:
        written.add("location", _text(event.location, locale))
    if event.point:
        longitude, latitude = event.point
        written.add("geo", (latitude, longitude))
    if event.url:
        written.add("url", vUri(event.url))
    if event.categories:
        written.add("categories", list(event.categories))
    written.add("status", event.status)
    written.add("transp", "TRANSPARENT")
    return written


def _text(text: str, locale: str) -> vText:
    return vText("".join(letter for letter in text if _is_text(letter)), params={"LANGUAGE": locale})


def _is_text(letter: str) -> bool:
    return letter in "\n\t" or category(letter) not in ("Cc", "Cs")


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
