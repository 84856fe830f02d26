"""A query after somebody has thought about it: which words belong together, and what else stands for the same.

Engines know nothing of places, names or synonyms. They get parts, each of which can be said in several ways.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to say a part: words that stand next to each other, as a reader would write them."""

    text: str
    locale: str = ""
    """The language it is written in, where that is known; otherwise any of the searched ones."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something the reader looks for.

    `said` is what was typed. `others` mean the same: names of the same place in other languages and scripts, former
    names, editors' synonyms.
    """

    said: Alternative
    others: tuple[Alternative, ...] = ()
    place: str = ""
    """The id of the municipality that it names: whatever carries that place is found too."""
    exact: bool = False
    """Whether it was put in quotation marks: the words in this order, each in any of its forms."""
    excluded: bool = False
    """Whether nothing that contains it is wanted (`-word`)."""


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
