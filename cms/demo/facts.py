"""The facts of the demo content: places, partnerships, conferences, read from ``data/``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "twinning-facts.json"

_PERIOD = re.compile(r"^(?P<names>.+?) \((?:until (?P<until>\d{4})|(?P<start>\d{4})-(?P<end>\d{4}))\)$")
_SOURCE_DOCUMENT = re.compile(r"^(?P<names>.+?) \(source document(?P<wrong>, wrong| typo)?\)$")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)

_FORMER = frozenset({"Cranz"})
"""Names that the facts list without years, although they are former names."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a municipality; ``start`` and ``end`` are EDTF years or empty."""

    text: str
    kind: str
    language: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class FactMunicipality:
    """A municipality as the facts have it."""

    id: str
    kind: str
    country: str
    name: Mapping[str, str]
    aliases: tuple[Alias, ...]
    region: str
    region_name: Mapping[str, str]
    geonames: int
    point: tuple[float, float]
    point_is: str
    ags: str


@dataclass(frozen=True, slots=True)
class FactPartnership:
    """A partnership as the facts have it."""

    id: str
    sides: tuple[str, str]
    since: str
    wording: str
    document: str


def municipalities() -> tuple[FactMunicipality, ...]:
    """Return all municipalities in the order of the facts."""
    return tuple(_municipality(row) for row in _facts()["municipalities"])


def partnerships() -> tuple[FactPartnership, ...]:
    """Return all partnerships in the order of the facts."""
    return tuple(
        FactPartnership(
            id=row["id"],
            sides=(row["de"], row["ru"]),
            since=row["since_edtf"] or "",
            wording=row["source_wording"],
            document=row["source_document"],
        )
        for row in _facts()["partnerships"]
    )


def seeking() -> frozenset[str]:
    """Return the ids of the municipalities that look for a partner."""
    return frozenset(row["id"] for row in _facts()["seeking"])


@cache
def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return facts


def _municipality(row: Mapping[str, Any]) -> FactMunicipality:
    return FactMunicipality(
        id=row["id"],
        kind=row["kind"],
        country=row["country"],
        name=row["name"],
        aliases=tuple(alias for note in row["aliases"] for alias in parse_alias(note)),
        region=row["region_iso"],
        region_name=row["region"],
        geonames=row["geonames_id"],
        point=(row["point"][0], row["point"][1]),
        point_is="town" if row["point_is"] == "town" else "seat",
        ags=official_key(row["ags"]),
    )


def official_key(note: str | None) -> str:
    """Return the digits of an official key; a district of a city has none of its own."""
    return note if note and note.isdigit() else ""


def parse_alias(note: str) -> tuple[Alias, ...]:
    """Turn one note of the facts into aliases.

    ``Gorki/Горький (1932-1990)`` gives two former names with their years, ``X (source document
    typo)`` a misspelling. Notes on what a place is *not*, and notes on coordinates, give none.
    """
    if note.startswith("NOT ") or "point" in note:
        return ()
    kind, start, end, names = "transliteration", "", "", note
    if period := _PERIOD.match(note):
        kind, names = "former", period["names"]
        start, end = period["start"] or "", period["until"] or period["end"]
    elif document := _SOURCE_DOCUMENT.match(note):
        kind, names = ("misspelling" if document["wrong"] else "transliteration"), document["names"]
    elif note in _FORMER:
        kind = "former"
    return tuple(
        Alias(text=name, kind=kind, language="ru" if _CYRILLIC.search(name) else "de", start=start, end=end)
        for name in names.split("/")
    )
