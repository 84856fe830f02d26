"""Dates that are only partly known.

The library stores dates as EDTF level 1 (ISO 8601-2): ``1991``, ``2011-04``, ``1991-22`` (summer 1991), ``1991~``
(about 1991), ``1985?`` (uncertain), ``2017-06-28/2017-06-30`` (from, to), ``1991/..`` (open). A date known only to its
year never becomes a day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, TypeAlias

from django.utils.translation import gettext as _
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from typing_extensions import TypedDict

Precision: TypeAlias = Literal["day", "month", "season", "year"]

PRECISIONS: tuple[Precision, ...] = ("day", "month", "season", "year")
"""From the finest to the coarsest."""

OPEN_END = ".."

_HALF = re.compile(r"^(?P<year>\d{4})(?:-(?P<month>\d{2}|XX))?(?:-(?P<day>\d{2}|XX))?(?P<qualifier>[?~%])?$")
_SEASONS = range(21, 25)


class PartialDateError(ValueError):
    """A text that is no usable date. ``str()`` is a sentence for the editor, in the active language."""


class DateFormatError(PartialDateError):
    """The text is not written as a date that we understand."""


class ImpossibleDateError(PartialDateError):
    """The text is written as a date, but the calendar has no such day, month or season (31 June)."""


class ReversedIntervalError(PartialDateError):
    """The end of an interval lies before its start."""


class IntervalNotAllowedError(PartialDateError):
    """An interval where a single date is wanted."""


class DateDocument(TypedDict):
    """A date as it stands in editions. ``earliest`` and ``latest`` are ISO days, null at an open end."""

    edtf: str
    earliest: str | None
    latest: str | None
    precision: Precision
    approximate: bool
    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """One end of a partial date: a day, a month, a season (21 spring to 24 winter) or a year."""

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    approximate: bool = False
    uncertain: bool = False

    @property
    def precision(self) -> Precision:
        """The finest part that is known."""
        if self.day:
            return "day"
        if self.month:
            return "month"
        return "season" if self.season else "year"

    @property
    def edtf(self) -> str:
        """The canonical EDTF text, without qualifier."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month or self.season, self.day) if part]
        return "-".join(parts)

    def first_day(self) -> date:
        """The earliest day it can mean. Winter counts as December, as in the ``edtf`` package."""
        return _bounds(self.edtf)[0]

    def last_day(self) -> date:
        """The latest day it can mean."""
        return _bounds(self.edtf)[1]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date or an interval, as precise as it is known.

    ``earliest`` and ``latest`` are the first and last day it can mean (None at an open end); lists are ordered and
    filtered by them, readers never see them as a date. ``precision`` of an interval is that of its coarser end.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    precision: Precision
    approximate: bool
    start: Moment | None
    end: Moment | None

    @property
    def is_interval(self) -> bool:
        """Whether it was written with a start and an end, one of which may be open."""
        return self.start != self.end

    @property
    def first(self) -> Moment:
        """The start, or the end where the start is open."""
        if self.start is None and self.end is None:
            raise PartialDateError("An interval without any end")
        return self.start or self.end  # type: ignore[return-value]  # one of them is there

    @classmethod
    def parse(cls, text: str, *, interval: bool = True, typed: str | None = None) -> PartialDate:
        """Read EDTF text. Raises a ``PartialDateError`` whose text an editor understands.

        With ``interval=False`` a text with a slash is refused. Errors quote ``typed`` where it differs from ``text``.
        """
        text = text.strip()
        quoted = typed or text
        if "/" not in text:
            moment = _moment(text, quoted)
            return cls._between(moment, moment)
        if not interval:
            raise IntervalNotAllowedError(_("“%(text)s” is a period. Enter a single date here.") % {"text": quoted})
        first, __, last = text.partition("/")
        start = None if first.strip() in ("", OPEN_END) else _moment(first, quoted)
        end = None if last.strip() in ("", OPEN_END) else _moment(last, quoted)
        if start is None and end is None:
            raise _format_error(quoted)
        if start and end and end.last_day() < start.first_day():
            raise ReversedIntervalError(_("“%(text)s” ends before it starts.") % {"text": quoted})
        return cls._between(start, end)

    @classmethod
    def _between(cls, start: Moment | None, end: Moment | None) -> PartialDate:
        ends = [moment for moment in (start, end) if moment]
        edtf = _written(start)
        if start != end:
            edtf = f"{edtf}/{_written(end)}"
        return cls(
            edtf=edtf,
            earliest=start.first_day() if start else None,
            latest=end.last_day() if end else None,
            precision=max((moment.precision for moment in ends), key=PRECISIONS.index),
            approximate=any(moment.approximate or moment.uncertain for moment in ends),
            start=start,
            end=end,
        )

    @classmethod
    def between(cls, start: PartialDate, end: PartialDate | None) -> PartialDate:
        """The period from ``start`` to ``end``, as conferences have it; only ``start`` where there is no end."""
        return cls._between(start.first, end.end if end else start.end)

    def text(self, locale: str) -> str:
        """The date as a reader of the language ``locale`` writes it ("Sommer 1991")."""
        from cms.core.date_text import date_text  # the two modules describe each other

        return date_text(self, locale)

    def as_document(self, locale: str) -> DateDocument:
        """The date object of editions and API answers."""
        return {
            "edtf": self.edtf,
            "earliest": self.earliest.isoformat() if self.earliest else None,
            "latest": self.latest.isoformat() if self.latest else None,
            "precision": self.precision,
            "approximate": self.approximate,
            "text": self.text(locale),
        }

    def __str__(self) -> str:
        return self.edtf


