from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from .conftest import Get
from .editions import make_article, make_edition


def titles(get: Get, path: str, **query) -> list[str]:
    response = get(path, **{"order": "title", **query})
    assert response.status_code == 200, response.json()
    answer = response.json()
    assert answer["count"] == len(answer["results"])
    return [row["title"] for row in answer["results"]]


def test_alternatives_widen_and_further_parameters_narrow(get: Get) -> None:
    here, there = str(uuid4()), str(uuid4())
    make_article(title="A", kind="press_release", terms=(("place", here),))
    make_article(title="B", kind="solidarity_letter", terms=(("place", here), ("place", there)))
    make_article(title="C", kind="conference_report", terms=(("place", there),))

    assert titles(get, "articles/", kind="press_release,solidarity_letter") == ["A", "B"]
    assert titles(get, "articles/", kind=["press_release", "solidarity_letter"]) == ["A", "B"]
    assert titles(get, "articles/", place=f"{here},{there}") == ["A", "B", "C"]
    assert titles(get, "articles/", place=here.upper(), kind="solidarity_letter") == ["B"]
    assert titles(get, "articles/", place=str(uuid4())) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"date_after": "2026-05-09"}, ["B", "C"]),
        ({"date_before": "2026-05-09"}, ["A", "B"]),
        ({"date_after": "2026-05", "date_before": "2026-05"}, ["B"]),
        ({"date_after": "2027"}, ["C"]),
        ({"date_before": "2025"}, ["A"]),
        ({"year": "2025"}, ["A"]),
        ({"year": "2025,2027"}, ["A", "C"]),
    ],
)
def test_dates(get: Get, query: dict, expected: list[str]) -> None:
    make_article(title="A", day="2025-12-31")
    make_article(title="B", day="2026-05-09")
    make_article(title="C", day="2027-01-01")

    assert titles(get, "articles/", **query) == expected


def test_a_date_known_only_to_the_year_matches_where_one_of_its_days_does(get: Get) -> None:
    make_edition("partnership", title="1991", earliest=date(1991, 1, 1), latest=date(1991, 12, 31))
    make_edition("partnership", title="unknown")

    assert titles(get, "partnerships/", since_after="1991-06-01") == ["1991"]
    assert titles(get, "partnerships/", since_before="1991-06-01") == ["1991"]
    assert titles(get, "partnerships/", since_after="1992") == []


def test_translation_state(get: Get) -> None:
    for state in ("source", "current", "outdated", "partial"):
        make_article(title=state, state=state)

    assert titles(get, "articles/", translation_state="current") == ["current", "source"]
    assert titles(get, "articles/", translation_state="outdated,partial") == ["outdated", "partial"]


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("BRÜCKE", ["Brücken bauen"]),
        ("brucke bauen", ["Brücken bauen"]),
        ("мосты", ["Мосты и Ёлки"]),
        ("ЕЛКИ мосты", ["Мосты и Ёлки"]),
        ("bauen мосты", []),
        ("100%", ["100% echt"]),
        ("_", ["a_b"]),
        ("' OR 1=1 --", []),
        ('"', []),
        ("ß", ["Straße"]),
        ("STRASSE", ["Straße"]),
    ],
)
def test_words_in_any_case_and_script(get: Get, q: str, expected: list[str]) -> None:
    for title in ("Brücken bauen", "Мосты и Ёлки", "100% echt", "a_b", "Straße"):
        make_article(title=title)

    assert titles(get, "articles/", q=q) == expected


def test_a_town_is_found_by_its_name_in_any_language(get: Get) -> None:
    key = uuid4()
    make_edition("municipality", key=key, title="Köln", text="Colonia")
    make_edition("municipality", key=key, locale="ru", title="Кёльн")

    assert titles(get, "municipalities/", locale="ru", q="köln") == ["Кёльн"]
    assert titles(get, "municipalities/", locale="de", q="кельн") == ["Köln"]
    assert titles(get, "municipalities/", locale="en", q="köln") == []


def test_anniversaries_count_from_a_known_year(get: Get) -> None:
    make_edition("partnership", title="day", earliest=date(1981, 5, 9))
    make_edition("partnership", title="year", earliest=date(1991, 1, 1), latest=date(1991, 12, 31))
    make_edition("partnership", title="sometime", earliest=date(1980, 1, 1), latest=date(1989, 12, 31))
    make_edition("partnership", title="later", earliest=date(2026, 5, 9))
    make_edition("partnership", title="unknown")

    rows = get("partnerships/", anniversary="2026", order="title").json()["results"]

    assert [(row["title"], row["years"]) for row in rows] == [("day", 45), ("year", 35)]


