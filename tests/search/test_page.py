"""The search page: what readers see, and what they can do with it without a script."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cms.api import conf
from tests.api.editions import make_article, make_work
from tests.search.indexed import index

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


def page(client: Client, address: str, status: int = 200) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == status, response.content.decode()[:500]
    return BeautifulSoup(response.content, "html.parser")


def titles(soup: BeautifulSoup) -> list[str]:
    return [heading.get_text(strip=True) for heading in soup.select(".hit h2")]


@pytest.fixture
def newsroom(db: None) -> None:
    index(
        make_article(title="Konzert <im> Park", text="Ein schönes Konzert"),
        make_article(day="2024-05-01", title="Gruß zum Konzert", kind="solidarity_letter"),
        make_article(title="Tee", text="ohne Musik"),
        make_work("ru", titles={"ru": "Konzert по-русски"})["ru"],
    )


def test_hits_are_shown_with_their_marks_and_nothing_of_their_markup(client: Client, newsroom: None) -> None:
    soup = page(client, "/de/search/?q=Konzert")

    assert len(titles(soup)) == 2
    assert soup.select_one(".hit h2 mark").text == "Konzert"
    assert soup.select_one(".hit im") is None
    assert soup.select_one("meta[name=robots]")["content"] == "noindex"
    assert "Konzert" in soup.title.text
    assert soup.select_one("#search-page")["value"] == "Konzert"


def test_a_filter_is_a_link_that_narrows_and_then_one_that_widens(client: Client, newsroom: None) -> None:
    soup = page(client, "/de/search/?q=Konzert")
    link = next(link for link in soup.select(".facet a") if "kind=solidarity_letter" in link["href"])

    narrowed = page(client, "/de/search/" + link["href"])

    assert len(titles(narrowed)) == 1
    chosen = narrowed.select_one(".facet a[aria-current=true]")
    assert len(titles(page(client, "/de/search/" + chosen["href"]))) == 2


def test_other_languages_are_shown_where_that_is_wanted_and_marked(client: Client, newsroom: None) -> None:
    soup = page(client, "/de/search/?q=Konzert&scope=all")

    assert len(titles(soup)) == 3
    assert [heading["lang"] for heading in soup.select(".hit h2[lang]")] == ["ru"]
    assert soup.select_one(".hit .tag [lang=ru]").text == "Русский"
    assert soup.select_one("[name=scope]").has_attr("checked")


def test_whoever_finds_nothing_is_told_what_there_is(client: Client, newsroom: None) -> None:
    soup = page(client, "/de/search/?q=русски")

    link = soup.select_one(".search__nothing a")
    assert re.search(r"\b1\b", link.text)
    assert len(titles(page(client, "/de/search/" + link["href"]))) == 1


def test_without_a_query_there_is_everything_newest_first(client: Client, newsroom: None) -> None:
    assert titles(page(client, "/de/search/?type=article"))[-1].startswith("Gruß")


@pytest.mark.parametrize("query", ["year=x", "type=contact", "page=0", "page=9", "q=" + "a" * 501, "q=a%00b", "q=%ff"])
def test_what_cannot_be_searched_for_is_said(client: Client, newsroom: None, query: str) -> None:
    soup = page(client, f"/de/search/?{query}", 400)

    assert soup.select_one("[role=alert] li").text


def test_what_the_page_does_not_know_is_left_alone(client: Client, newsroom: None) -> None:
    assert len(titles(page(client, "/de/search/?q=Konzert&utm_source=letter&type="))) == 2


def test_the_language_switch_keeps_the_query(client: Client, newsroom: None) -> None:
    links = page(client, "/de/search/?q=Konzert").select(".languages a")

    assert {link["href"] for link in links} == {"/en/search/?q=Konzert", "/ru/search/?q=Konzert"}


def test_searching_is_limited_as_the_api_is(client: Client, settings) -> None:
    settings.CONTENT_API_THROTTLE = "1/min"
    conf.load.cache_clear()
    page(client, "/de/search/?q=a")
    page(client, "/de/search/?q=a", 429)
    assert int(client.get("/de/search/?q=a")["Retry-After"]) > 0
    conf.load.cache_clear()


def test_every_page_has_a_form_that_leads_there(client: Client, site) -> None:
    form = page(client, "/de/").select_one("header form[role=search]")

    assert (form["action"], form["method"]) == ("/de/search/", "get")
    assert form.select_one(f"label[for={form.select_one('input')['id']}]").text


def test_browsers_are_told_how_to_search_here(client: Client, site) -> None:
    link = page(client, "/ru/").select_one("link[rel=search]")

    described = client.get(link["href"])
    assert described["Content-Type"] == "application/opensearchdescription+xml"
    assert "http://testserver/ru/search/?q={searchTerms}" in described.content.decode()
