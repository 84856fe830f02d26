"""Partnerships as GeoJSON and CSV, as an open-data user gets them."""

import csv
import io
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from jsonschema import Draft202012Validator

from cms.api import formats
from cms.api.schema.views import openapi
from partnerships.open_data.geojson import geometry
from partnerships.open_data.properties import COLUMNS
from tests.api.editions import make_edition, unpublish

pytestmark = pytest.mark.django_db

PATH = "/api/v1/partnerships/"


def town(name: str, point: list[float] | None = None, country: str = "DE") -> dict[str, Any]:
    return {
        "key": str(uuid4()),
        "name": name,
        "country": country,
        "region": {"code": "DE-NW", "name": "Nordrhein-Westfalen"},
        "point": point,
    }


def side(municipality: dict[str, Any] | None, status: str = "active") -> dict[str, Any]:
    return {
        "municipality": municipality,
        "reason": None if municipality else "not_published",
        "status": status,
        "status_since": {"edtf": "2022-03"} if status == "suspended" else None,
        "decided_by": "",
        "source": "",
    }


def make_partnership(*sides: dict[str, Any], since: str | None = "1991-22", **content: Any) -> Any:
    dates = {"edtf": since, "earliest": "1991-06-01", "latest": "1991-08-31", "text": "Sommer 1991"}
    return make_edition(
        "partnership",
        kind="partnership",
        sides=list(sides),
        since=dates if since else None,
        years=None,
        fields_of_work=[{"code": "youth", "label": "Jugend"}, {"code": "culture", "label": "Kultur"}],
        **content,
    )


ESSEN = town("Essen", [7.0123, 51.4566])
NIZHNY = town("Нижний Новгород", [44.0, 56.33], country="RU")


def test_a_partnership_is_a_line_between_its_sides(client: Client) -> None:
    edition = make_partnership(side(ESSEN), side(NIZHNY, "suspended"), title="Essen – Nischni Nowgorod")

    response = client.get(PATH, {"format": "geojson"})

    assert response["Content-Type"] == "application/geo+json"
    assert response["Content-Disposition"] == 'inline; filename="partnerships-de.geojson"'
    answer = response.json()
    assert (answer["type"], answer["count"], answer["next"], answer["previous"]) == ("FeatureCollection", 1, None, None)
    (feature,) = answer["features"]
    assert (feature["type"], feature["id"]) == ("Feature", str(edition.key))
    assert feature["geometry"] == {"type": "LineString", "coordinates": [[7.0123, 51.4566], [44.0, 56.33]]}
    properties = feature["properties"]
    assert properties["side_2_name"] == "Нижний Новгород"
    assert (properties["side_2_status"], properties["side_2_status_since"]) == ("suspended", "2022-03")
    assert (properties["since"], properties["since_earliest"]) == ("1991-22", "1991-06-01")
    assert properties["fields_of_work"] == ["youth", "culture"]
    assert properties["url"] == f"http://testserver{edition.path}"


def _cut(*lines: list[list[float]]) -> dict[str, Any]:
    return {"type": "MultiLineString", "coordinates": list(lines)}


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([], None),
        ([[7.0, 51.0]], {"type": "Point", "coordinates": [7.0, 51.0]}),
        ([[7.0, 51.0], [7.0, 51.0]], {"type": "Point", "coordinates": [7.0, 51.0]}),
        (
            [[7.0, 51.0], [44.0, 56.0], [2.3, 48.8]],
            {"type": "MultiPoint", "coordinates": [[7.0, 51.0], [44.0, 56.0], [2.3, 48.8]]},
        ),
        (
            [[170.0, 60.0], [-170.0, 64.0]],
            _cut([[170.0, 60.0], [180.0, 62.0]], [[-180.0, 62.0], [-170.0, 64.0]]),
        ),
        (
            [[-160.0, 0.0], [170.0, 30.0]],
            _cut([[-160.0, 0.0], [-180.0, 20.0]], [[180.0, 20.0], [170.0, 30.0]]),
        ),
    ],
)  # fmt: skip
def test_geometry(points: list[list[float]], expected: Any) -> None:
    assert geometry(points) == expected


def test_a_side_that_is_not_public_leaves_no_trace(client: Client) -> None:
    make_partnership(side(ESSEN), side(None))

    (feature,) = client.get(PATH, {"format": "geojson"}).json()["features"]

    assert feature["geometry"] == {"type": "Point", "coordinates": [7.0123, 51.4566]}
    assert {feature["properties"][f"side_2_{name}"] for name in ("key", "name", "country", "longitude")} == {None}


def table(response: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(response.content.decode(), newline="")))


