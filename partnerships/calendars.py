"""Conferences and anniversaries in calendars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms.core.dates import PartialDate
from cms.feeds.calendars.source import CalendarEvent, CalendarSource, Status, calendar_sources
from cms.feeds.identifiers import derived
from cms.publishing.types import Json

from .anniversaries import anniversary_day, anniversary_in, is_round
from .models import CelebrationState, ConferenceMode, ConferenceStatus, SideStatus

YEARS_AHEAD = 1
"""Anniversaries stand in the calendar for this year and so many after it."""

_STATUS_OF_CONFERENCE: dict[str, Status] = {
    ConferenceStatus.PLANNED: "TENTATIVE",
    ConferenceStatus.POSTPONED: "TENTATIVE",
    ConferenceStatus.CANCELLED: "CANCELLED",
}
_STATUS_OF_CELEBRATION: dict[str, Status] = {
    CelebrationState.POSTPONED: "TENTATIVE",
    CelebrationState.CANCELLED: "CANCELLED",
}


def register() -> None:
    """Announces the library's calendars; called when the app is ready."""
    calendar_sources.register(
        "conferences",
        CalendarSource(
            name="conferences",
            type="conference",
            title=gettext_lazy("Conferences"),
            description=gettext_lazy("Conferences whose days are known. Others are on the site."),
            events=conference_events,
            filters=("place", "series", "year"),
        ),
    )
    calendar_sources.register(
        "anniversaries",
        CalendarSource(
            name="anniversaries",
            type="partnership",
            title=gettext_lazy("Anniversaries"),
            description=gettext_lazy(
                "Anniversaries of partnerships whose founding is known to the day, in this year and the next, and "
                "how they are celebrated."
            ),
            events=anniversary_events,
            filters=("place", "country", "region", "kind", "status"),
        ),
    )


def conference_events(document: Json, today: date) -> Iterator[CalendarEvent]:
    """The conference, if both of its ends are known to the day."""
    start, end = document["start"], document["end"] or document["start"]
    first, last = _day(start), _day(end)
    if first is None or last is None:
        return
    places = document["places"]
    point = next((place["point"] for place in places if place["point"]), None)
    online = document["mode"] == ConferenceMode.ONLINE
    yield CalendarEvent(
        id=UUID(document["key"]),
        first=first,
        last=last,
        summary=document["title"],
        description="\n".join(filter(None, (document["motto"], *document["disclaimers"]))),
        location=_("online") if online else ", ".join(_whole_name(place) for place in places),
        point=None if online or not point else (point[0], point[1]),
        url=document["url"] or "",
        status=_STATUS_OF_CONFERENCE.get(document["status"], "CONFIRMED"),
        categories=tuple(filter(None, (document["series"],))),
    )


def anniversary_events(document: Json, today: date) -> Iterator[CalendarEvent]:
    """The anniversaries of a partnership that has not ended, and the celebrations that have a day."""
    yield from _celebrations(document)
    founded_on = _day(document["since"])
    if founded_on is None or all(side["status"] == SideStatus.ENDED for side in document["sides"]):
        return
    founded = PartialDate.parse(document["since"]["edtf"])
    for year in range(today.year, today.year + YEARS_AHEAD + 1):
        years = anniversary_in(founded, year)
        if years is None:
            continue
        day = anniversary_day(founded_on, year)
        yield CalendarEvent(
            id=derived(document["key"], "anniversary", str(years)),
            first=day,
            last=day,
            summary=_in_years(document["title"], years),
            description=_("Founded: %(date)s") % {"date": document["since"]["text"]},
            url=document["url"] or "",
            categories=(_("Anniversary"), *((_("Round anniversary"),) if is_round(years) else ())),
        )


def _celebrations(document: Json) -> Iterator[CalendarEvent]:
    for row in document["celebrations"]:
        first, last = _days(row["date"])
        if first is None or last is None:
            continue
        yield CalendarEvent(
            id=derived(document["key"], "celebration", str(row["years"])),
            first=first,
            last=last,
            summary=_("Celebration: %(anniversary)s") % {"anniversary": _in_years(document["title"], row["years"])},
            description=capfirst(row["state_label"]),
            url=document["url"] or "",
            status=_STATUS_OF_CELEBRATION.get(row["state"], "CONFIRMED"),
            categories=(_("Celebration"),),
        )


def _in_years(title: str, years: int) -> str:
    text = ngettext("%(years)d year: %(partnership)s", "%(years)d years: %(partnership)s", years)
    return text % {"years": years, "partnership": title}


def _day(value: Json | None) -> date | None:
    """The day that a date object stands for; None for a longer time, or a day that is not certain."""
    first, last = _days(value)
    return first if first == last else None


def _days(value: Json | None) -> tuple[date | None, date | None]:
    """First and last day of a date object both ends of which are certain days."""
    if not value or value["precision"] != "day" or value["approximate"] or not value["earliest"] or not value["latest"]:
        return None, None
    return date.fromisoformat(value["earliest"]), date.fromisoformat(value["latest"])


def _whole_name(place: Json) -> str:
    return f"{place['name']}, {place['country_name']}" if place["country_name"] else str(place["name"])
