"""What the sources tell about a partnership beyond its two sides and the year it began."""

from __future__ import annotations

from dataclasses import dataclass, field

from cms.demo.texts import Texts


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone. ``place`` is the id of a municipality, ``date`` is EDTF level 1."""

    type: str
    date: str
    wording: Texts = field(default_factory=Texts)
    source: str = ""
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one side stands; ``since`` is EDTF level 1 or empty."""

    status: str
    source: str
    since: str = ""
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says where sources disagree."""

    about: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Feast:
    """An editor's note on the celebration of an anniversary."""

    years: int
    state: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """Everything the sources tell. The founding milestone itself comes from the data file.

    ``founding`` is the kind of that milestone. A side without a standing is unknown.
    """

    founding: str = "signed"
    founding_place: str | None = None
    founding_wording: Texts = field(default_factory=Texts)
    steps: tuple[Step, ...] = ()
    standings: dict[str, Standing] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    feasts: tuple[Feast, ...] = ()
    remarks: Texts = field(default_factory=Texts)
    sources: tuple[str, ...] = ()
