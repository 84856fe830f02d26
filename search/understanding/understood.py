"""A query after somebody has thought about it: which words belong together, and what else stands for the same.

Engines know nothing of places, names or synonyms. They get parts, each of which can be said in several ways.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to say a part, as a reader would write it: one word or several, each in any of its forms."""

    text: str
    locale: str = ""
    """The language it is written in, where that is known; otherwise any of the searched ones."""
    loose: bool = False
    """Whether its words may stand anywhere and in any order, as long as all of them are there. Otherwise they stand
    next to each other. It means nothing for a single word."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something the reader looks for. What says it in any of its ways is found, and so is what carries the place.

    `said` is what was typed. `others` mean the same: names of the same place in other languages and scripts, former
    names, editors' synonyms, a compound's words one by one.
    """

    said: Alternative
    others: tuple[Alternative, ...] = ()
    places: tuple[str, ...] = ()
    """Ids of the municipalities that it names, several where they share the name: whatever carries one of them (see
    `SearchDocument.places`) is found too."""
    regions: tuple[str, ...] = ()
    """The same for codes of regions (see `SearchDocument.regions`)."""
    exact: bool = False
    """Whether it was put in quotation marks: the words in this order, each in any of its forms, and nothing else
    instead: it has no `others`."""
    excluded: bool = False
    """Whether nothing that contains it is wanted (`-word`). It has no `others`, no places, no regions."""

    @property
    def ways(self) -> tuple[Alternative, ...]:
        """Every way to say it, what was typed first."""
        return (self.said, *self.others)


@dataclass(frozen=True, slots=True)
class Understood:
    """The parts of a query in their order. None at all where there was nothing but spaces and signs."""

    parts: tuple[Part, ...] = ()

    @property
    def wanted(self) -> tuple[Part, ...]:
        """Those to be found."""
        return tuple(part for part in self.parts if not part.excluded)

    @property
    def unwanted(self) -> tuple[Part, ...]:
        """Those to be kept out."""
        return tuple(part for part in self.parts if part.excluded)
