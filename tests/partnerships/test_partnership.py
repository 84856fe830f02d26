"""Partnerships: titles, sides, founding, validation."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError

from cms.publishing.models import Edition
from partnerships.models import Milestone, Municipality, Partnership, PartnershipKind, Side
from partnerships.models.named_entry import find
from partnerships.models.partnership import check_sides
from tests.newsroom import translated


def test_the_title_is_made_of_the_sides_names_in_each_language(pair: Partnership) -> None:
    russian = translated(pair, "ru")
    assert str(pair) == "Essen – Nischni Nowgorod"
    assert str(russian) == "Essen – Нижний Новгород"
    assert pair.slug == russian.slug == "essen-nischni-nowgorod"


def test_a_renamed_side_renames_the_partnership(pair: Partnership, nizhny: Municipality) -> None:
    nizhny.name = "Nischnij Nowgorod"
    nizhny.save()
    pair.refresh_from_db()
    assert pair.title == "Essen – Nischnij Nowgorod"


def test_a_partnership_is_found_by_a_former_name_of_a_side(pair: Partnership) -> None:
    assert list(find(Partnership.objects.all(), "essen горький")) == [pair]


def test_a_partnership_needs_two_different_sides(essen: Municipality, nizhny: Municipality) -> None:
    english = nizhny.get_translations().get(locale__language_code="en")
    for sides in ([], [essen], [nizhny, english]):
        with pytest.raises(ValidationError):
            check_sides([Side(municipality=side) for side in sides])
    check_sides([Side(municipality=essen), Side(municipality=nizhny)])


def test_a_status_with_an_impossible_date_is_refused(essen: Municipality) -> None:
    with pytest.raises(ValidationError) as raised:
        Side(municipality=essen, status_since="31.06.2021").full_clean(exclude=["partnership"])
    assert "status_since" in raised.value.message_dict


@pytest.mark.parametrize(
    ("kind", "milestones", "founding"),
    [
        (PartnershipKind.PARTNERSHIP, [("contact", "1986"), ("signed", "1991-05-11")], "1991-05-11"),
        (PartnershipKind.PARTNERSHIP, [("signed", "2005-06-09"), ("friendship", "2001-09-26")], "2001-09-26"),
        (PartnershipKind.PARTNERSHIP, [("intent", "1990"), ("reaffirmed", "1995")], None),
        (PartnershipKind.PARTNERSHIP, [("signed", "1991"), ("ratified", "1991-03")], "1991"),
        (PartnershipKind.CONTACT, [("contact", "1986")], "1986"),
        (PartnershipKind.PROJECT, [("intent", "2010"), ("signed", "2012")], "2010"),
        (PartnershipKind.PARTNERSHIP, [], None),
        (PartnershipKind.PARTNERSHIP, [("signed", "")], None),
    ],
)
def test_since_is_the_first_milestone_that_founds(
    essen: Municipality, kind: str, milestones: list[tuple[str, str]], founding: str | None
) -> None:
    row = Partnership(locale=essen.locale, kind=kind)
    row.milestones = [Milestone(type=name, date=day, locale=essen.locale) for name, day in milestones]
    first = row.founding()
    assert (first.date if first else None) == founding


def test_a_town_that_is_a_side_cannot_be_deleted(pair: Partnership, nizhny: Municipality) -> None:
    with pytest.raises(Exception, match="protected"):
        nizhny.delete()


def test_facts_of_the_source_are_facts_everywhere(pair: Partnership, town: Callable[..., Municipality]) -> None:
    russian = translated(pair, "ru")
    twer = town("Twer", country="RU")

    sides = list(pair.sides.all())
    sides[1].municipality = twer
    sides[0].status = "suspended"
    pair.sides = sides
    milestones = list(pair.milestones.all())
    milestones[0].date = "1992-10-10"
    pair.milestones = milestones
    pair.save()

    russian = Partnership.objects.get(pk=russian.pk)
    assert [(side.municipality, side.status) for side in russian.sides.all()] == [
        (sides[0].municipality, "suspended"),
        (twer, "dormant"),
    ]
    assert "1992-10-10" in [row.date for row in russian.milestones.all()]
    assert russian.title == "Essen – Twer"


def test_the_address_does_not_tell_a_side_that_is_not_published(
    essen: Municipality, town: Callable[..., Municipality]
) -> None:
    secret = town("Geheimstadt", live=False)
    partnership = Partnership(locale=essen.locale)
    partnership.sides = [Side(municipality=essen), Side(municipality=secret, sort_order=1)]
    partnership.save()

    assert partnership.slug == "essen"
    assert "eheimstadt" not in str(Edition.objects.filter(type="partnership").values())
