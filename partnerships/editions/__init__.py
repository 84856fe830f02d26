"""How the library's works become editions, one file a type."""

from cms.publishing.registry import registry

from .conference import ConferenceEdition
from .contact import ContactEdition
from .municipality import MunicipalityEdition
from .organisation import OrganisationEdition
from .partnership import PartnershipEdition

EDITION_TYPES = (
    OrganisationEdition,
    ContactEdition,
    MunicipalityEdition,
    PartnershipEdition,
    ConferenceEdition,
)


def register() -> None:
    """Announce the library's edition types to the publishing core."""
    for edition_type in EDITION_TYPES:
        registry.register(edition_type())


__all__ = [
    "EDITION_TYPES",
    "ConferenceEdition",
    "ContactEdition",
    "MunicipalityEdition",
    "OrganisationEdition",
    "PartnershipEdition",
    "register",
]
