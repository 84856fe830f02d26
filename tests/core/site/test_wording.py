"""Readers see words, never codes."""

import pytest
from django.db.models import Choices

from articles.kinds import ArticleKind
from articles.models.article_rows import ContactPurpose
from cms.core.site.wording import WORDING, wording
from partnerships.models.conference import ConferenceMode, ConferenceStatus, RegistrationState
from partnerships.models.conference_rows import AttendanceKind, OrganisationRole
from partnerships.models.municipality_kinds import AliasKind, MunicipalityKind
from partnerships.models.partnership import PartnershipKind
from partnerships.models.side import SideStatus


@pytest.mark.parametrize(
    ("topic", "choices"),
    [
        ("article_kind", ArticleKind),
        ("partnership_kind", PartnershipKind),
        ("side_status", SideStatus),
        ("municipality_kind", MunicipalityKind),
        ("alias_kind", AliasKind),
        ("conference_mode", ConferenceMode),
        ("conference_status", ConferenceStatus),
        ("organisation_role", OrganisationRole),
        ("attendance_kind", AttendanceKind),
        ("registration_state", RegistrationState),
        ("contact_purpose", ContactPurpose),
    ],
)
def test_every_code_that_editors_can_choose_has_words(topic: str, choices: type[Choices]) -> None:
    assert set(WORDING[topic]) == {code for code in choices.values if code}


def test_an_unknown_code_stays_as_it_is() -> None:
    assert wording("new", "side_status") == "new"
