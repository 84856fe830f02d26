"""Presentation of values from documents."""

from typing import Any

import pytest
from django.template import Context, Template
from django.utils.translation import override


def shown(markup: str, **values: Any) -> str:
    """A template as the site's pages see it."""
    return Template("{% load trilog %}" + markup).render(Context(values))


def date(edtf: str, precision: str, text: str) -> dict[str, Any]:
    return {"edtf": edtf, "precision": precision, "text": text, "approximate": False}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date("1991-09-09", "day", "9. September 1991"), '<time datetime="1991-09-09">9. September 1991</time>'),
        (date("2011-04", "month", "April 2011"), '<time datetime="2011-04">April 2011</time>'),
        (date("1961", "year", "1961"), '<time datetime="1961">1961</time>'),
        (date("1991-22", "season", "Sommer 1991"), "<span>Sommer 1991</span>"),
        (date("1991~", "year", "etwa 1991"), "<span>etwa 1991</span>"),
        (date("1991/1993", "year", "1991–1993"), "<span>1991–1993</span>"),
        (None, ""),
    ],
)
def test_a_date_is_never_more_exact_for_machines_than_it_is_known(value: Any, expected: str) -> None:
    assert shown("{% when value %}", value=value) == expected


def test_a_day_is_written_in_the_active_language() -> None:
    with override("en"):
        assert shown("{% when '2026-05-04' %}") == '<time datetime="2026-05-04">4 May 2026</time>'


def test_a_period_does_not_say_twice_what_both_ends_share() -> None:
    start, end = date("2017-06-28", "day", "28 June 2017"), date("2017-06-30", "day", "30 June 2017")

    with override("en"):
        assert shown("{% period start end %}", start=start, end=end) == "<span>28–30 June 2017</span>"
        assert "30 June 2017" in shown("{% period start end %}", start=None, end=end)
        assert shown("{% period start end %}", start=start, end=start) == shown("{% when start %}", start=start)


def test_only_another_language_is_marked() -> None:
    markup = "<p{% lang_if_other locale %}>"

    assert shown(markup, locale="de") == "<p>"
    assert shown(markup, locale="ru") == '<p lang="ru">'
    assert shown(markup, locale=None) == "<p>"


def test_a_source_is_a_text_an_address_or_both() -> None:
    assert shown("{% source value %}", value="Archiv <1>") == "Archiv &lt;1&gt;"
    assert shown("{% source value %}", value="https://www.example.org/x") == (
        '<a href="https://www.example.org/x" rel="noopener">example.org</a>'
    )
    assert ">Archiv</a>" in shown("{% source value %}", value={"text": "Archiv", "url": "https://example.org"})
    assert shown("{% source value %}", value={"text": "Archiv", "url": ""}) == "Archiv"


def test_small_things() -> None:
    assert shown("{{ value|grouped }}", value=245120) == "245.120"
    assert shown("{{ value|clock }}", value="2021-06-28T10:05:00") == "10:05"
    assert shown("{{ value|clock }}", value="2021-06-28") == ""
    assert shown("{{ value|phone_address }}", value="+49 (201) 88-0") == "+49201880"
    assert shown("{{ value|host }}", value="https://www.essen.de/partner") == "essen.de"
    assert shown("{{ value|language_names }}", value=["de", "ru", "xx"]) == "Deutsch, Русский, xx"


def test_descriptions_are_one_plain_line() -> None:
    document = {"seo": {"description": ""}, "intro": "<p>Städte &amp;\n Kreise</p>"}

    assert shown("{% description_of document %}", document=document) == "Städte &amp; Kreise"
    assert shown("{% description_of document %}", document={"lead": "a" * 400}).endswith("…")
