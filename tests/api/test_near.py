"""`near` and `anniversary` where the globe and the calendar are awkward, on each database."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.api.filters import kilometres
from cms.api.values import Circle

from .conftest import Get
from .editions import make_edition

pytestmark = pytest.mark.transactions


def make_partnership(title: str, *points: tuple[float, float], **values: Any) -> None:
    """A partnership whose sides lie at these places (longitude, latitude)."""
    towns = [make_edition("municipality", point=point) for point in points]
    sides = [{"municipality": {"key": str(town.key), "point": [town.point_lon, town.point_lat]}} for town in towns]
    terms = tuple(("place", str(town.key)) for town in towns)
    make_edition("partnership", title=title, sides=sides, terms=(*terms, *values.pop("terms", ())), **values)


def found(get: Get, near: str) -> dict[str, float]:
    return {
        row["title"]: row["distance_km"] for row in get("partnerships/", near=near, order="title").json()["results"]
    }


def test_the_nearest_side_counts(get: Get) -> None:
    make_partnership("Köln – Wolgograd", (6.96, 50.94), (44.5, 48.7))

    assert found(get, "50.73,7.1,50") == {"Köln – Wolgograd": 25.3}
    assert found(get, "48.7,44.5,1") == {"Köln – Wolgograd": 0.0}
    assert found(get, "50.73,7.1,25") == {}


def test_across_the_180th_meridian(get: Get) -> None:
    make_partnership("Anadyr", (177.5, 64.7))

    assert found(get, "64.7,-179.5,150") == {"Anadyr": 142.5}
    assert found(get, "64.7,-179.5,140") == {}
    assert found(get, "64.7,179.9,150") == {"Anadyr": 114.0}


@pytest.mark.parametrize("longitude", ["0", "180", "-180", "90"])
def test_at_a_pole_every_longitude_is_the_same_place(get: Get, longitude: str) -> None:
    make_partnership("Alert", (-62.3, 82.5))

    assert found(get, f"90,{longitude},840") == {"Alert": 834.0}
    assert found(get, f"90,{longitude},830") == {}


def test_half_way_round_the_world(get: Get) -> None:
    make_partnership("Greymouth", (171.2, -42.45))

    assert found(get, "42.45,-8.8,20000") == {}
    assert found(get, "42.45,-8.7,20000") == {}
    assert found(get, "41,-8.8,20000") == {"Greymouth": 19853.9}


def test_rows_hold_no_distance_unless_asked(get: Get) -> None:
    make_partnership("X", (7, 51))

    assert "distance_km" not in get("partnerships/").json()["results"][0]


latitudes = st.floats(-90, 90)
longitudes = st.floats(-180, 180)


@given(latitudes, longitudes, latitudes, longitudes)
def test_a_distance_is_the_same_both_ways_and_at_most_half_the_equator(a: float, b: float, c: float, d: float) -> None:
    there = kilometres(Circle(a, b, 1), d, c)

    assert there == pytest.approx(kilometres(Circle(c, d, 1), b, a), abs=1e-6)
    assert 0 <= there <= 20_016


@pytest.mark.parametrize(
    ("earliest", "latest", "years"),
    [
        (date(1981, 5, 9), date(1981, 5, 9), 45),
        (date(1991, 1, 1), date(1991, 12, 31), 35),
        (date(2025, 12, 31), date(2025, 12, 31), 1),
        (date(2026, 1, 1), date(2026, 1, 1), None),
        (date(1980, 1, 1), date(1989, 12, 31), None),
        (date(1990, 12, 1), date(1991, 2, 28), None),
        (None, None, None),
    ],
)
def test_years_of_an_anniversary(get: Get, earliest: date | None, latest: date | None, years: int | None) -> None:
    make_partnership("X", earliest=earliest, latest=latest)

    rows = get("partnerships/", anniversary="2026").json()["results"]

    assert [row["years"] for row in rows] == ([years] if years else [])


def test_what_all_sides_have_ended_has_no_anniversary(get: Get) -> None:
    day = {"earliest": date(1981, 5, 9)}
    make_partnership("ended", terms=(("status", "ended"),), **day)
    make_partnership("ended by one", terms=(("status", "ended"), ("status", "active")), **day)
    make_partnership("active", terms=(("status", "active"),), **day)
    make_partnership("other", terms=(("place", str(uuid4())),), **day)

    rows = get("partnerships/", anniversary="2026", order="title").json()["results"]

    assert [row["title"] for row in rows] == ["active", "ended by one", "other"]
