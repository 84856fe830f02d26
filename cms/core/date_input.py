"""What editors type as a date, turned into EDTF: "26.09.2001", "9/2001", "summer 1991", "28.–30.06.2017"."""

from __future__ import annotations

import re
from functools import lru_cache

from babel.dates import get_month_names
from django.conf import settings
from django.utils.translation import override, pgettext

from cms.core.date_text import cldr_locale, season_names
from cms.core.dates import PartialDate

_DASH = r"[-–—]"
_QUALIFIER = r"(?P<qualifier>[?~%]?)"
_DAY = re.compile(rf"^(?P<day>\d{{1,2}})\.\s*(?P<month>\d{{1,2}})\.\s*(?P<year>\d{{4}}){_QUALIFIER}$")
_MONTH = re.compile(rf"^(?P<month>\d{{1,2}})\s*[./]\s*(?P<year>\d{{4}}){_QUALIFIER}$")
_ISO = re.compile(rf"^(?P<year>\d{{4}})-(?P<month>\d{{1,2}})(?:-(?P<day>\d{{1,2}}))?{_QUALIFIER}$")
_WORDS = re.compile(
    rf"^(?:(?P<day>\d{{1,2}})\.?\s+)?(?P<word>[^\W\d]+\.?),?\s+(?P<year>\d{{4}})(?:\s*[^\W\d]+\.?)?\s*{_QUALIFIER}$"
)
_YEAR = re.compile(rf"^(?P<year>\d{{4}})(?:\s+[^\W\d]+\.?)?\s*{_QUALIFIER}$")
_SHORT_PERIOD = re.compile(
    rf"^(?P<first>\d{{1,2}})\.?\s*{_DASH}\s*(?P<last>\d{{1,2}})\.?"
    r"(?P<rest>\s*(?:\d{1,2}\.\s*|\s[^\W\d]+\s+)\d{4}.*)$"
)
_SPACED_DASH = re.compile(rf"\s+{_DASH}\s+|(?<=\d{{4}})[–—](?=\d)")


def read_date(text: str, *, interval: bool = True) -> PartialDate:
    """Read EDTF or what people write instead, in any content language.

    Raises a ``PartialDateError`` (see ``cms.core.dates``) in the active language.
    """
    return PartialDate.parse(to_edtf(text), interval=interval, typed=text.strip())


def to_edtf(text: str) -> str:
    """EDTF for the usual notations of people; other text unchanged, for the parser to judge."""
    text = " ".join(text.split())
    if short := _SHORT_PERIOD.match(text):
        rest = short["rest"]
        return f"{_single(short['first'] + _point(rest) + rest)}/{_single(short['last'] + _point(rest) + rest)}"
    halves = _SPACED_DASH.split(text)
    if len(halves) == 2:
        return "/".join(_single(half) for half in halves)
    return _single(text)


def _point(rest: str) -> str:
    return "" if rest.startswith(" ") and not rest.strip()[0].isdigit() else "."


def _single(text: str) -> str:
    about, text = _without_about(text.strip())
    for pattern in (_DAY, _MONTH, _ISO, _YEAR, _WORDS):
        if (match := pattern.match(text)) and (edtf := _edtf(match)):
            return edtf if edtf[-1] in "?~%" or not about else f"{edtf}~"
    return f"{text}~" if about else text


def _edtf(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    number = parts.get("month")
    if word := parts.get("word"):
        number = _word_numbers(_content_languages()).get(word.casefold().rstrip("."))
        if number is None:
            return None
    edtf = "-".join(part.zfill(2) for part in (parts["year"], number, parts.get("day")) if part)
    return edtf + parts["qualifier"]


def _without_about(text: str) -> tuple[bool, str]:
    """Cut "um", "ca.", "about", "около" off the front."""
    lowered = text.casefold()
    for word in sorted(_about_words(_content_languages()), key=len, reverse=True):
        if lowered.startswith(word) and len(text) > len(word) and not text[len(word)].isalpha():
            return True, text[len(word) :].lstrip(". ")
    if text.startswith("~"):
        return True, text[1:].lstrip()
    return False, text


def _content_languages() -> tuple[str, ...]:
    return tuple(code for code, __ in settings.WAGTAIL_CONTENT_LANGUAGES)


@lru_cache(maxsize=4)
def _word_numbers(languages: tuple[str, ...]) -> dict[str, str]:
    """Months and seasons of the languages, in lower case, with their EDTF number."""
    words: dict[str, str] = {}
    for code in languages:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, cldr_locale(code)).items():
                    words[name.casefold().rstrip(".")] = f"{number:02}"
        with override(code):
            for number, name in season_names().items():
                words[name.casefold()] = str(number)
    return words


@lru_cache(maxsize=4)
def _about_words(languages: tuple[str, ...]) -> frozenset[str]:
    words = set()
    for code in languages:
        with override(code):
            # Translators: words before a date that is only roughly known, separated by commas. Editors may type them.
            listed = pgettext("words before an approximate date", "about, around, circa, c., ca., approx.")
            words |= {word.strip().casefold().rstrip(".") for word in listed.split(",")}
    return frozenset(words - {""})