def test_near_finds_partnerships_by_their_sides(get: Get) -> None:
    cologne, volgograd = (
        make_edition("municipality", point=(6.96, 50.94)),
        make_edition("municipality", point=(44.5, 48.7)),
    )
    make_edition("municipality", title="no point")
    make_edition(
        "partnership", title="Köln – Wolgograd", terms=tuple(("place", str(town.key)) for town in (cologne, volgograd))
    )
    make_edition("partnership", title="elsewhere", terms=(("place", str(uuid4())),))

    assert titles(get, "partnerships/", near="50.73,7.1,50") == ["Köln – Wolgograd"]
    assert titles(get, "partnerships/", near="48.71,44.51,5") == ["Köln – Wolgograd"]
    assert titles(get, "partnerships/", near="50.94,6.96,0.1") == ["Köln – Wolgograd"]
    assert titles(get, "partnerships/", near="50.73,7.1,20") == []
    assert titles(get, "partnerships/", near="-50.94,-173.04,10000") == []


def test_near_takes_no_further_query(get: Get, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        get("partnerships/", near="50.73,7.1,50")


def test_seeking_partner_is_what_holds_today(get: Get) -> None:
    today = timezone.localdate()
    for title, term in [
        ("open", "open"),
        ("today", today.isoformat()),
        ("over", (today - timedelta(days=1)).isoformat()),
    ]:
        make_edition("municipality", title=title, terms=(("seeking_partner", term),))
    make_edition("municipality", title="never")

    assert titles(get, "municipalities/", seeking_partner="true") == ["open", "today"]
    assert titles(get, "municipalities/", seeking_partner="false") == ["never", "over"]


def test_conferences_by_year_place_and_series(get: Get) -> None:
    place = str(uuid4())
    terms = (("place", place), ("series", "staedtepartner"))
    make_edition("conference", title="XVI", earliest=date(2021, 6, 28), latest=date(2021, 6, 30), terms=terms)
    make_edition("conference", title="New Year", earliest=date(2019, 12, 30), latest=date(2020, 1, 2))

    assert titles(get, "conferences/", year="2020") == ["New Year"]
    assert titles(get, "conferences/", year="2020,2021", series="staedtepartner") == ["XVI"]
    assert titles(get, "conferences/", place=place) == ["XVI"]


@pytest.mark.parametrize(
    ("path", "query", "allowed"),
    [
        ("articles/", "kind=novel", ["press_release", "solidarity_letter", "conference_report"]),
        ("articles/", "kind=", None),
        ("articles/", "kind=press_release,", None),
        ("articles/", "place=koeln", None),
        ("articles/", "place=" + ",".join(str(uuid4()) for _ in range(51)), None),
        ("articles/", "date_after=2026-02-30", None),
        ("articles/", "date_after=2026-13", None),
        ("articles/", "date_after=0000", None),
        ("articles/", "date_after=09.05.2026", None),
        ("articles/", "date_after=2026-05-09&date_after=2026-05-10", None),
        ("articles/", "year=0", None),
        ("articles/", "year=20261", None),
        ("articles/", "translation_state=draft", ["current", "outdated", "partial"]),
        ("articles/", "q=", None),
        ("articles/", "q=%20", None),
        ("articles/", "q=" + "x" * 201, None),
        ("articles/", "q=" + "+".join("abcdefghijklmnop"), None),
        ("partnerships/", "country=Germany", None),
        ("partnerships/", "country=de", None),
        ("partnerships/", "region=NW", None),
        ("partnerships/", "status=asleep", ["active", "dormant", "suspended", "ended", "unknown"]),
        ("partnerships/", "anniversary=soon", None),
        ("partnerships/", "near=50,7", None),
        ("partnerships/", "near=91,7,10", None),
        ("partnerships/", "near=50,181,10", None),
        ("partnerships/", "near=50,7,0", None),
        ("partnerships/", "near=nan,inf,1", None),
        ("partnerships/", "format=xml", ["json", "geojson", "csv"]),
        ("municipalities/", "seeking_partner=yes", ["true", "false"]),
        ("municipalities/", "kind=village", None),
    ],
)
def test_a_bad_value_is_named_with_what_is_allowed(get: Get, path: str, query: str, allowed: list[str] | None) -> None:
    response = get(f"{path}?{query}")

    assert response.status_code == 400
    (error,) = response.json()["errors"]
    assert error["parameter"] == query.split("=")[0]
    if allowed:
        assert error["allowed"] == allowed
        assert all(word in error["detail"] for word in allowed)
