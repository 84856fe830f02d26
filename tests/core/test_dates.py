"""Dates that are only partly known: reading, refusing, rendering."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test.utils import override_settings

from cms.core.date_input import read_date
from cms.core.dates import (
    DateFormatError,
    ImpossibleDateError,
    IntervalNotAllowedError,
    PartialDate,
    PartialDateError,
    ReversedIntervalError,
    date_document,
    is_before,
)
from cms.core.fields import EDTFField


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision", "approximate"),
    [
        ("1991", date(1991, 1, 1), date(1991, 12, 31), "year", False),
        ("2011-04", date(2011, 4, 1), date(2011, 4, 30), "month", False),
        ("1991-22", date(1991, 6, 1), date(1991, 8, 31), "season", False),
        ("2001-09-26", date(2001, 9, 26), date(2001, 9, 26), "day", False),
        ("1991~", date(1991, 1, 1), date(1991, 12, 31), "year", True),
        ("1985?", date(1985, 1, 1), date(1985, 12, 31), "year", True),
        ("1991-22~", date(1991, 6, 1), date(1991, 8, 31), "season", True),
        ("2017-06-28/2017-06-30", date(2017, 6, 28), date(2017, 6, 30), "day", False),
        ("1961/1989-03", date(1961, 1, 1), date(1989, 3, 31), "year", False),
        ("1991/..", date(1991, 1, 1), None, "year", False),
        ("../1991", None, date(1991, 12, 31), "year", False),
    ],
)
def test_edtf_has_bounds_and_precision(
    edtf: str, earliest: date | None, latest: date | None, precision: str, approximate: bool
) -> None:
    value = PartialDate.parse(edtf)
    assert (value.edtf, value.earliest, value.latest) == (edtf, earliest, latest)
    assert (value.precision, value.approximate) == (precision, approximate)


@pytest.mark.parametrize("edtf", ["2021-06-31", "2021-02-29", "2021-13", "2021-00", "1991-22-01", "0000", "2021-06-00"])
def test_a_date_that_the_calendar_does_not_have_is_refused_by_name(edtf: str) -> None:
    with pytest.raises(ImpossibleDateError) as raised:
        PartialDate.parse(edtf)
    assert edtf in str(raised.value)


@pytest.mark.parametrize(
    "text", ["", "soon", "91", "1991/1992/1993", "../..", "/", "199X", "-1991", "Y12345", "1991-1"]
)
def test_a_text_that_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateFormatError):
        PartialDate.parse(text)


def test_an_interval_must_run_forwards_and_be_allowed() -> None:
    with pytest.raises(ReversedIntervalError):
        PartialDate.parse("2017-06-30/2017-06-28")
    with pytest.raises(IntervalNotAllowedError):
        PartialDate.parse("1990/1991", interval=False)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("26.09.2001", "2001-09-26"),
        ("26. 9. 2001", "2001-09-26"),
        ("2001-9-26", "2001-09-26"),
        ("09/2001", "2001-09"),
        ("9.2001", "2001-09"),
        ("26. September 2001", "2001-09-26"),
        ("26 September 2001", "2001-09-26"),
        ("9 сентября 1991 года", "1991-09-09"),
        ("9 сентября 1991 г.", "1991-09-09"),
        ("апрель 2011", "2011-04"),
        ("Mai 1991", "1991-05"),
        ("Sept. 2001", "2001-09"),
        ("summer 1991", "1991-22"),
        ("Sommer 1991", "1991-22"),
        ("лето 1991 года", "1991-22"),
        ("ca. 1991", "1991~"),
        ("um 1991", "1991~"),
        ("etwa 1991", "1991~"),
        ("около 1991", "1991~"),
        ("~1991", "1991~"),
        ("5.1991~", "1991-05~"),
        ("28.06.2017 – 30.06.2017", "2017-06-28/2017-06-30"),
        ("28.–30. Juni 2017", "2017-06-28/2017-06-30"),
        ("28.-30.06.2017", "2017-06-28/2017-06-30"),
        ("1990–1999", "1990/1999"),
        (" 1991 ", "1991"),
    ],
)
def test_what_people_write_is_understood(typed: str, edtf: str) -> None:
    assert read_date(typed).edtf == edtf


def test_an_error_quotes_what_was_typed() -> None:
    with pytest.raises(ImpossibleDateError, match=r"31\.06\.2021"):
        read_date("31.06.2021")


@pytest.mark.parametrize(
    ("edtf", "german", "english", "russian"),
    [
        ("1991-22", "Sommer 1991", "summer 1991", "лето 1991 года"),
        ("2011-04", "April 2011", "April 2011", "апрель 2011 года"),
        ("2001-09-26", "26. September 2001", "26 September 2001", "26 сентября 2001 года"),
        ("1991-09-09", "9. September 1991", "9 September 1991", "9 сентября 1991 года"),
        ("1991~", "etwa 1991", "about 1991", "примерно 1991"),
        ("1991~/..", "seit etwa 1991", "since about 1991", "примерно 1991 и далее"),
        ("2017-06-28/2017-06-30", "28.–30. Juni 2017", "28–30 June 2017", "28–30 июня 2017 года"),
        ("2017-06-28/2017-07-03", "28. Juni – 3. Juli 2017", "28 June – 3 July 2017", "28 июня – 3 июля 2017 года"),
        ("1990/1999", "1990–1999", "1990–1999", "1990–1999"),
        ("1991/..", "seit 1991", "since 1991", "1991 и далее"),
    ],
)
def test_dates_read_naturally_in_each_language(edtf: str, german: str, english: str, russian: str) -> None:
    value = PartialDate.parse(edtf)
    assert [value.text(locale) for locale in ("de", "en", "ru")] == [german, english, russian]


def test_a_language_without_a_catalogue_gets_its_own_month_names() -> None:
    assert PartialDate.parse("2011-04").text("fr") == "avril 2011"
    assert PartialDate.parse("2001-09-26").text("fr") == "26 septembre 2001"


@override_settings(WAGTAIL_CONTENT_LANGUAGES=[("de", "Deutsch"), ("fr", "Français")])
def test_a_fourth_language_is_understood() -> None:
    assert read_date("26 septembre 2001").edtf == "2001-09-26"


def test_the_document_never_pretends_to_know_the_day() -> None:
    document = date_document("1991-22", "en")
    assert document == {
        "edtf": "1991-22",
        "earliest": "1991-06-01",
        "latest": "1991-08-31",
        "precision": "season",
        "approximate": False,
        "text": "summer 1991",
    }
    assert date_document("", "en") is None
    assert date_document("half a da", "en") is None


@pytest.mark.parametrize(
    ("end", "start", "before"),
    [("1990", "1991", True), ("1991", "1991-06", False), ("1991-05", "1991-06-01", True), ("", "1991", False)],
)
def test_before_means_wholly_before(end: str, start: str, before: bool) -> None:
    assert is_before(end, start) is before


def test_the_field_stores_edtf_and_says_what_is_wrong() -> None:
    field = EDTFField(blank=True)
    assert field.clean("26.09.2001", None) == "2001-09-26"
    assert field.clean("  ", None) == ""
    with pytest.raises(ValidationError, match=r"31\.06\.2021"):
        field.clean("31.06.2021", None)
    with pytest.raises(ValidationError):
        field.clean("1990–1999", None)
    assert EDTFField(interval=True).clean("1990–1999", None) == "1990/1999"
    assert issubclass(ImpossibleDateError, PartialDateError)
