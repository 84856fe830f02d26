"""The library in the admin: lists, forms, choosers."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text
from wagtail.users.models import UserProfile

from cms.core.models import User
from partnerships.models import Conference, ConferencePlace, Milestone, Municipality, Partnership, Region, Side
from tests.newsroom import translated

Town = Callable[..., Municipality]


@pytest.fixture
def admin(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


def url(model: str, view: str, *args: Any) -> str:
    return reverse(f"wagtailsnippets_partnerships_{model}:{view}", args=args)


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", ["partnership", "municipality", "conference", "organisation", "contact"])
def test_every_type_has_its_list_and_form(admin: Client, locales: dict[str, Locale], model: str) -> None:
    assert admin.get(url(model, "list")).status_code == 200
    assert admin.get(url(model, "add")).status_code == 200


@pytest.mark.parametrize("model", ["partnership", "municipality", "conference"])
def test_lists_do_not_query_per_row(admin: Client, essen: Municipality, town: Town, model: str) -> None:
    def add(number: int) -> None:
        other = town(f"Stadt {number}", region=essen.region)
        row = Partnership(locale=essen.locale)
        row.sides = [Side(municipality=essen), Side(municipality=other)]
        row.milestones = [Milestone(type="signed", date="1991", locale=essen.locale)]
        row.save()
        translated(row, "en")
        conference = Conference(locale=essen.locale, title=f"Konferenz {number}", start="2007")
        conference.places = [ConferencePlace(municipality=other)]
        conference.save()

    add(1)
    few = queries(admin, url(model, "list"))
    for number in range(2, 12):
        add(number)
    assert queries(admin, url(model, "list")) == few


@pytest.mark.parametrize("query", ["Gorki", "Горький", "нижний", "nizhny"])
def test_the_list_is_searched_by_any_name(admin: Client, nizhny: Municipality, essen: Municipality, query: str) -> None:
    page = admin.get(f"{url('municipality', 'list')}?{urlencode({'q': query})}").content.decode()
    assert "Nischni Nowgorod" in page
    assert "Essen" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("country=RU", True),
        ("country=DE", True),
        ("region=DE-NW", True),
        ("status=dormant", True),
        ("status=ended", False),
        ("kind=partnership", True),
        ("kind=project", False),
        ("locale=ru", False),
    ],
)
def test_partnerships_are_filtered(admin: Client, pair: Partnership, query: str, found: bool) -> None:
    page = admin.get(f"{url('partnership', 'list')}?{query}").content.decode()
    assert ("Essen – Nischni Nowgorod" in page) is found


@pytest.mark.parametrize("query", ["Gorki", "Горький", "Нижний", "Nizhny Novgorod", "nischni"])
def test_the_chooser_finds_a_town_by_any_name_and_once(admin: Client, nizhny: Municipality, query: str) -> None:
    address = reverse("wagtailsnippetchoosers_partnerships_municipality:choose_results")
    page = BeautifulSoup(admin.get(address, {"q": query}).content, "html.parser")
    choices = page.select("a[data-chooser-modal-choice]")
    assert [choice.get_text(strip=True) for choice in choices] == ["Nischni Nowgorod"]


def test_the_chooser_does_not_query_per_row(admin: Client, town: Town) -> None:
    address = reverse("wagtailsnippetchoosers_partnerships_municipality:choose")
    town("Stadt 0")
    few = queries(admin, address)
    for number in range(1, 10):
        town(f"Stadt {number}")
    assert queries(admin, address) == few


@pytest.mark.parametrize("query", ["Westfalen", "north rhine", "de-nw"])
def test_regions_are_found_by_any_name(admin: Client, region: Region, query: str) -> None:
    Region.objects.create(code="DE-BY", country="DE", name={"de": "Bayern"})
    address = reverse("wagtailsnippetchoosers_partnerships_region:choose_results")
    page = BeautifulSoup(admin.get(address, {"q": query}).content, "html.parser")
    assert len(page.select("a[data-chooser-modal-choice]")) == 1


def test_choosers_speak_the_language_of_the_editor(admin: Client, administrator: User, essen: Municipality) -> None:
    for code, words in (("en", "Choose another"), ("ru", "Выбрать другой"), ("en", "Choose another")):
        UserProfile.objects.update_or_create(user=administrator, defaults={"preferred_language": code})
        page = admin.get(url("municipality", "edit", essen.pk)).content.decode()
        assert words in page


def partnership_data(*sides: Municipality, action: str = "action-publish", **fields: Any) -> dict[str, Any]:
    rows = [
        {"municipality": side.pk, "status": "active", "status_since": fields.pop(f"since_{number}", "")}
        for number, side in enumerate(sides)
    ]
    empty = {name: inline_formset([]) for name in ("celebrations", "contacts", "documents", "links", "sources")}
    return nested_form_data(
        {
            "kind": "partnership",
            "slug": "",
            "remarks": rich_text(""),
            "last_verified": "",
            "sides": inline_formset(rows),
            "milestones": inline_formset([{"type": "signed", "date": "9.9.1991", "wording": "Vertrag.", "source": ""}]),
            "claims": inline_formset([]),
            **empty,
            action: "1",
            **fields,
        }
    )


def test_a_partnership_is_entered_and_published(admin: Client, essen: Municipality, nizhny: Municipality) -> None:
    response = admin.post(url("partnership", "add"), partnership_data(essen, nizhny, since_1="03/2022"))
    assert response.status_code == 302
    row = Partnership.objects.get()
    assert row.live
    assert (row.title, row.slug) == ("Essen – Nischni Nowgorod", "essen-nischni-nowgorod")
    assert [side.status_since for side in row.sides.all()] == ["", "2022-03"]
    founding = row.founding()
    assert founding is not None
    assert founding.date == "1991-09-09"


def test_a_partnership_with_one_side_is_refused(admin: Client, essen: Municipality, nizhny: Municipality) -> None:
    english = nizhny.get_translations().get(locale__language_code="en")
    for sides in ([essen], [essen, essen], [nizhny, english]):
        response = admin.post(url("partnership", "add"), partnership_data(*sides))
        assert response.status_code == 200
    assert not Partnership.objects.exists()


def test_an_impossible_date_is_refused_with_a_sentence(
    admin: Client, essen: Municipality, nizhny: Municipality
) -> None:
    response = admin.post(url("partnership", "add"), partnership_data(essen, nizhny, since_0="31.06.2021"))
    assert response.status_code == 200
    assert "31.06.2021" in BeautifulSoup(response.content, "html.parser").select_one(".error-message").get_text()


def test_a_draft_may_be_incomplete(admin: Client, essen: Municipality) -> None:
    response = admin.post(url("partnership", "add"), partnership_data(essen, action="action-draft"))
    assert response.status_code == 302
    row = Partnership.objects.get()
    assert not row.live
    assert admin.get(url("partnership", "list")).status_code == 200
    assert admin.get(url("partnership", "edit", row.pk)).status_code == 200


def test_a_draft_conference_without_a_date_breaks_no_list(admin: Client, locales: dict[str, Locale]) -> None:
    Conference(locale=locales["de"], title="XVII.", start="", live=False).save()
    assert admin.get(url("conference", "list")).status_code == 200


def test_the_code_of_a_region_is_fixed(admin: Client, region: Region) -> None:
    response = admin.post(
        url("region", "edit", region.pk), {"code": "DE-BY", "country": "DE", "name_de": "NRW", "name_en": ""}
    )
    assert response.status_code == 302
    assert list(Region.objects.values_list("code", "name")) == [("DE-NW", {"de": "NRW"})]
