"""What can and what cannot be entered about a municipality."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Locale

from partnerships.models import Municipality, MunicipalityAlias, Partnership, Region, Side
from partnerships.models.named_entry import ascii_slug, find
from partnerships.models.partnership_names import refresh_partnership_names
from tests.newsroom import translated

Town = Callable[..., Municipality]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"latitude": 91.0, "longitude": 7.0}, "latitude"),
        ({"latitude": 51.0, "longitude": -181.0}, "longitude"),
        ({"latitude": 51.0}, "longitude"),
        ({"ags": "123"}, None),
        ({"ags": "1234"}, "ags"),
        ({"ags": "0511300O"}, "ags"),
        ({"oktmo": "12345678"}, "oktmo"),
        ({"country": "RU", "oktmo": "1234"}, "oktmo"),
        ({"country": "RU", "ags": "05113000"}, "ags"),
        ({"wikidata_id": "2066"}, "wikidata_id"),
        ({"population_year": 2020}, "population"),
        ({"seeking_since": "2020-05", "seeking_until": date(2020, 4, 30)}, "seeking_until"),
        ({"seeking_since": "31.06.2021"}, "seeking_since"),
        ({"country": "XX"}, "country"),
    ],
)
def test_impossible_values_are_refused_at_their_field(town: Town, fields: dict[str, Any], wrong: str | None) -> None:
    if wrong is None:
        town("Essen", **fields)
        return
    with pytest.raises(ValidationError) as raised:
        town("Essen", **fields)
    assert wrong in raised.value.message_dict


def test_a_draft_without_a_name_is_called_something_in_lists(locales: dict[str, Locale]) -> None:
    with translation.override("en"):
        assert str(Municipality(locale=locales["de"], live=False)) == "(no name yet)"


def test_a_region_of_another_country_is_refused(town: Town, region: Region) -> None:
    with pytest.raises(ValidationError, match=r"country|Land"):
        town("Kostroma", country="RU", region=region)


def test_a_region_has_a_code_of_its_country(db: None) -> None:
    with pytest.raises(ValidationError) as raised:
        Region(code="NRW", country="DE", name={"de": "NRW"}).full_clean()
    assert "code" in raised.value.message_dict
    with pytest.raises(ValidationError) as raised:
        Region(code="DE-NW", country="RU", name={"de": "NRW"}).full_clean()
    assert "country" in raised.value.message_dict


def test_a_name_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValidationError) as raised:
        MunicipalityAlias(text="Gorki", used_from="1932", used_to="1931").clean()
    assert "used_to" in raised.value.message_dict


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Kreis Düren", "kreis-dueren"), ("Нижний Новгород", "nizhniy-novgorod"), ("Rothenburg o. d. Tauber", None)],
)
def test_the_address_is_made_of_the_name_in_ascii(name: str, slug: str | None) -> None:
    assert ascii_slug(name) == (slug or "rothenburg-o-d-tauber")


def test_two_towns_of_one_name_get_different_addresses(town: Town) -> None:
    first, second = town("Neustadt"), town("Neustadt")
    assert (first.slug, second.slug) == ("neustadt", "neustadt-2")


def test_an_address_that_is_taken_is_refused(town: Town) -> None:
    town("Munster")
    with pytest.raises(ValidationError) as raised:
        town("Münster", slug="munster")
    assert "slug" in raised.value.message_dict


def test_the_address_is_the_same_in_every_locale(town: Town, locales: dict[str, Locale]) -> None:
    row = town("Twer", country="RU")
    assert translated(row, "ru", name="Тверь", slug="").slug == "twer"


def test_a_draft_has_no_address_before_it_is_published(locales: dict[str, Locale]) -> None:
    draft = Municipality(name="Es", country="DE", locale=locales["de"], live=False)
    draft.save()
    assert draft.slug == ""
    draft.name = "Essen"
    draft.save_revision().publish()
    draft.refresh_from_db()
    assert draft.slug == "essen"


@pytest.mark.parametrize("query", ["Gorki", "горький", "НИЖНИЙ", "nizhny nov", "Nischni", "nizhniy"])
def test_a_town_is_found_by_any_name(nizhny: Municipality, essen: Municipality, query: str) -> None:
    found = find(Municipality.objects.filter(locale=nizhny.locale), query)
    assert list(found) == [nizhny]


def test_a_new_name_is_found_in_every_row(nizhny: Municipality) -> None:
    russian = nizhny.get_translations().get(locale__language_code="ru")
    russian.name = "Нижний"
    russian.save()
    nizhny.refresh_from_db()
    assert "новгород" not in nizhny.find_text
    assert "нижний" in nizhny.find_text


def test_a_deleted_translation_is_no_longer_found(nizhny: Municipality) -> None:
    nizhny.get_translations().get(locale__language_code="en").delete()
    assert not find(Municipality.objects.all(), "Nizhny").exists()
    assert find(Municipality.objects.all(), "Нижний").exists()


def test_renaming_a_town_does_not_query_per_partnership(town: Town) -> None:
    centre = town("Mitte")

    def add(number: int) -> None:
        row = Partnership(locale=centre.locale)
        row.sides = [Side(municipality=centre), Side(municipality=town(f"Stadt {number}"))]
        row.save()

    def refresh() -> int:
        with CaptureQueriesContext(connection) as queries:
            refresh_partnership_names(centre.translation_key)
        return len(queries)

    add(0)
    few = refresh()
    for number in range(1, 8):
        add(number)
    assert refresh() == few
