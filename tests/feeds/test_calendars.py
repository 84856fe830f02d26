"""Calendars, read as calendar programs do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar
from icalendar import Event as IcalEvent

from partnerships.models import Celebration, Conference
from tests import newsroom
from tests.newsroom import translated

from .conftest import Newsroom

Fetch = Callable[..., bytes]
Make = Callable[..., Conference]


@pytest.fixture
def events(fetch: Fetch) -> Callable[..., dict[str, IcalEvent]]:
    """The events of a calendar by what they are called."""

    def read(name: str, locale: str = "de", **query: Any) -> dict[str, IcalEvent]:
        calendar = Calendar.from_ical(fetch(f"/{locale}/calendar/{name}.ics", **query))
        assert not calendar.errors
        return {str(event["summary"]): event for event in calendar.walk("VEVENT")}

    return read


def test_a_conference_lasts_whole_days_up_to_its_last(events: Any, conference: Make) -> None:
    row = conference("Tagung", "2026-06-28", "2026-06-30", motto="Zusammen – jetzt")

    event = events("conferences")["Tagung"]

    assert event["dtstart"].dt == date(2026, 6, 28)
    assert event["dtend"].dt == date(2026, 7, 1), "the end is the first day after it"
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event["uid"] == str(row.translation_key)
    assert event["status"] == "CONFIRMED"
    assert event["location"] == "Essen, Deutschland"
    assert event["geo"].to_ical() == "51.4566;7.0123"
    assert event["url"] == f"http://testserver/de/conferences/{row.slug}/"
    assert event["description"] == "Zusammen – jetzt"
    assert event["summary"].params["LANGUAGE"] == "de"
    assert event["dtstamp"].dt == event["last-modified"].dt
    assert event["dtstamp"].dt.tzinfo is not None


def test_a_conference_of_one_day_lasts_one_day(events: Any, conference: Make) -> None:
    conference("Treffen", "2026-05-09")

    event = events("conferences")["Treffen"]

    assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)


@pytest.mark.parametrize(
    ("start", "end"), [("2026-06", ""), ("2026", ""), ("2026-22", ""), ("2026-06-28~", ""), ("2026-06-28", "2026-07")]
)
def test_what_is_not_known_to_the_day_is_no_event(start: str, end: str, events: Any, conference: Make) -> None:
    conference("Irgendwann", start, end)

    assert events("conferences") == {}


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("planned", "TENTATIVE"),
        ("scheduled", "CONFIRMED"),
        ("postponed", "TENTATIVE"),
        ("cancelled", "CANCELLED"),
        ("held", "CONFIRMED"),
    ],
)
def test_a_calendar_knows_what_became_of_a_conference(status: str, said: str, events: Any, conference: Make) -> None:
    conference("Tagung", "2026-06-28", status=status)

    assert events("conferences")["Tagung"]["status"] == said


def test_an_online_conference_is_nowhere_on_a_map(events: Any, conference: Make) -> None:
    conference("Im Netz", "2026-06-28", mode="online")

    assert "geo" not in events("conferences")["Im Netz"]


def test_events_are_in_the_language_of_the_calendar_with_one_id_in_all(events: Any, conference: Make) -> None:
    row = conference("Tagung", "2026-06-28")
    conference("Nur auf Deutsch", "2026-07-28")
    translated(row, "en", title="Meeting")

    assert set(events("conferences", "en")) == {"Meeting"}
    assert events("conferences", "en")["Meeting"]["uid"] == events("conferences")["Tagung"]["uid"]


def test_anniversaries_are_of_this_year_and_the_next(events: Any, newsroom_site: Newsroom) -> None:
    year = timezone.localdate().year

    found = events("anniversaries")

    assert [(str(title), event["dtstart"].dt) for title, event in found.items()] == [
        (title, date(year + number, 9, 9)) for number, title in enumerate(found)
    ]
    assert [title.split()[0] for title in found] == [str(year - 1991), str(year - 1990)]
    assert all(title.endswith("Essen – Kaluga") for title in found)
    assert len({str(event["uid"]) for event in found.values()}) == 2


def test_an_id_of_an_anniversary_stays(events: Any, newsroom_site: Newsroom) -> None:
    before = [str(event["uid"]) for event in events("anniversaries").values()]
    newsroom_site.essen.name = "Essen an der Ruhr"
    newsroom_site.essen.save()

    after = events("anniversaries")

    assert [str(event["uid"]) for event in after.values()] == before
    assert all("Essen an der Ruhr" in title for title in after)


@pytest.mark.parametrize("since", ["1991", "1991-09", "1991-22", "1991-09-09~", "1991-09-09?"])
def test_a_founding_that_is_not_known_to_the_day_has_no_day_in_the_calendar(
    since: str, events: Any, newsroom_site: Newsroom
) -> None:
    milestone = newsroom_site.partnership.milestones.get()
    milestone.date = since
    newsroom_site.partnership.milestones = [milestone]
    newsroom_site.partnership.save()

    assert events("anniversaries") == {}


def test_the_29th_of_february_is_celebrated_every_year(events: Any, newsroom_site: Newsroom) -> None:
    other = newsroom.municipality("Witten")
    newsroom.partnership(other, newsroom_site.kaluga, slug="schalttag", since="1992-02-29")

    days = [event["dtstart"].dt for title, event in events("anniversaries").items() if "Witten" in title]

    assert len(days) == 2
    assert all((day + timedelta(days=1)).month == 3 for day in days)


def test_what_has_ended_has_no_anniversaries(events: Any, newsroom_site: Newsroom) -> None:
    sides = list(newsroom_site.partnership.sides.all())
    for side in sides:
        side.status = "ended"
    newsroom_site.partnership.sides = sides
    newsroom_site.partnership.save()

    assert events("anniversaries") == {}


def test_a_celebration_stands_on_its_own_day(events: Any, newsroom_site: Newsroom) -> None:
    newsroom_site.partnership.celebrations = [
        Celebration(years=35, state="postponed", date="2026-10-03/2026-10-04"),
        Celebration(years=40, state="planned", date="2031"),
    ]
    newsroom_site.partnership.save()

    celebrations = [event for event in events("anniversaries").values() if event["status"] == "TENTATIVE"]

    assert [(event["dtstart"].dt, event["dtend"].dt) for event in celebrations] == [
        (date(2026, 10, 3), date(2026, 10, 5))
    ]


def test_filters_are_those_of_the_api(client: Client, events: Any, conference: Make, newsroom_site: Newsroom) -> None:
    conference("Tagung", "2026-06-28")

    assert set(events("conferences", place=newsroom_site.essen.translation_key)) == {"Tagung"}
    assert events("conferences", place=newsroom_site.kaluga.translation_key) == {}
    assert events("conferences", year=2025) == {}
    assert len(events("anniversaries", country="RU")) == 2
    assert events("anniversaries", country="FR") == {}
    refused = client.get("/en/calendar/anniversaries.ics", {"country": "Russia"})
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["parameter"] == "country"


def test_a_calendar_says_what_it_is(client: Client, newsroom_site: Newsroom) -> None:
    response = client.get("/en/calendar/anniversaries.ics")
    calendar = Calendar.from_ical(response.content)

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert str(calendar["x-wr-calname"]).startswith("Trilog: ")
    assert calendar["version"] == "2.0"
    assert str(calendar["source"]) == "http://testserver/en/calendar/anniversaries.ics"
    assert client.get(response.request["PATH_INFO"], headers={"If-None-Match": response["ETag"]}).status_code == 304
    assert client.head(response.request["PATH_INFO"])["Content-Length"] == str(len(response.content))


def test_a_calendar_changes_when_its_works_do_and_is_made_once_otherwise(
    client: Client, conference: Make, django_assert_num_queries: Any
) -> None:
    row = conference("Tagung", "2026-06-28")
    conference("Treffen", "2026-07-28")

    with django_assert_num_queries(2):
        before = client.get("/de/calendar/conferences.ics").content
    with django_assert_num_queries(1):
        assert client.get("/de/calendar/conferences.ics").content == before

    row.title = "Konferenz"
    row.save()
    assert b"SUMMARY;LANGUAGE=de:Konferenz" in client.get("/de/calendar/conferences.ics").content
