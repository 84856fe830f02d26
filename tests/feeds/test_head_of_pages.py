"""What else stands in the head of pages: previews of links, feeds to subscribe to."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django.fixtures import Settings

from .conftest import Newsroom


def head(client: Client, path: str) -> Any:
    return BeautifulSoup(client.get(path).content, "html.parser").head


def properties(found: Any, name: str) -> list[str]:
    return [tag["content"] for tag in found.find_all("meta", property=name)]


def feeds(found: Any, media_type: str = "application/atom+xml") -> list[str]:
    return [link["href"] for link in found.find_all("link", rel="alternate", type=media_type)]


def test_a_shared_link_shows_what_it_leads_to(client: Client, newsroom_site: Newsroom) -> None:
    found = head(client, "/en/presse/bridges/")

    assert properties(found, "og:title") == ["Bridges"]
    assert properties(found, "og:description") == ["Two towns build."]
    assert properties(found, "og:type") == ["article"]
    assert properties(found, "og:url") == ["http://testserver/en/presse/bridges/"]
    assert properties(found, "og:locale") == ["en_US"]
    assert properties(found, "og:locale:alternate") == ["de_DE"]
    assert properties(found, "article:published_time") == ["2026-05-04"]
    assert found.find("meta", attrs={"name": "twitter:card"})["content"] == "summary"
    assert found.find("link", rel="canonical")["href"] == "http://testserver/en/presse/bridges/"


def test_the_picture_of_a_shared_link_has_a_whole_address(client: Client, newsroom_site: Newsroom) -> None:
    from wagtail.images.tests.utils import get_test_image_file

    from cms.core.models import Image

    image = Image.objects.create(title="Ufer", file=get_test_image_file(), alt={"de": "Ein Ufer"})
    newsroom_site.release.lead_image = image
    newsroom_site.release.save()

    found = head(client, "/de/presse/erste/")

    assert properties(found, "og:image")[0].startswith("http://testserver/images/")
    assert properties(found, "og:image:alt") == ["Ein Ufer"]
    assert properties(found, "og:image:width") == ["640"]


@pytest.mark.parametrize("path", ["/de/", "/de/presse/", "/de/presse/erste/"])
def test_every_page_offers_the_news(path: str, client: Client, newsroom_site: Newsroom) -> None:
    assert feeds(head(client, path)) == ["http://testserver/de/feeds/articles.atom"]


def test_a_work_offers_the_news_about_itself_first(client: Client, newsroom_site: Newsroom) -> None:
    town, pair = newsroom_site.essen.translation_key, newsroom_site.partnership.translation_key

    assert feeds(head(client, "/de/municipalities/essen/"))[0].endswith(f"/de/feeds/articles.atom?place={town}")
    assert feeds(head(client, "/de/partnerships/essen-kaluga/"))[0].endswith(f"articles.atom?partnership={pair}")


def test_a_list_of_one_kind_offers_that_kind(client: Client, newsroom_site: Newsroom) -> None:
    newsroom_site.index.listing_kind = "press_release"
    newsroom_site.index.save()

    page = BeautifulSoup(client.get("/de/presse/").content, "html.parser")

    assert feeds(page.head)[0] == "http://testserver/de/feeds/articles.atom?kind=press_release"
    assert [link["href"] for link in page.select(".subscribe a")] == [
        f"/de/feeds/articles.{form}?kind=press_release" for form in ("rss", "atom", "json")
    ]


def test_lists_of_what_has_dates_offer_a_calendar(client: Client, newsroom_site: Newsroom) -> None:
    assert feeds(head(client, "/de/conferences/"), "text/calendar") == ["http://testserver/de/calendar/conferences.ics"]
    assert feeds(head(client, "/de/municipalities/"), "text/calendar") == []
    assert client.get("/de/municipalities/").content.count(b'class="subscribe"') == 0


def test_every_address_offered_answers(client: Client, newsroom_site: Newsroom) -> None:
    for path in ("/de/", "/de/presse/", "/de/municipalities/essen/", "/de/partnerships/", "/en/presse/bridges/"):
        for link in head(client, path).find_all("link", rel="alternate"):
            assert client.get(link["href"]).status_code in (200, 302), link


def test_a_draft_is_described_to_nobody(client: Client, administrator: Any, newsroom_site: Newsroom) -> None:
    client.force_login(administrator)

    page = client.get(f"/admin/pages/{newsroom_site.release.pk}/view_draft/").content.decode()

    assert "Zwei Städte bauen." in page
    assert "application/ld+json" not in page
    assert 'content="noindex"' in page


def test_another_language_needs_no_code(client: Client, newsroom_site: Newsroom, settings: Settings) -> None:
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, ("pl", "Polski")]

    assert properties(head(client, "/de/"), "og:locale") == ["de_DE"]
    assert client.get("/data/catalog.jsonld").status_code == 200
    assert client.get("/llms.txt").status_code == 200
