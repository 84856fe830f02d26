"""What can and what cannot be entered about conferences, contacts and organisations."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import modelform_factory
from wagtail.models import Locale

from partnerships.models import Attendance, Conference, Contact, ProgrammeItem, SubEvent


def conference(locales: dict[str, Locale], **fields: Any) -> Conference:
    row = Conference(locale=locales["de"], **{"title": "XIV. Konferenz", "start": "2017-06-28", **fields})
    row.full_clean()
    return row


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"start": "2021-06-31"}, "start"),
        ({"start": "2021-06-28", "end": "2021-06-27"}, "end"),
        ({"start": "2021-06", "end": "2021-05"}, "end"),
        ({"start": "2021-06-28", "end": "2021-06-28/2021-06-30"}, "end"),
        (
            {"registration_opens": date(2021, 5, 1), "registration_closes": date(2021, 4, 1)},
            "registration_closes",
        ),
    ],
)
def test_impossible_dates_are_refused(locales: dict[str, Locale], fields: dict[str, Any], wrong: str) -> None:
    with pytest.raises(ValidationError) as raised:
        conference(locales, **fields)
    assert wrong in raised.value.message_dict


def test_a_conference_known_to_the_year_is_fine(locales: dict[str, Locale]) -> None:
    row = conference(locales, start="2007")
    period = row.period()
    assert period is not None
    assert period.text("de") == "2007"


def test_a_conference_cannot_precede_itself(locales: dict[str, Locale]) -> None:
    row = conference(locales)
    row.save()
    row.predecessor = row
    with pytest.raises(ValidationError) as raised:
        row.full_clean()
    assert "predecessor" in raised.value.message_dict
    with pytest.raises(ValidationError):
        SubEvent(conference=row, event=row).clean()


def test_attendance_runs_from_less_to_more() -> None:
    with pytest.raises(ValidationError) as raised:
        Attendance(minimum=400, maximum=350).clean()
    assert "maximum" in raised.value.message_dict
    Attendance(minimum=350, maximum=400).clean()


def test_a_time_needs_its_day() -> None:
    with pytest.raises(ValidationError) as raised:
        ProgrammeItem(title="Eröffnung", time="10:00").clean()
    assert "day" in raised.value.message_dict


def test_a_contact_must_be_reachable_and_valid_forwards(locales: dict[str, Locale]) -> None:
    with pytest.raises(ValidationError):
        Contact(locale=locales["de"], function="Pressestelle").full_clean()
    with pytest.raises(ValidationError) as raised:
        Contact(
            locale=locales["de"],
            function="Pressestelle",
            email="presse@example.org",
            valid_from=date(2026, 2, 1),
            valid_to=date(2026, 1, 1),
        ).full_clean()
    assert "valid_to" in raised.value.message_dict
    with pytest.raises(ValidationError) as raised:
        Contact(locale=locales["de"], function="Pressestelle", phone="call us").full_clean()
    assert "phone" in raised.value.message_dict


def test_a_contact_is_asked_for_a_number_only_where_none_was_written(db: None) -> None:
    form = modelform_factory(Contact, fields=["function", "phone", "email"])
    wrong = form({"function": "Pressestelle", "phone": "", "email": "presse@example"})
    assert list(wrong.errors) == ["email"]
    assert list(form({"function": "Pressestelle", "phone": "", "email": ""}).errors) == [NON_FIELD_ERRORS]
    assert not form({"function": "Pressestelle", "phone": "", "email": "presse@example.org"}).errors
