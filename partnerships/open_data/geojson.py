"""Partnerships as GeoJSON (RFC 7946): longitude before latitude, WGS 84."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType, TypedDict

from .properties import PartnershipProperties, Row, columns, properties, side_points

Position = list[float]
"""Longitude and latitude."""


class PointGeometry(TypedDict):
    """Only one side's place is known."""

    type: Literal["Point"]
    coordinates: Position


class LineStringGeometry(TypedDict):
    """From one side to the other."""

    type: Literal["LineString"]
    coordinates: list[Position]


class MultiLineStringGeometry(TypedDict):
    """From one side to the other across the 180th meridian, cut there."""

    type: Literal["MultiLineString"]
    coordinates: list[list[Position]]


class MultiPointGeometry(TypedDict):
    """More than two sides."""

    type: Literal["MultiPoint"]
    coordinates: list[Position]


Geometry = TypeAliasType(
    "Geometry",
    Annotated[
        PointGeometry | LineStringGeometry | MultiLineStringGeometry | MultiPointGeometry, Field(discriminator="type")
    ],
)


class PartnershipFeature(TypedDict):
    """A partnership on a map. `id` is its key; `geometry` is null where no side's place is known."""

    type: Literal["Feature"]
    id: str
    geometry: Geometry | None
    properties: PartnershipProperties


class FeatureCollection(TypedDict):
    """Partnerships on a map. `count`, `next` and `previous` are those of the list as JSON."""

    type: Literal["FeatureCollection"]
    features: list[PartnershipFeature]
    count: int
    next: str | None
    previous: str | None


def feature_collection(
    rows: Sequence[Row], fields: frozenset[str] | None, *, count: int, following: str | None, previous: str | None
) -> FeatureCollection:
    """Rows of the API's list of partnerships as places on a map."""
    names = columns(fields)
    return {
        "type": "FeatureCollection",
        "features": [_feature(row, names) for row in rows],
        "count": count,
        "next": following,
        "previous": previous,
    }


def _feature(row: Row, names: Sequence[str]) -> PartnershipFeature:
    flat: dict[str, Any] = dict(properties(row))
    shown: Any = {name: flat[name] for name in names}
    return {"type": "Feature", "id": row["key"], "geometry": geometry(side_points(row)), "properties": shown}


def geometry(points: Sequence[Position]) -> Any:
    """What joins the sides' places; None where there are none."""
    places = [point for number, point in enumerate(points) if point not in points[:number]]
    if not places:
        return None
    if len(places) == 1:
        return {"type": "Point", "coordinates": places[0]}
    if len(places) > 2:
        return {"type": "MultiPoint", "coordinates": places}
    return _line(*places)


def _line(start: Position, end: Position) -> Any:
    """The shorter way round the world, cut at the 180th meridian (RFC 7946, 3.1.9)."""
    if abs(end[0] - start[0]) <= 180:
        return {"type": "LineString", "coordinates": [start, end]}
    side = 180.0 if start[0] > 0 else -180.0
    unrolled = end[0] + 2 * side
    share = (side - start[0]) / (unrolled - start[0]) if unrolled != start[0] else 0.5
    latitude = round(start[1] + share * (end[1] - start[1]), 6)
    return {
        "type": "MultiLineString",
        "coordinates": [[start, [side, latitude]], [[-side, latitude], end]],
    }
