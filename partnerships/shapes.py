"""Shapes of what the library's documents are made of, for builders and for the API's schema."""

from __future__ import annotations

from typing import Any

from typing_extensions import TypedDict

from cms.core.dates import DateDocument
from cms.publishing.rich_text import RichText
from cms.publishing.types import LangMark


class CodeLabel(TypedDict):
    """A code and what it is called in the edition's language."""

    code: str
    label: str


class RegionDocument(TypedDict):
    """A region: ISO 3166-2 and its name in the edition's language, "" where nobody has entered it."""

    code: str
    name: str


class NamedKey(TypedDict):
    """A work by its id and name."""

    key: str
    name: str


class AliasDocument(TypedDict("_AliasPeriod", {"from": DateDocument | None, "to": DateDocument | None})):
    """Another name of a municipality and when it was used. ``language`` is "" for several or unknown."""

    text: str
    language: str
    kind: str


class OfficialIds(TypedDict):
    """A municipality's numbers in registers."""

    ags: str | None
    oktmo: str | None
    geonames: int | None
    wikidata: str | None


class PopulationDocument(TypedDict):
    """How many people lived there in which year."""

    value: int
    year: int | None


class SeekingPartner(LangMark):
    """A municipality looking for a partner. ``until`` is the last day of the search."""

    since: DateDocument | None
    wishes: str
    contact: dict[str, Any] | None
    until: str | None


class SideSummary(TypedDict):
    """A side as other works show it; ``key`` stays when the municipality is not public, ``name`` is then empty.

    ``region`` is an ISO 3166-2 code.
    """

    key: str
    name: str
    country: str
    region: str | None
    status: str


class PartnershipSummary(TypedDict):
    """A partnership as other works show it, with the envelope that every work has."""

    key: str
    type: str
    kind: str
    locale: str
    slug: str
    title: str
    url: str | None
    api_url: str | None
    partnership_kind: str
    sides: list[SideSummary]
    since: DateDocument | None


class SideDocument(TypedDict):
    """A side. ``municipality`` is null with a ``reason`` where it is not public."""

    municipality: dict[str, Any] | None
    reason: str | None
    status: str
    status_since: DateDocument | None
    decided_by: str
    source: str


class MilestoneDocument(LangMark):
    """Something that happened to a partnership. Only a draft may lack the date."""

    type: str
    type_label: str
    date: DateDocument | None
    place: NamedKey | None
    wording: str
    source: str


class Anniversary(TypedDict):
    """An anniversary: how many years, when (EDTF, as precise as the founding) and how precisely."""

    years: int
    date: str
    precision: str


class LinkDocument(TypedDict):
    """A link to another site."""

    title: str
    url: str


class SourceDocument(TypedDict):
    """Where something is written."""

    text: str
    url: str


class ClaimDocument(TypedDict):
    """What one source says where sources disagree."""

    field: str
    field_label: str
    value: str
    source: str


class CelebrationDocument(TypedDict):
    """An editor's note on the celebration of an anniversary."""

    years: int
    state: str
    state_label: str
    date: DateDocument | None


class OrganisationRow(TypedDict):
    """An organisation and its role at a conference."""

    organisation: dict[str, Any]
    role: str


class ProgrammeRow(LangMark):
    """An item of the programme. ``day`` is an ISO day; ``time`` that day, or a moment in the venue's local time."""

    day: str | None
    time: str | None
    title: str
    room: str
    speakers: list[str]


class WorkingGroupDocument(LangMark):
    """A working group."""

    number: str
    title: str
    coordinators: list[str]
    results: RichText


class RegistrationDocument(LangMark):
    """How to register. Days are ISO days."""

    state: str
    opens: str | None
    closes: str | None
    note: str


class AttendanceDocument(TypedDict):
    """How many came according to one source; ``max`` equals ``min`` for an exact number."""

    min: int
    max: int
    kind: str
    source: str
