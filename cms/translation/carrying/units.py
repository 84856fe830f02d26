"""The units that are matched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_IDENTIFIER = re.compile(r"\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?=\.|$)")


class Unit(NamedTuple):
    """A string in a place of the text: what has a translation of its own in each locale."""

    path: str
    """wagtail-localize's content path: field, block ids, fields of blocks."""
    text: str
    """Inline HTML as wagtail-localize stores it."""

    @property
    def block(self) -> str:
        """The path of what holds it: of its block for a field of a block, of the field for a block."""
        return self.path.rpartition(".")[0]

    @property
    def field(self) -> str:
        """The path without the ids of blocks and rows: the same for all blocks of one kind of field."""
        return _IDENTIFIER.sub("", self.path)


def unique(units: Iterable[Unit]) -> list[Unit]:
    """The units in their order, each once: what is repeated within one block shares its translation."""
    return list(dict.fromkeys(units))
