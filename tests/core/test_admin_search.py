"""The admin's search and choosers find names in three languages, and are not brought down by a quotation mark."""

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from cms.core.models import Document, Image
from partnerships.models import Municipality
from tests.newsroom import municipality

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]

NAMES = ["Нижний Новгород", "Орёл", "Köln", "Nürnberg", "Großenhain"]
TYPED = {
    "нижний": "Нижний Новгород",
    "НИЖНИЙ НОВГОРОД": "Нижний Новгород",
    "орел": "Орёл",
    "Орёл": "Орёл",
    "koln": "Köln",
    "Köln": "Köln",
    "nurnberg": "Nürnberg",
    "nürnberg": "Nürnberg",
    "GROSSENHAIN": "Großenhain",
    "„Köln“": "Köln",
    'Köln "': "Köln",
    "Нижний – Новгород": "Нижний Новгород",
}
"""What is typed, and what is meant."""
ODD = ['"', "'", '"a', "a'b", "*", "(", "NEAR(", "^a", "a:b", "-a", "\\", "%s", "a\x00b", "\u202e", "{title}:a", "–"]


@pytest.fixture
def pages(root_page: Page) -> list[Page]:
    return [
        root_page.add_child(instance=Page(title=name, slug=f"page-{number}", locale=root_page.locale))
        for number, name in enumerate(NAMES)
    ]


@pytest.mark.parametrize("typed", TYPED)
def test_pages_are_found_by_their_titles_however_they_are_typed(pages: list[Page], typed: str) -> None:
    backend = get_search_backend()
    for found in (backend.search(typed, Page), backend.autocomplete(typed, Page)):
        assert [page.title for page in found] == [TYPED[typed]]


def test_pages_are_found_by_the_beginning_of_a_word(pages: list[Page]) -> None:
    for typed, meant in {"нов": "Нижний Новгород", "ор": "Орёл", "nur": "Nürnberg", "Nürn": "Nürnberg"}.items():
        assert [page.title for page in get_search_backend().autocomplete(typed, Page)] == [meant]


def test_municipalities_are_found_by_any_name(site) -> None:
    row = municipality(name="Nischni Nowgorod")
    for typed in ("nischni", "NISCHNI", 'nowgorod "'):
        assert list(get_search_backend().autocomplete(typed, Municipality)) == [row]


@pytest.mark.parametrize("model", [Page, Image, Document, Municipality])
def test_nothing_that_is_typed_brings_the_search_down(pages: list[Page], model: type) -> None:
    backend = get_search_backend()
    for typed in ODD:
        for found in (backend.search(typed, model), backend.autocomplete(typed, model)):
            assert len(found) >= 0


@pytest.mark.parametrize(
    "address",
    [
        "/admin/pages/search/",
        "/admin/choose-page/search/",
        "/admin/images/",
        "/admin/images/chooser/results/",
        "/admin/documents/",
        "/admin/documents/chooser/results/",
        "/admin/snippets/partnerships/municipality/",
        "/admin/snippets/choose/partnerships/municipality/results/",
    ],
)
def test_lists_and_choosers_answer_whatever_is_typed(client: Client, administrator, site, pages, address: str) -> None:
    client.force_login(administrator)
    for typed in ("Köln", '"', "a'b", "%00", "Нижний"):
        response = client.get(address, {"q": typed}, follow=True)
        assert response.status_code == 200, (address, typed)


def test_the_page_search_shows_what_was_meant(client: Client, administrator, site, pages) -> None:
    client.force_login(administrator)
    assert "Нижний Новгород" in client.get("/admin/pages/search/", {"q": "новгород"}).content.decode()
    assert "Nürnberg" in client.get("/admin/choose-page/search/", {"q": "nurn"}).content.decode()
