"""Partial dates as readers write them.

Patterns and season words stand in our gettext catalogues, because CLDR has no seasons and abbreviates what running text
writes out. A language without a catalogue of ours falls back to CLDR's own patterns.
"""

from __future__ import annotations

from datetime import date

from babel.core import Locale as BabelLocale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_skeleton
from django.utils.translation import override, pgettext

from cms.core.dates import Moment, PartialDate

# Any pattern that CLDR has for these; see babel.dates.format_skeleton.
_SKELETONS = {"month": "yMMMM", "year": "y"}


def date_text(value: PartialDate, locale: str) -> str:
    """``value`` in the language ``locale`` (a content language code)."""
    with override(locale):
        if not value.is_interval:
            return _qualified(value.first, locale)
        if value.start is None:
            return pgettext("open period", "until %(date)s") % {"date": _qualified(value.first, locale)}
        if value.end is None:
            return pgettext("open period", "since %(date)s") % {"date": _qualified(value.first, locale)}
        return _interval_text(value.start, value.end, locale)


def season_names() -> dict[int, str]:
    """EDTF's season numbers and their names in the active language."""
    return {
        21: pgettext("season, before a year", "spring"),
        22: pgettext("season, before a year", "summer"),
        23: pgettext("season, before a year", "autumn"),
        24: pgettext("season, before a year", "winter"),
    }


def cldr_locale(locale: str) -> BabelLocale:
    """Babel's locale of a language code; CLDR's root where it does not know the language."""
    try:
        return BabelLocale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return BabelLocale.parse("root")


def _has_catalogue(locale: str) -> bool:
    """Whether the active language's patterns come from our catalogue rather than from the English message ids."""
    # Translators: the code of the language you translate into, for example "fr".
    return pgettext("language code of this catalogue", "en") == locale.split("-")[0]


def _moment_text(moment: Moment, locale: str) -> str:
    day = date(moment.year, moment.month or 1, moment.day or 1)
    cldr = cldr_locale(locale)
    if moment.season:
        return pgettext("season and year", "%(season)s %(year)s") % {
            "season": season_names()[moment.season],
            "year": moment.year,
        }
    if not _has_catalogue(locale):
        if moment.precision == "day":
            return format_date(day, "long", locale=cldr)
        return format_skeleton(_SKELETONS[moment.precision], day, locale=cldr)
    patterns = {
        # Translators: CLDR pattern of a date in running text, "9 September 1991". Letters of your own need quotes (').
        "day": pgettext("CLDR date pattern", "d MMMM y"),
        # Translators: CLDR pattern of a month, "April 2011".
        "month": pgettext("CLDR date pattern", "LLLL y"),
        # Translators: CLDR pattern of a year, "1991".
        "year": pgettext("CLDR date pattern", "y"),
    }
    return format_date(day, patterns[moment.precision], locale=cldr)


def _qualified(moment: Moment, locale: str) -> str:
    text = _moment_text(moment, locale)
    if moment.approximate:
        # Translators: a date that is only roughly known, "about 1991". It must fit years, months and seasons.
        text = pgettext("approximate date", "about %(date)s") % {"date": text}
    if moment.uncertain:
        # Translators: a date that somebody doubts, "1985 (?)".
        text = pgettext("uncertain date", "%(date)s (?)") % {"date": text}
    return text


def _interval_text(start: Moment, end: Moment, locale: str) -> str:
    """A period, without saying twice what both ends share: "28–30 June 2017"."""
    plain = not (start.approximate or start.uncertain)
    if plain and start.precision == end.precision == "day" and start.year == end.year and _has_catalogue(locale):
        same_month = start.month == end.month
        # Translators: CLDR patterns of the first day of a period: "28" in "28–30 June 2017" ...
        short = pgettext("CLDR date pattern, first day of a period", "d")
        # Translators: ... and "28 June" in "28 June – 3 July 2017".
        long = pgettext("CLDR date pattern, first day of a period", "d MMMM")
        day = date(start.year, start.month or 1, start.day or 1)
        first = format_date(day, short if same_month else long, locale=cldr_locale(locale))
        joint = "–" if same_month else " – "
        return f"{first}{joint}{_qualified(end, locale)}"
    if plain and start.precision == end.precision == "year":
        return f"{start.year}–{_qualified(end, locale)}"
    return f"{_qualified(start, locale)} – {_qualified(end, locale)}"
