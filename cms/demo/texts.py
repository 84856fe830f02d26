"""Texts of the demo content in several languages, written side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NBSP = "\u00a0"
_TAG = re.compile(r"(<[^>]*>)")
_SPACES = re.compile(r"[ \t\r\n]+")

_MONTHS_DE = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_MONTHS_EN = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTHS_RU = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"

_BOUND: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "de": (
        re.compile(rf"(?<=\d\.) (?=(?:{_MONTHS_DE})\b)"),
        re.compile(r"(?<=\bz\.) (?=B\.)|(?<=\bd\.) (?=h\.)|(?<=\be\.) (?=V\.)|(?<=\bu\.) (?=a\.)"),
        re.compile(r"(?<=\d) (?=(?:km|Uhr|Prozent|Jahre|Jahren|Jahr)\b)"),
        re.compile(r"(?<=\b[IVX]\.) (?=\w)|(?<=[IVX]{2}\.) (?=\w)|(?<=Nr\.) (?=\d)|(?<=St\.) (?=\w)"),
        re.compile(r" (?=–)"),
    ),
    "en": (
        re.compile(rf"(?<=\d) (?=(?:{_MONTHS_EN})\b)"),
        re.compile(r"(?<=\d) (?=(?:km|years|per cent)\b)"),
        re.compile(r"(?<=\bSt) (?=[A-Z])|(?<=No\.) (?=\d)"),
        re.compile(r" (?=–)"),
    ),
    "ru": (
        re.compile(r"(?<=\b[ВвКкСсОоУуИиАаЯя]) (?=\S)"),
        re.compile(r"(?<=\b[ВвКкСсДдПпНнЗзОо][оаеибт]) (?=\S)"),
        re.compile(rf"(?<=\d) (?=(?:{_MONTHS_RU}|год\w*|лет|км|г\.|час\w*)\b)"),
        re.compile(r"(?<=№) (?=\d)|(?<=\d) (?=г\.)"),
        re.compile(r" (?=—)| (?=(?:бы|же|ли)\b)"),
    ),
}


class Texts(dict[str, str]):
    """Locale code → text. A locale that is missing has no translation (yet)."""


def texts(**by_locale: str) -> Texts:
    """Return the texts of one place, one keyword a locale.

    Line breaks and indentation of the source code are collapsed to single spaces, and spaces that
    must not break in the language in question become no-break spaces.
    """
    return Texts((locale, typeset(text, locale)) for locale, text in by_locale.items())


def typeset(text: str, locale: str) -> str:
    """Collapse white space and bind what belongs together; mark-up is left as it is."""
    parts = _TAG.split(_SPACES.sub(" ", text).strip())
    return "".join(part if part.startswith("<") else _bind(part, locale) for part in parts)


def _bind(text: str, locale: str) -> str:
    for pattern in _BOUND.get(locale, ()):
        text = pattern.sub(_NBSP, text)
    return text
