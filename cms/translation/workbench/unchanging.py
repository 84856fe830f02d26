"""Blocks of a body that have no text: shown to translators, because they are a part of what they translate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .places import Place, Places
from .rows import Row

LONGEST = 120
"""Characters of a summary."""


@dataclass(frozen=True)
class Unchanging:
    """A block that is the same in every language."""

    place: Place
    summary: str
    """What it says of itself, such as an address; "" where it only names a picture or a page."""


def unchanging_blocks(places: Places, rows: Iterable[Row]) -> list[Unchanging]:
    """Every block without a string to translate. No queries."""
    with_text = {".".join(row.path.split(".")[:2]) for row in rows}
    return [
        Unchanging(places.at(path), " · ".join(_texts(value))[:LONGEST])
        for path, value in places.blocks()
        if path not in with_text
    ]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value.strip():
            yield value.strip()
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in ("id", "type"):
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