def stored_date(edtf: str) -> PartialDate | None:
    """The date that a column holds; None where nothing is stored, or a draft holds half a date."""
    try:
        return PartialDate.parse(edtf) if edtf else None
    except PartialDateError:
        return None


def date_document(edtf: str, locale: str) -> DateDocument | None:
    """The date object of a column, see ``stored_date``."""
    value = stored_date(edtf)
    return value.as_document(locale) if value else None


def is_before(end: str, start: str) -> bool:
    """Whether the EDTF date ``end`` lies wholly before ``start``. False where one is missing or cannot be read."""
    last, first = stored_date(end), stored_date(start)
    return bool(last and first and last.latest and first.earliest and last.latest < first.earliest)


@lru_cache(maxsize=4096)
def _bounds(edtf: str) -> tuple[date, date]:
    """First and last day of valid EDTF text. Parsing takes a millisecond and dates repeat."""
    parsed = parse_edtf(edtf)
    return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])


def _written(moment: Moment | None) -> str:
    """EDTF text of one end, with its qualifier."""
    if moment is None:
        return OPEN_END
    qualifiers = {(True, True): "%", (True, False): "~", (False, True): "?", (False, False): ""}
    return moment.edtf + qualifiers[moment.approximate, moment.uncertain]


def _moment(half: str, text: str) -> Moment:
    """One end of ``text``. ``XX`` for an unknown month or day is the same as leaving it out."""
    match = _HALF.match(half.strip())
    if match is None:
        raise _format_error(text)
    qualifier = match["qualifier"]
    numbers = [match["year"]]
    for part in (match["month"], match["day"]):
        if part in (None, "XX"):
            break
        numbers.append(part)
    year, month, day = (int(number) for number in (*numbers, "0", "0")[:3])
    season = month if month in _SEASONS else None
    try:
        if season and day:
            raise ValueError("a season has no days")
        _bounds("-".join(numbers))
        date(year, 1 if season else month or 1, day or 1)
    except (ValueError, EDTFParseException) as error:
        raise ImpossibleDateError(_("There is no such date as “%(text)s”.") % {"text": text}) from error
    return Moment(
        year=year,
        month=None if season else month or None,
        day=day or None,
        season=season,
        approximate=qualifier in ("~", "%") if qualifier else False,
        uncertain=qualifier in ("?", "%") if qualifier else False,
    )


def _format_error(text: str) -> DateFormatError:
    return DateFormatError(
        _(
            "“%(text)s” is not a date we can read. Write for example 1991, 04/2011 or 26.09.2001; "
            "1991~ means about 1991, 1991-22 summer 1991."
        )
        % {"text": text}
    )
