"""What editors put on top: shown for the very query, in its language, and only while it is public."""

import pytest
from django.test import Client
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from cms.publishing.models import Edition
from search.promotions import promoted
from tests.newsroom import article_index, home_page, press_release

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


@pytest.fixture
def page(site):
    """A published article that is promoted for a query."""
    found = press_release(article_index(home_page(site)), "Partner gesucht")
    query = Query.get("  Städtepartner  FINDEN")
    SearchPromotion.objects.create(query=query, page=found, description="So geht es.", sort_order=1)
    SearchPromotion.objects.create(
        query=query, external_link_url="https://example.org/", external_link_text="Beispiel", sort_order=2
    )
    return found


@pytest.mark.parametrize("typed", ["Städtepartner finden", "städtepartner   finden", ' "Städtepartner finden" '])
def test_it_is_promoted_for_the_query_however_it_is_typed(page, typed: str) -> None:
    assert [entry.title for entry in promoted(typed, "de")] == ["Partner gesucht", "Beispiel"]


def test_a_page_is_promoted_in_its_own_language_only_and_an_address_in_all(page) -> None:
    assert [entry.title for entry in promoted("Städtepartner finden", "ru")] == ["Beispiel"]


def test_nothing_is_promoted_that_is_not_public(page) -> None:
    Edition.everything.filter(title="Partner gesucht").update(restricted=True)
    assert [entry.title for entry in promoted("Städtepartner finden", "de")] == ["Beispiel"]
    Edition.everything.update(restricted=False)
    page.unpublish()
    assert [entry.title for entry in promoted("Städtepartner finden", "de")] == ["Beispiel"]


def test_the_api_and_the_page_tell_what_is_promoted_on_the_first_page(client: Client, page) -> None:
    query = {"q": "Städtepartner finden", "locale": "de"}
    first, second = client.get("/api/v1/search/", query).json()["promoted"]
    assert (first["title"], first["type"], first["description"]) == ("Partner gesucht", "article", "So geht es.")
    assert first["url"].startswith("http://testserver/de/")
    assert (second["url"], second["key"], second["api_url"]) == ("https://example.org/", None, None)
    assert client.get("/api/v1/search/", {**query, "offset": 20}).json()["promoted"] == []
    assert "So geht es." in client.get("/de/search/", {"q": "städtepartner finden"}).content.decode()


def test_the_form_for_promoted_results_is_for_publishers(client: Client, administrator, editor) -> None:
    client.force_login(editor)
    assert client.get("/admin/searchpicks/").status_code == 302
    client.force_login(administrator)
    assert client.get("/admin/searchpicks/").status_code == 200