def test_a_table_has_one_row_a_partnership(client: Client) -> None:
    edition = make_partnership(side(ESSEN), side(NIZHNY), side(town('Stadt "X", Y')), title="Essen\nNischni")

    response = client.get(PATH, {"format": "csv", "locale": "de"})

    assert response["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert response["Content-Disposition"] == 'attachment; filename="partnerships-de.csv"'
    assert response.content.startswith(b"key,kind,locale,")
    assert response.content.endswith(b"\r\n")
    (row,) = table(response)
    assert tuple(row) == COLUMNS
    assert (row["key"], row["title"], row["side_2_name"]) == (str(edition.key), "Essen\nNischni", "Нижний Новгород")
    assert (row["further_sides"], row["fields_of_work"]) == ('Stadt "X", Y', "youth; culture")
    assert (row["since"], row["years"], row["side_1_longitude"]) == ("1991-22", row["years"], "7.0123")


@pytest.mark.parametrize("text", ["=1+1", "+49", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"])
def test_no_cell_runs_as_a_formula(client: Client, text: str) -> None:
    make_partnership(side(town(text, [-7.0, -51.0])), side(NIZHNY), title=text, since=None)

    (row,) = table(client.get(PATH, {"format": "csv"}))

    for cell in row.values():
        assert cell[:1] not in "=+@\t\r-" or cell.lstrip("+-").replace(".", "").isdigit() or cell == ""
    assert (row["side_1_longitude"], row["since"]) == ("-7.0", "")


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("application/geo+json", "application/geo+json"),
        ("text/csv", "text/csv"),
        ("text/csv;q=0.5, application/geo+json", "application/geo+json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/json"),
        ("application/json, text/csv;q=0.9", "application/json"),
    ],
)
def test_the_accept_header_chooses(client: Client, accept: str, media_type: str) -> None:
    response = client.get(PATH, headers={"Accept": accept})

    assert response["Content-Type"].split(";")[0] == media_type
    assert "Accept" in response["Vary"]


def test_the_parameter_is_stronger_than_the_header(client: Client) -> None:
    response = client.get(PATH, {"format": "json"}, headers={"Accept": "text/csv"})

    assert response["Content-Type"] == "application/json"
    assert "Accept," not in response.get("Vary", "") + ","


def test_only_partnerships_have_these_formats(client: Client) -> None:
    assert client.get("/api/v1/articles/", headers={"Accept": "text/csv"}).status_code == 406
    assert client.get("/api/v1/articles/", {"format": "csv"}).status_code == 400


@pytest.mark.parametrize("name", ["geojson", "csv"])
def test_everything_comes_at_once_in_one_query(client: Client, name: str, django_assert_num_queries: Any) -> None:
    for number in range(150):
        make_partnership(side(ESSEN), side(NIZHNY), title=f"{number:03}")

    with django_assert_num_queries(1):
        response = client.get(PATH, {"format": name})

    rows = table(response) if name == "csv" else response.json()["features"]
    assert len(rows) == 150
    assert "Link" not in response


def test_a_page_says_where_the_next_one_is(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        make_partnership(side(ESSEN), side(NIZHNY), title=f"{number}")

    answer = client.get(PATH, {"format": "geojson", "limit": 2})
    following = client.get(answer.json()["next"])
    page = client.get(PATH, {"format": "csv", "limit": 2, "cursor": ""})

    assert len(answer.json()["features"]) == 2
    assert len(following.json()["features"]) == 1
    assert len(table(client.get(page["Link"].split(">")[0].removeprefix("<")))) == 1
    assert client.get(PATH, {"format": "csv", "limit": formats.MAX_ROWS}).status_code == 200
    assert client.get(PATH, {"format": "csv", "limit": formats.MAX_ROWS + 1}).status_code == 400
    assert client.get(PATH, {"limit": 101}).status_code == 400


def test_filters_and_fallback_are_those_of_the_list(client: Client) -> None:
    make_partnership(side(ESSEN), side(NIZHNY), title="here", terms=(("country", "DE"),))
    make_partnership(side(ESSEN), side(NIZHNY), title="there", terms=(("country", "US"),))

    query = {"format": "csv", "country": "US", "locale": "ru", "fallback": "any"}

    (row,) = table(client.get(PATH, query))
    assert (row["title"], row["locale"], row["language_state"]) == ("there", "de", "fallback")


def test_fields_choose_columns(client: Client) -> None:
    make_partnership(side(ESSEN), side(NIZHNY), title="T")

    (row,) = table(client.get(PATH, {"format": "csv", "fields": "title,since"}))
    (feature,) = client.get(PATH, {"format": "geojson", "fields": "title"}).json()["features"]

    assert list(row) == ["title", "since", "since_earliest", "since_latest", "since_text"]
    assert feature["properties"] == {"title": "T"}
    assert feature["geometry"]["type"] == "LineString"


@pytest.mark.parametrize("name", ["geojson", "csv"])
def test_caches_ask_whether_it_is_still_the_same(client: Client, name: str) -> None:
    edition = make_partnership(side(ESSEN), side(NIZHNY))
    first = client.get(PATH, {"format": name})

    again = client.get(PATH, {"format": name}, headers={"If-None-Match": first["ETag"]})
    head = client.head(PATH, {"format": name})
    unpublish(edition)
    changed = client.get(PATH, {"format": name}, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", first["ETag"])
    assert int(head["Content-Length"]) == len(first.content)
    assert changed.status_code == 200
    assert first["Surrogate-Key"] == "partnerships"


def test_the_description_names_both(client: Client) -> None:
    make_partnership(side(ESSEN), side(NIZHNY))
    schema = openapi()
    content = schema["paths"][PATH]["get"]["responses"]["200"]["content"]

    assert set(content) == {"application/json", "application/geo+json", "text/csv"}
    validator = Draft202012Validator({**content["application/geo+json"]["schema"], "components": schema["components"]})
    assert list(validator.iter_errors(client.get(PATH, {"format": "geojson"}).json())) == []
