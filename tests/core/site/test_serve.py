"""Pages and library entries are served from their editions."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from partnerships.models import LibraryPage, Municipality
from tests import newsroom

from .conftest import Newsroom


def soup(client: Client, path: str, status: int = 200) -> BeautifulSoup:
    """The page at an address, which answers with `status`."""
    response = client.get(path)
    assert response.status_code == status, response
    return BeautifulSoup(response.content, "html.parser")


def test_a_press_release_reads_as_its_document_says(client: Client, newsroom_site: Newsroom) -> None:
    page = soup(client, "/de/presse/erste/")

    assert page.html["lang"] == "de"
    assert page.h1.get_text() == "Erste Meldung"
    assert page.select_one(".dateline time")["datetime"] == "2026-05-04"
    assert page.find("a", href="/de/orte/essen/").get_text() == "Essen"
    assert page.find("a", href="/de/partnerschaften/essen-kaluga/")
    assert page.find("link", rel="canonical")["href"] == "http://testserver/de/presse/erste/"


def test_a_library_entry_is_served_below_its_library_page(client: Client, newsroom_site: Newsroom) -> None:
    page = soup(client, "/de/partnerschaften/essen-kaluga/")

    assert page.h1.get_text() == "Essen – Kaluga"
    names = [side.get_text(strip=True) for side in page.select(".side__name")]
    assert names == ["Essen", "Kaluga"]
    assert [crumb.get_text() for crumb in page.select(".breadcrumbs a")] == ["Trilog", "Partnerschaften"]


def test_entries_move_with_their_library_page(client: Client, newsroom_site: Newsroom) -> None:
    newsroom_site.partnerships.slug = "bund"
    newsroom_site.partnerships.save()

    assert client.get("/de/bund/essen-kaluga/").status_code == 200
    assert client.get("/de/orte/essen-kaluga/").status_code == 404


def test_an_entry_has_one_address(client: Client, newsroom_site: Newsroom) -> None:
    home = newsroom_site.home
    home.add_child(instance=LibraryPage(title="Städte", slug="staedte", shows="municipalities", locale=home.locale))

    redirect = client.get("/de/staedte/essen/")

    assert (redirect.status_code, redirect["Location"]) == (302, "/de/orte/essen/")


def test_a_private_library_shows_its_entries_to_those_who_know(client: Client, newsroom_site: Newsroom) -> None:
    library = newsroom_site.municipalities
    PageViewRestriction.objects.create(page=library, restriction_type="password", password="offen")
    form = soup(client, "/de/orte/essen/").select_one("form.password")
    assert "Essen" not in client.get("/de/orte/essen/").content.decode()

    client.post(form["action"], {"password": "offen", "return_url": "/de/orte/essen/"})

    response = client.get("/de/orte/essen/")
    assert "<h1>Essen</h1>" in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_addresses_may_be_cyrillic(client: Client, newsroom_site: Newsroom, locales: dict[str, Locale]) -> None:
    index = newsroom_site.index.copy_for_translation(locales["ru"])
    index.title, index.slug = "Пресса", "пресса"
    index.save_revision().publish()

    assert soup(client, "/ru/пресса/").h1.get_text() == "Пресса"
    switcher = soup(client, "/de/presse/").select_one("nav.languages")
    assert client.get(switcher.find("a", hreflang="ru")["href"]).status_code == 200


def test_an_alias_in_the_same_language_leads_to_its_original(client: Client, newsroom_site: Newsroom) -> None:
    index = newsroom_site.index
    alias = index.create_alias(parent=index.get_parent(), update_slug="auch-hier")

    answer = client.get(alias.get_url())

    assert (answer.status_code, answer.headers["Location"]) == (302, index.get_url())

    index.unpublish()
    assert client.get(alias.get_url()).status_code == 404


def test_what_is_not_there_is_a_404_in_the_language_of_the_address(client: Client, newsroom_site: Newsroom) -> None:
    page = soup(client, "/ru/presse/nichts/", 404)

    assert page.html["lang"] == "ru"
    assert soup(client, "/de/orte/nirgends/", 404).find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_an_entry_published_in_another_language_only_says_where(
    client: Client, newsroom_site: Newsroom, locales: dict[str, Locale]
) -> None:
    library = newsroom_site.municipalities.copy_for_translation(locales["en"])
    library.slug = "places"
    library.save_revision().publish()

    page = soup(client, "/en/places/essen/", 404)

    link = page.select_one(".message__editions a")
    assert (link["href"], link["lang"], link.get_text()) == ("/de/orte/essen/", "de", "Essen")


def test_an_untranslated_copy_of_a_page_is_not_shown(
    client: Client, newsroom_site: Newsroom, locales: dict[str, Locale]
) -> None:
    """A page that locale sync made stands for a translation yet to come: German text under /en/."""
    index = newsroom_site.index.copy_for_translation(locales["en"], alias=True)

    page = soup(client, index.get_url(), 404)

    assert page.select_one(".message__editions a")["href"] == "/de/presse/"
    assert "Presse" not in page.select_one("nav.navigation, header").get_text()


def test_an_embargoed_release_is_not_there(client: Client, newsroom_site: Newsroom) -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    newsroom.press_release(newsroom_site.index, "Geheim", slug="geheim", embargo_until=tomorrow)

    response = client.get("/de/presse/geheim/")

    assert response.status_code == 404
    assert "Geheim" not in response.content.decode()


@pytest.fixture
def closed_release(newsroom_site: Newsroom) -> str:
    """The address of a release behind the password "offen"."""
    page = newsroom.press_release(newsroom_site.index, "Nur intern", slug="intern")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="offen")
    return "/de/presse/intern/"


def test_a_private_page_asks_for_its_password_and_tells_nothing(client: Client, closed_release: str) -> None:
    page = soup(client, closed_release)

    assert page.select_one("input[type=password]")
    assert "Nur intern" not in page.get_text()


def test_a_private_page_is_shown_to_those_who_know_and_kept_out_of_caches(client: Client, closed_release: str) -> None:
    form = soup(client, closed_release).select_one("form.password")
    client.post(form["action"], {"password": "offen", "return_url": closed_release})

    response = client.get(closed_release)

    assert "Nur intern" in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_a_draft_is_previewed_from_the_same_document(newsroom_site: Newsroom) -> None:
    release = newsroom_site.release
    release.title = "Neuer Titel"

    response = release.make_preview_request(preview_mode="")

    page = BeautifulSoup(response.content, "html.parser")
    assert page.h1.get_text() == "Neuer Titel"
    assert page.select_one(".notice--preview")
    assert "no-store" in response["Cache-Control"]


def test_a_draft_of_a_library_entry_is_previewed(newsroom_site: Newsroom) -> None:
    essen: Municipality = newsroom_site.essen
    essen.name = "Essen an der Ruhr"

    response = essen.make_preview_request(preview_mode="")

    assert BeautifulSoup(response.content, "html.parser").h1.get_text() == "Essen an der Ruhr"


def test_a_draft_of_a_library_page_is_previewed(newsroom_site: Newsroom) -> None:
    library = newsroom_site.municipalities
    library.title = "Alle Orte"

    response = library.make_preview_request(preview_mode="")

    assert BeautifulSoup(response.content, "html.parser").h1.get_text() == "Alle Orte"
