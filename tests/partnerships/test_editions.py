"""The documents that readers get of the library."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Site

from cms.publishing.answers import document_answer, item_answer
from cms.publishing.models import Edition
from partnerships.models import (
    Attendance,
    Claim,
    Conference,
    ConferencePlace,
    Contact,
    LibraryPage,
    Municipality,
    Partnership,
    PartnershipContact,
    ProgrammeItem,
    Region,
)
from tests.newsroom import edition, translated

TODAY = date(2026, 5, 4)


def document(row: Any, today: date = TODAY) -> dict[str, Any]:
    found = edition(row)
    return document_answer(found, requested=found.locale, origin="https://example.org", today=today)


def test_a_partnership_in_three_languages(pair: Partnership) -> None:
    translated(pair, "en")
    translated(pair, "ru")
    titles = dict(Edition.objects.of_type("partnership").values_list("locale", "title"))
    assert titles == {
        "de": "Essen – Nischni Nowgorod",
        "en": "Essen – Nizhny Novgorod",
        "ru": "Essen – Нижний Новгород",
    }


def test_a_partnership_says_since_when_and_how_things_stand(pair: Partnership) -> None:
    answer = document(pair)
    assert answer["kind"] == "partnership"
    assert answer["since"]["edtf"] == "1991-09-09"
    assert answer["years"] == 34
    assert answer["next_anniversary"] == {"years": 35, "date": "2026-09-09", "precision": "day"}
    assert [(side["municipality"]["name"], side["status"]) for side in answer["sides"]] == [
        ("Essen", "active"),
        ("Nischni Nowgorod", "dormant"),
    ]
    assert [row["type"] for row in answer["milestones"]] == ["contact", "signed"]


def test_a_partnership_that_all_sides_ended_has_no_age(pair: Partnership) -> None:
    pair.sides = [_with_status(side, "ended") for side in pair.sides.all()]
    pair.save()
    answer = document(pair)
    assert (answer["years"], answer["next_anniversary"]) == (None, None)


def _with_status(side: Any, status: str) -> Any:
    side.status = status
    return side


def test_a_change_of_facts_shows_in_every_locale_at_once(pair: Partnership, town: Any) -> None:
    rows = [pair, translated(pair, "en"), translated(pair, "ru")]
    sides = list(pair.sides.all())
    sides[1].municipality, sides[0].status = town("Twer", country="RU"), "suspended"
    pair.sides = sides
    milestones = list(pair.milestones.all())
    milestones[0].date = "1992-10"
    pair.milestones = milestones
    pair.save()
    for row in rows:
        answer = document(row)
        assert answer["title"] == "Essen – Twer"
        assert answer["since"]["edtf"] == "1992-10"
        assert [side["status"] for side in answer["sides"]] == ["suspended", "dormant"]


def test_filters_have_their_terms(pair: Partnership, essen: Municipality, nizhny: Municipality) -> None:
    pair.fields_of_work = ["youth"]
    pair.save()
    terms = set(edition(pair).terms.values_list("name", "value"))
    assert terms == {
        ("country", "DE"),
        ("country", "RU"),
        ("region", "DE-NW"),
        ("place", str(essen.translation_key)),
        ("place", str(nizhny.translation_key)),
        ("status", "active"),
        ("status", "dormant"),
        ("field_of_work", "youth"),
    }


@pytest.mark.parametrize("name", ["gorki", "горький", "нижнии новгород", "nizhny novgorod"])
def test_any_name_of_a_side_finds_the_partnership(pair: Partnership, name: str) -> None:
    assert name.replace("ии ", "ий ") in edition(pair).text


def test_a_side_that_is_not_public_leaves_no_name(pair: Partnership, nizhny: Municipality) -> None:
    for row in nizhny.get_translations(inclusive=True):
        row.unpublish()
    answer = document(pair)
    assert answer["sides"][1]["municipality"] is None
    assert answer["sides"][1]["reason"] == "not_published"
    assert answer["title"] == "Essen"
    assert "Nowgorod" not in str(answer)
    assert "nowgorod" not in edition(pair).text


def test_a_renamed_side_renames_the_partnership_at_once(pair: Partnership, nizhny: Municipality) -> None:
    nizhny.name = "Nischnij Nowgorod"
    nizhny.save()
    assert document(pair)["title"] == "Essen – Nischnij Nowgorod"


def test_a_municipality_lists_its_partnerships(pair: Partnership, essen: Municipality) -> None:
    assert [work["title"] for work in document(essen)["partnerships"]] == ["Essen – Nischni Nowgorod"]
    pair.unpublish()
    assert document(essen)["partnerships"] == []


def test_a_municipality_with_everything(essen: Municipality, region: Region, nizhny: Municipality) -> None:
    answer = document(essen)
    assert answer["region"] == {"code": "DE-NW", "name": "Nordrhein-Westfalen"}
    assert answer["country_name"] == "Deutschland"
    assert answer["official_ids"] == {"ags": "05113000", "oktmo": None, "geonames": None, "wikidata": None}
    assert answer["point"] == [7.0123, 51.4566]
    aliases = document(nizhny)["aliases"]
    assert [alias["text"] for alias in aliases] == ["Gorki", "Горький"]
    assert set(aliases[0]) == {"text", "language", "kind", "from", "to"}


def test_a_renamed_region_shows_at_once(essen: Municipality, region: Region) -> None:
    region.name = {"de": "NRW"}
    region.save()
    assert document(essen)["region"]["name"] == "NRW"


def test_a_search_for_a_partner_ends_by_itself(essen: Municipality, locales: dict[str, Locale]) -> None:
    contact = Contact(
        locale=locales["de"], function="Pressestelle", email="presse@example.org", valid_to=date(2026, 5, 31)
    )
    contact.save()
    essen.seeking_partner, essen.seeking_contact, essen.seeking_until = True, contact, date(2026, 6, 30)
    essen.save()
    assert document(essen)["seeking_partner"]["contact"]["email"] == "presse@example.org"
    assert document(essen, date(2026, 6, 1))["seeking_partner"]["contact"] is None
    assert document(essen, date(2026, 7, 1))["seeking_partner"] is None
    assert ("seeking_partner", "2026-06-30") in edition(essen).terms.values_list("name", "value")


def test_contacts_are_shown_while_they_are_valid(pair: Partnership, locales: dict[str, Locale]) -> None:
    contact = Contact(
        locale=locales["de"],
        function="Pressestelle",
        email="presse@example.org",
        valid_from=date(2026, 5, 1),
        valid_to=date(2026, 5, 31),
    )
    contact.save()
    pair.contacts = [PartnershipContact(contact=contact)]
    pair.claims = [Claim(field="since", value="1990", source="Stadtarchiv")]
    pair.save()
    shown = {day: len(document(pair, day)["contacts"]) for day in (date(2026, 4, 30), TODAY, date(2026, 6, 1))}
    assert list(shown.values()) == [0, 1, 0]
    assert document(pair)["claims"][0]["value"] == "1990"


def test_a_conference(nizhny: Municipality, locales: dict[str, Locale]) -> None:
    row = Conference(locale=locales["de"], title="XIV. Konferenz", number="XIV", start="2017-06-28", end="2017-06-30")
    row.places = [ConferencePlace(municipality=nizhny)]
    row.programme = [ProgrammeItem(title="Eröffnung", day=date(2017, 6, 28), speakers="A; B", locale=locales["de"])]
    row.attendance = [Attendance(minimum=350, maximum=400, kind="reported"), Attendance(minimum=200, kind="expected")]
    row.save()
    answer = document(row)
    assert (answer["start"]["edtf"], answer["end"]["edtf"]) == ("2017-06-28", "2017-06-30")
    assert [place["name"] for place in answer["places"]] == ["Nischni Nowgorod"]
    assert answer["programme"][0]["speakers"] == ["A", "B"]
    assert [(claim["min"], claim["max"]) for claim in answer["attendance"]] == [(350, 400), (200, 200)]
    stored = edition(row)
    assert (stored.earliest, stored.latest) == (date(2017, 6, 28), date(2017, 6, 30))


def test_a_conference_is_found_by_its_places_and_its_people(essen: Municipality, locales: dict[str, Locale]) -> None:
    row = Conference(locale=locales["de"], title="XIV. Konferenz", number="XIV", start="2017")
    row.places = [ConferencePlace(municipality=essen)]
    row.programme = [ProgrammeItem(title="Eröffnung", day=date(2017, 6, 28), speakers="A; B", locale=locales["de"])]
    row.save()
    stored = edition(row)
    assert stored.words["body"] == "Essen\nEröffnung, A, B"
    assert stored.words["about"] == ["Essen", "Nordrhein-Westfalen", "Deutschland"]
    assert ("region", "DE-NW") in {(term.name, term.value) for term in stored.terms.all()}


def test_an_entry_has_its_page_below_the_library_page_of_its_locale(pair: Partnership, site: Site) -> None:
    assert document(pair)["url"] is None
    page = LibraryPage(title="Partnerschaften", slug="partnerschaften", shows="partnerships", locale=pair.locale)
    site.root_page.add_child(instance=page)
    page.save_revision().publish()
    assert document(pair)["url"] == "https://example.org/de/partnerschaften/essen-nischni-nowgorod/"
    page.unpublish()
    assert document(pair)["url"] is None


def test_building_does_not_query_per_row(pair: Partnership, essen: Municipality, town: Any) -> None:
    from cms.publishing.projection import publication
    from partnerships.models import Side

    def rebuild() -> int:
        with CaptureQueriesContext(connection) as queries, publication() as batch:
            for key in Partnership.objects.values_list("translation_key", flat=True).distinct():
                batch.touch_work("partnership", str(key))
        return len(queries)

    few = rebuild()
    for number in range(10):
        row = Partnership(locale=essen.locale)
        row.sides = [Side(municipality=essen), Side(municipality=town(f"Stadt {number}"))]
        row.save()
    assert rebuild() <= few


def test_a_list_row_holds_what_lists_show(pair: Partnership) -> None:
    item = item_answer(edition(pair), requested="de", origin="https://example.org", today=TODAY)
    assert item["years"] == 34
    assert {"sides", "since", "fields_of_work", "key", "title", "language"} <= set(item)
    assert "milestones" not in item
