"""Shapes of the library's answers, for the API's schema: what the builders make, with the envelope around it."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from cms.api.types import Envelope, Summary
from cms.core.dates import DateDocument
from cms.core.editions.documents import FileDocument
from cms.publishing.rich_text import RichText
from cms.publishing.types import LangMark

from .shapes import (
    AliasDocument,
    Anniversary,
    AttendanceDocument,
    CelebrationDocument,
    ClaimDocument,
    CodeLabel,
    LinkDocument,
    MilestoneDocument,
    NamedKey,
    OfficialIds,
    PartnershipSummary,
    PopulationDocument,
    ProgrammeRow,
    RegionDocument,
    RegistrationDocument,
    SourceDocument,
    WorkingGroupDocument,
)

SideState = Literal["active", "dormant", "suspended", "ended", "unknown"]
PartnershipKindName = Literal["partnership", "friendship", "contact", "project"]
MunicipalityKindName = Literal[
    "city", "commune", "county", "rayon", "city_district", "urban_okrug", "region", "federal_city"
]


class MunicipalitySummary(Summary):
    """A municipality inside another work. `point` is longitude and latitude (WGS 84)."""

    name: str
    country: str
    country_name: str
    region: RegionDocument | None
    point: list[float] | None


class ConferenceSummary(Summary):
    """A conference inside another work."""

    number: str
    start: DateDocument | None
    end: DateDocument | None
    places: list[NamedKey]


class OrganisationSummary(Summary):
    """An organisation inside another work."""

    name: str
    website: str | None


class ContactSummary(Summary):
    """A contact inside another work, shown while it is valid. Days are ISO days."""

    function: str
    organisation: OrganisationSummary | None
    phone: str | None
    email: str | None
    languages: list[str]
    valid_from: str | None
    valid_to: str | None


class SeekingPartner(LangMark):
    """A municipality looking for a partner. `until` is the last (ISO) day of the search."""

    since: DateDocument | None
    wishes: str
    contact: ContactSummary | None
    until: str | None


class MunicipalityRow(Envelope):
    """A municipality in a list."""

    type: Literal["municipality"]
    kind: MunicipalityKindName
    name: str
    country: str
    country_name: str
    region: RegionDocument | None
    point: list[float] | None
    seeking_partner: SeekingPartner | None


class Municipality(MunicipalityRow):
    """A municipality. `point_is` says what the point marks: the town or the administration's seat."""

    aliases: list[AliasDocument]
    parent: MunicipalitySummary | None
    official_ids: OfficialIds
    point_is: Literal["town", "seat"] | None
    population: PopulationDocument | None
    website: str | None
    intro: RichText
    partnerships: list[PartnershipSummary]


class PartnershipSide(TypedDict):
    """A side of a partnership. `municipality` is null, with a `reason`, where it is not public."""

    municipality: MunicipalitySummary | None
    reason: Literal["not_published"] | None
    status: SideState
    status_since: DateDocument | None
    decided_by: str
    source: str


class _PartnershipRow(Envelope):
    type: Literal["partnership"]
    kind: PartnershipKindName
    sides: list[PartnershipSide]
    since: DateDocument | None
    years: int | None
    fields_of_work: list[CodeLabel]


class PartnershipRow(_PartnershipRow):
    """A partnership in a list.

    `years` are completed years today, or those of the year that `anniversary` asked for. `distance_km` is there where
    `near` asked for it and the nearest side's place is known.
    """

    distance_km: NotRequired[float]


class Partnership(_PartnershipRow):
    """A partnership. `last_verified` is an ISO day."""

    next_anniversary: Anniversary | None
    milestones: list[MilestoneDocument]
    celebrations: list[CelebrationDocument]
    remarks: RichText
    links: list[LinkDocument]
    documents: list[FileDocument]
    contacts: list[ContactSummary]
    sources: list[SourceDocument]
    claims: list[ClaimDocument]
    last_verified: str | None


class OrganisationAtConference(TypedDict):
    """An organisation and its role."""

    organisation: OrganisationSummary
    role: str


class ConferenceRow(Envelope):
    """A conference in a list. `period` is its time in words; `series` is a name, `series_code` its code."""

    type: Literal["conference"]
    kind: Literal[""]
    series: str
    series_code: str | None
    number: str
    motto: str
    start: DateDocument | None
    end: DateDocument | None
    period: str
    places: list[MunicipalitySummary]
    mode: Literal["on_site", "hybrid", "online"]
    status: Literal["planned", "scheduled", "postponed", "cancelled", "held"]


class Conference(ConferenceRow):
    """A conference."""

    organisations: list[OrganisationAtConference]
    programme: list[ProgrammeRow]
    working_groups: list[WorkingGroupDocument]
    registration: RegistrationDocument
    disclaimers: list[str]
    attendance: list[AttendanceDocument]
    sub_events: list[ConferenceSummary]
    documents: list[FileDocument]
    predecessor: ConferenceSummary | None
