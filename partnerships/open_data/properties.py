"""A partnership in one flat row: the columns of tables and the properties of places on maps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from typing_extensions import TypedDict

Row = Mapping[str, Any]
"""A complete row of the API's list of partnerships."""


class PartnershipProperties(TypedDict):
    """A partnership in one flat row. What is not known, or not public, is null.

    `language_state` says how true `locale` is to what was asked for. `side_1_*` and `side_2_*` are the sides in their
    order, `further_sides` the names of any others. Countries are ISO 3166-1 codes, regions ISO 3166-2, coordinates
    degrees (WGS 84). `since` and `side_*_status_since` are EDTF (ISO 8601-2), `since_earliest` and `since_latest` the
    first and last day that `since` can mean. `fields_of_work` are codes. `distance_km` is the distance of the nearest
    side from the point that `near` names.
    """

    key: str
    kind: str
    locale: str
    language_state: str
    title: str
    url: str | None
    api_url: str | None
    side_1_key: str | None
    side_1_name: str | None
    side_1_country: str | None
    side_1_region: str | None
    side_1_longitude: float | None
    side_1_latitude: float | None
    side_1_status: str | None
    side_1_status_since: str | None
    side_2_key: str | None
    side_2_name: str | None
    side_2_country: str | None
    side_2_region: str | None
    side_2_longitude: float | None
    side_2_latitude: float | None
    side_2_status: str | None
    side_2_status_since: str | None
    further_sides: list[str]
    since: str | None
    since_earliest: str | None
    since_latest: str | None
    since_text: str | None
    years: int | None
    fields_of_work: list[str]
    distance_km: float | None
    first_published_at: str | None
    last_changed_at: str
    change: int | None


COLUMNS: tuple[str, ...] = tuple(PartnershipProperties.__annotations__)
"""Their names in order."""

_SOURCES: Mapping[str, Literal["language", "sides", "since"]] = {
    "language_state": "language",
    "further_sides": "sides",
    **{name: "since" for name in COLUMNS if name.startswith("since_")},
    **{name: "sides" for name in COLUMNS if name.startswith("side_")},
}
"""Column -> the field of the API's row that it is made of, where that has another name."""


def columns(fields: frozenset[str] | None) -> list[str]:
    """The columns that are made of these fields of the API's rows; all without them."""
    return [name for name in COLUMNS if fields is None or _SOURCES.get(name, name) in fields]


def properties(row: Row) -> PartnershipProperties:
    """A row of the API's list made flat."""
    since = row["since"] or {}
    flat: dict[str, Any] = {
        **{name: row.get(name) for name in COLUMNS},
        "language_state": row["language"]["state"],
        "since": since.get("edtf"),
        "since_earliest": since.get("earliest"),
        "since_latest": since.get("latest"),
        "since_text": since.get("text"),
        "fields_of_work": [field["code"] for field in row["fields_of_work"]],
        "further_sides": [side["municipality"]["name"] for side in row["sides"][2:] if side["municipality"]],
    }
    for number, side in enumerate(row["sides"][:2], start=1):
        flat |= {f"side_{number}_{name}": value for name, value in _side(side).items()}
    return flat  # type: ignore[return-value]  # its names are put together


def side_points(row: Row) -> list[list[float]]:
    """Longitude and latitude of the sides whose place is known."""
    towns = [side["municipality"] for side in row.get("sides", ())]
    return [list(town["point"]) for town in towns if town and town["point"]]


def _side(side: Mapping[str, Any]) -> dict[str, Any]:
    town = side["municipality"] or {}
    longitude, latitude = town.get("point") or (None, None)
    return {
        "key": town.get("key"),
        "name": town.get("name"),
        "country": town.get("country"),
        "region": (town.get("region") or {}).get("code"),
        "longitude": longitude,
        "latitude": latitude,
        "status": side["status"],
        "status_since": (side["status_since"] or {}).get("edtf"),
    }
