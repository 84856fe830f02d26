"""Blocks of a demo article's body, as plain values.

One class a block type of the body; what is a text holds one string a locale, everything else is the
same in all of them. ``block_type`` is the name of the block in the body.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import ClassVar

from cms.demo.texts import Texts


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the body; level 2 or 3."""

    block_type: ClassVar[str] = "heading"
    text: Texts
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Rich text. Without mark-up around it, it is one paragraph.

    Links to other demo articles are written ``<a href='article:slug'>``.
    """

    block_type: ClassVar[str] = "paragraph"
    text: Texts


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said in a function; ``extract`` marks a shortened quotation."""

    block_type: ClassVar[str] = "quote"
    text: Texts
    speaker: Texts
    function: Texts
    date: str | None = None
    extract: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the demo catalogue, by its key."""

    block_type: ClassVar[str] = "image"
    picture: str


@dataclass(frozen=True, slots=True)
class Gallery:
    """Several pictures of the demo catalogue."""

    block_type: ClassVar[str] = "gallery"
    title: Texts
    pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Documents:
    """Files to download, by their keys."""

    block_type: ClassVar[str] = "documents"
    title: Texts
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactBox:
    """A box beside the text."""

    block_type: ClassVar[str] = "fact_box"
    title: Texts
    text: Texts


@dataclass(frozen=True, slots=True)
class ChosenPartnership:
    """One partnership of the library, by its id in the facts."""

    block_type: ClassVar[str] = "partnership"
    partnership: str


@dataclass(frozen=True, slots=True)
class PartnershipList:
    """Partnerships found by a rule: a region (ISO 3166-2), a year of anniversaries, or both."""

    block_type: ClassVar[str] = "partnership_list"
    title: Texts
    region: str | None = None
    anniversary_year: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a timeline; the date is EDTF level 1."""

    date: str
    title: Texts
    text: Texts = field(default_factory=Texts)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in the order of time."""

    block_type: ClassVar[str] = "timeline"
    title: Texts
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class CallToAction:
    """An invitation with a link."""

    block_type: ClassVar[str] = "call_to_action"
    text: Texts
    label: Texts
    url: str


@dataclass(frozen=True, slots=True)
class Embed:
    """Something from another site, loaded only after a click."""

    block_type: ClassVar[str] = "embed"
    url: str
    title: Texts


@dataclass(frozen=True, slots=True)
class Bibliography:
    """One bibliographic entry, cited as it was published: nothing in it is translated."""

    block_type: ClassVar[str] = "bibliography"
    kind: str
    title: str
    author: str = ""
    publication: str = ""
    issue: str = ""
    pages: str = ""
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a cell that reads the same everywhere may be a plain string."""

    block_type: ClassVar[str] = "table"
    caption: Texts
    rows: tuple[tuple[Texts | str, ...], ...]
    header_row: bool = True
    header_column: bool = False


Block = (
    Heading
    | Paragraph
    | Quote
    | Picture
    | Gallery
    | Documents
    | FactBox
    | ChosenPartnership
    | PartnershipList
    | Timeline
    | CallToAction
    | Embed
    | Bibliography
    | Table
)


def texts_of(value: object) -> Iterator[Texts]:
    """Yield every text in a value, its rows and its parts included."""
    if isinstance(value, Texts):
        if value:
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part)
    elif is_dataclass(value):
        for part in fields(value):
            yield from texts_of(getattr(value, part.name))
