"""Library pages and what is served below them."""

import pytest
from django.test import Client
from wagtail.models import Site

from partnerships.models import LibraryPage, Partnership


@pytest.fixture
def library_page(site: Site) -> LibraryPage:
    page = LibraryPage(title="Partnerschaften", slug="partnerschaften", shows="partnerships")
    site.root_page.add_child(instance=page)
    page.save_revision().publish()
    return page


def test_the_list_and_an_entry_are_served(client: Client, library_page: LibraryPage, pair: Partnership) -> None:
    assert "Essen – Nischni Nowgorod" in client.get("/de/partnerschaften/").content.decode()
    response = client.get("/de/partnerschaften/essen-nischni-nowgorod/")
    assert response.status_code == 200
    assert "Nischni Nowgorod" in response.content.decode()


def test_what_is_not_published_is_not_found(client: Client, library_page: LibraryPage, pair: Partnership) -> None:
    pair.unpublish()
    assert client.get("/de/partnerschaften/essen-nischni-nowgorod/").status_code == 404
    assert client.get("/de/partnerschaften/nowhere/").status_code == 404


def test_a_page_says_what_it_lists() -> None:
    assert LibraryPage(shows="municipalities").listing_type == "municipality"
    assert LibraryPage(shows="conferences").listing_kind == ""
