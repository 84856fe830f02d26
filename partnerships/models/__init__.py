"""The library's works and what belongs to them, one file a concept."""

from .region import Region  # isort: skip
from .claim import Claim, ClaimField
from .conference import Conference, ConferenceMode, ConferenceStatus, RegistrationState
from .conference_rows import (
    Attendance,
    AttendanceKind,
    ConferenceDocument,
    ConferenceOrganisation,
    ConferencePlace,
    OrganisationRole,
    SubEvent,
)
from .conference_series import ConferenceSeries
from .contact import Contact
from .library_page import LibraryPage, LibrarySection
from .milestone import FOUNDING, Milestone, MilestoneType
from .municipality import Municipality, MunicipalityAlias
from .municipality_kinds import AliasKind, MunicipalityKind, PointKind
from .organisation import Organisation, OrganisationKind
from .partnership import Partnership, PartnershipKind
from .partnership_rows import (
    Celebration,
    CelebrationState,
    PartnershipContact,
    PartnershipDocument,
    PartnershipLink,
    PartnershipSource,
)
from .programme import ProgrammeItem, WorkingGroup
from .side import Side, SideStatus

__all__ = [
    "FOUNDING",
    "AliasKind",
    "Attendance",
    "AttendanceKind",
    "Celebration",
    "CelebrationState",
    "Claim",
    "ClaimField",
    "Conference",
    "ConferenceDocument",
    "ConferenceMode",
    "ConferenceOrganisation",
    "ConferencePlace",
    "ConferenceSeries",
    "ConferenceStatus",
    "Contact",
    "LibraryPage",
    "LibrarySection",
    "Milestone",
    "MilestoneType",
    "Municipality",
    "MunicipalityAlias",
    "MunicipalityKind",
    "Organisation",
    "OrganisationKind",
    "OrganisationRole",
    "Partnership",
    "PartnershipContact",
    "PartnershipDocument",
    "PartnershipKind",
    "PartnershipLink",
    "PartnershipSource",
    "PointKind",
    "ProgrammeItem",
    "Region",
    "RegistrationState",
    "Side",
    "SideStatus",
    "SubEvent",
    "WorkingGroup",
]
