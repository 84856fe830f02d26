"""The sitemap, checked against the protocol's schema."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from lxml import etree

from cms.feeds import sitemap
from tests.articles.factory import letter

from .conftest import Newsroom, published

SCHEMAS = Path(__file__).parent / "schemas"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
Fetch = Callable[..., bytes]


def valid(content: bytes, schema: str = "sitemap.xsd") -> Any:
    """The document, which obeys the schema."""
    document = etree.fromstring(content)
    etree.XMLSchema(etree.parse(SCHEMAS / schema)).assertValid(document)
    return document


def locations(document: Any) -> list[str]:
    return [str(location.text) for location in document.iterfind("*/s:loc", NAMES)]


def test_every_public_page_is_in_it_once(fetch: Fetch, newsroom_site: Newsroom) -> None:
    found = locations(valid(fetch("/sitemap.xml")))

    assert {
        "http://testserver/de/",
        "http://testserver/en/",
        "http://testserver/de/presse/erste/",
        "http://testserver/en/presse/bridges/",
        "http://testserver/de/municipalities/essen/",
        "http://testserver/de/partnerships/essen-kaluga/",
    } <= set(found)
    assert len(found) == len(set(found))


def test_every_address_leads_somewhere(client: Client, fetch: Fetch, newsroom_site: Newsroom) -> None:
    for location in locations(valid(fetch("/sitemap.xml"))):
        assert client.get(location.removeprefix("http://testserver")).status_code == 200, location


def test_an_address_names_the_others_languages_as_the_page_does(fetch: Fetch, newsroom_site: Newsroom) -> None:
    document = valid(fetch("/sitemap.xml"))
    for path in ("/en/presse/bridges/", "/de/"):
        (url,) = document.xpath(f"s:url[s:loc='http://testserver{path}']", namespaces=NAMES)
        page = etree.HTML(fetch(path))

        named = {(link.get("hreflang"), link.get("href")) for link in url.iterfind("x:link", NAMES)}

        said = page.xpath("//link[@rel='alternate'][@hreflang]")
        assert named == {(link.get("hreflang"), link.get("href")) for link in said}
        assert "x-default" in dict(named)


def test_an_address_tells_when_its_page_changed(fetch: Fetch, newsroom_site: Newsroom) -> None:
    def moment() -> str:
        path = "s:url[s:loc='http://testserver/de/presse/erste/']/s:lastmod"
        return str(valid(fetch("/sitemap.xml")).xpath(path, namespaces=NAMES)[0].text)

    before = moment()
    newsroom_site.release.lead = "Anders."
    newsroom_site.release.save()

    assert moment() >= before


def test_addresses_outside_ascii_are_escaped(fetch: Fetch, newsroom_site: Newsroom) -> None:
    published(newsroom_site.index, "Мир", slug="мир")

    assert "http://testserver/de/presse/%D0%BC%D0%B8%D1%80/" in locations(valid(fetch("/sitemap.xml")))


def test_pages_that_want_no_search_engine_are_left_out(fetch: Fetch, newsroom_site: Newsroom) -> None:
    letter(newsroom_site.index, "Offener Brief", slug="brief")

    assert b"/brief/" not in fetch("/sitemap.xml")
    assert b'name="robots" content="noindex"' in fetch("/de/presse/brief/")


def test_a_large_site_has_several_files(
    client: Client, fetch: Fetch, newsroom_site: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = locations(valid(fetch("/sitemap.xml")))
    monkeypatch.setattr(sitemap, "PART_SIZE", 4)
    cache.clear()

    parts = locations(valid(fetch("/sitemap.xml"), "siteindex.xsd"))

    found = [location for part in parts for location in locations(valid(fetch(part)))]
    assert len(parts) == -(-len(whole) // 4)
    assert found == whole
    assert client.get(f"/sitemap-{len(parts) + 1}.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404


def test_it_costs_the_same_for_any_number_of_pages(
    client: Client, newsroom_site: Newsroom, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(3):
        client.get("/sitemap.xml")
    with django_assert_num_queries(1):
        client.get("/sitemap.xml")
    for number in range(5):
        published(newsroom_site.index, f"Meldung {number}", slug=f"m{number}")
    with django_assert_num_queries(3):
        assert b"/m4/" in client.get("/sitemap.xml").content


def test_search_engines_that_know_it_get_nothing_again(client: Client, newsroom_site: Newsroom) -> None:
    etag = client.get("/sitemap.xml")["ETag"]

    assert client.get("/sitemap.xml", headers={"If-None-Match": etag}).status_code == 304
    newsroom_site.release.unpublish()
    assert client.get("/sitemap.xml", headers={"If-None-Match": etag}).status_code == 200


def test_robots_find_the_sitemap_and_keep_out_of_the_admin(fetch: Fetch, newsroom_site: Newsroom) -> None:
    lines = fetch("/robots.txt").decode().splitlines()

    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert "Disallow: /admin/" in lines
    assert "Disallow: /" not in lines
    forbidden = [line.removeprefix("Disallow: ") for line in lines if line.startswith("Disallow: ")]
    for path in ("/de/presse/", "/api/v1/articles/", "/de/feeds/articles.rss", "/llms.txt", "/data/catalog.jsonld"):
        assert not any(path.startswith(prefix) for prefix in forbidden), path
