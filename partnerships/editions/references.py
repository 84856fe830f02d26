"""Works that a document names: published ones as summaries, others left out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from cms.publishing.context import Context
from cms.publishing.types import Json

from ..shapes import NamedKey


def summaries(context: Context, type_name: str, rows: Iterable[Any]) -> list[Json]:
    """The published works among ``rows`` (rows of any locale), in their order."""
    found = [context.summary(type_name, row.translation_key) for row in rows]
    return [summary for summary in found if summary is not None]


def summary(context: Context, type_name: str, row: Any | None) -> Json | None:
    """The published work behind a row of any locale; None where there is none or it is not public."""
    return context.summary(type_name, row.translation_key) if row is not None else None


def named(work: Json | None) -> NamedKey | None:
    """A municipality's summary reduced to id and name."""
    return {"key": work["key"], "name": work["name"]} if work else None


def place_names(place: Json) -> tuple[str, ...]:
    """A municipality's name, its region's and its country's, as its summary tells them in one language."""
    region = place["region"]
    return tuple(filter(None, (place["name"], region["name"] if region else "", place["country_name"])))


def region_terms(places: Iterable[Json]) -> list[tuple[str, str]]:
    """What lists of works that name these places are filtered by: the places' regions."""
    return [("region", place["region"]["code"]) for place in places if place["region"]]


def is_valid_on(contact: Json, today: date) -> bool:
    """Whether a contact's summary may be shown on that day."""
    day = today.isoformat()
    return (contact.get("valid_from") or day) <= day <= (contact.get("valid_to") or day)


def parts(text: str) -> list[str]:
    """People listed in one line, separated by semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]


def iso(value: Any | None) -> str | None:
    """ISO text of a day or time."""
    return value.isoformat() if value else None
