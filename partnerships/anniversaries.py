"""Anniversaries: computed from the founding and a day, never typed in, and never more precise than the founding."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date

from cms.core.dates import Moment, PartialDate

from .shapes import Anniversary


def years_since(founded: PartialDate, today: date) -> int:
    """Whole years up to ``today``; what is known to the year counts from 1 January. Never negative."""
    moment = founded.first
    this_year = _in_year(moment, today.year)
    years = today.year - moment.year - (0 if this_year.first_day() <= today else 1)
    return max(years, 0)


def next_anniversary(founded: PartialDate, today: date) -> Anniversary:
    """The first anniversary that is not over on ``today``."""
    moment = founded.first
    year = max(today.year, moment.year + 1)
    if _in_year(moment, year).last_day() < today:
        year += 1
    anniversary = _in_year(moment, year)
    return {"years": year - moment.year, "date": anniversary.edtf, "precision": moment.precision}


def anniversary_in(founded: PartialDate, year: int) -> int | None:
    """How many years are celebrated in ``year``; None before the first anniversary."""
    years = year - founded.first.year
    return years if years > 0 else None


def anniversary_day(founded_on: date, year: int) -> date:
    """The day in ``year`` on which an anniversary falls; 28 February for 29 February where there is none."""
    return founded_on.replace(year=year, day=min(founded_on.day, calendar.monthrange(year, founded_on.month)[1]))


def is_round(years: int | None) -> bool:
    """Whether an anniversary is one that is usually celebrated: every fifth."""
    return bool(years) and years is not None and years % 5 == 0


def _in_year(moment: Moment, year: int) -> Moment:
    """The same day, month or season of another year; 29 February becomes the 28th where there is none."""
    if moment.month and moment.day:
        last = calendar.monthrange(year, moment.month)[1]
        return replace(moment, year=year, day=min(moment.day, last))
    return replace(moment, year=year)
