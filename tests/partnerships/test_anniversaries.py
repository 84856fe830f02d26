"""Anniversaries are as precise as the founding."""

from datetime import date

import pytest

from cms.core.dates import PartialDate
from partnerships.anniversaries import anniversary_in, is_round, next_anniversary, years_since


@pytest.mark.parametrize(
    ("founded", "today", "years"),
    [
        ("1991-09-09", date(2026, 9, 8), 34),
        ("1991-09-09", date(2026, 9, 9), 35),
        ("1991", date(2026, 1, 1), 35),
        ("1991-22", date(2026, 5, 31), 34),
        ("1991-22", date(2026, 6, 1), 35),
        ("2027", date(2026, 6, 1), 0),
        ("1992-02-29", date(2026, 2, 28), 34),
    ],
)
def test_years(founded: str, today: date, years: int) -> None:
    assert years_since(PartialDate.parse(founded), today) == years


@pytest.mark.parametrize(
    ("founded", "today", "years", "day", "precision"),
    [
        ("1991-09-09", date(2026, 9, 9), 35, "2026-09-09", "day"),
        ("1991-09-09", date(2026, 9, 10), 36, "2027-09-09", "day"),
        ("1991", date(2026, 12, 31), 35, "2026", "year"),
        ("2011-04", date(2026, 5, 1), 16, "2027-04", "month"),
        ("1991-22", date(2026, 7, 1), 35, "2026-22", "season"),
        ("1992-02-29", date(2026, 1, 1), 34, "2026-02-28", "day"),
        ("2026-05-01", date(2026, 1, 1), 1, "2027-05-01", "day"),
    ],
)
def test_the_next_one(founded: str, today: date, years: int, day: str, precision: str) -> None:
    assert next_anniversary(PartialDate.parse(founded), today) == {"years": years, "date": day, "precision": precision}


def test_round_ones() -> None:
    founded = PartialDate.parse("1991")
    assert anniversary_in(founded, 2026) == 35
    assert anniversary_in(founded, 1991) is None
    assert is_round(35)
    assert not is_round(34)
    assert not is_round(None)
