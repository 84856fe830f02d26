"""RSS, Atom and JSON Feed, read as feed readers do."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale

from articles.models import ArticleIndexPage
from tests.articles.factory import letter, report

from .conftest import Newsroom, published

FORMS = ("rss", "atom", "json")
TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
Fetch = Callable[..., bytes]


@pytest.fixture
def read(fetch: Fetch) -> Callable[..., Any]:
    """A feed as the program of a subscriber knows it."""

    def feed(form: str, locale: str = "de", **query: Any) -> Any:
        content = fetch(f"/{locale}/feeds/articles.{form}", **query)
        if form == "json":
            return json.loads(content)
        parsed = feedparser.parse(content)
        assert not parsed.bozo, parsed.get("bozo_exception")
        return parsed

    return feed


def titles(feed: Any) -> list[str]:
    return [entry["title"] for entry in (feed["items"] if "items" in feed and "version" in feed else feed.entries)]


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_readers_get_the_whole_text(form: str, read: Any, newsroom_site: Newsroom) -> None:
    feed = read(form)

    entry = feed.entries[0]
    assert feed.version in ("rss20", "atom10")
    assert feed.feed.title.startswith("Trilog")
    assert BeautifulSoup(entry.title, "html.parser").get_text() in ("Brücken & <Wege>", "Brücken & ")
    assert entry.link == "http://testserver/de/presse/erste/"
    assert entry.summary == "Zwei Städte bauen."
    text = BeautifulSoup(entry.content[0].value, "html.parser")
    assert text.h2.get_text() == "Am Fluss"
    assert text.a["href"] == "http://testserver/de/presse/erste/#am-fluss"


def test_json_readers_get_the_whole_text(read: Any, newsroom_site: Newsroom) -> None:
    feed = read("json")

    item = feed["items"][0]
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://testserver/de/feeds/articles.json"
    assert feed["language"] == "de"
    assert feed["authors"] == [{"name": "Verein Trilog"}]
    assert item["title"] == "Brücken & <Wege>"
    assert item["url"] == "http://testserver/de/presse/erste/"
    assert item["summary"] == "Zwei Städte bauen."
    assert "<h2>Am Fluss</h2>" in item["content_html"]
    assert item["date_published"].startswith("2026-05-04")


@pytest.mark.parametrize("form", FORMS)
def test_a_feed_says_what_it_is(form: str, client: Client, newsroom_site: Newsroom) -> None:
    response = client.get(f"/en/feeds/articles.{form}")

    assert response["Content-Type"].split(";")[0] == TYPES[form]
    assert response["Content-Language"] == "en"


def test_entries_are_in_the_language_of_the_feed_only(read: Any, newsroom_site: Newsroom) -> None:
    published(newsroom_site.index, "Nur auf Deutsch")

    assert titles(read("json")) == ["Nur auf Deutsch", "Brücken & <Wege>"]
    assert titles(read("json", "en")) == ["Bridges"]
    assert titles(read("json", "ru")) == []


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_a_feed_without_entries_is_a_feed(form: str, read: Any, newsroom_site: Newsroom) -> None:
    feed = read(form, "ru")

    assert feed.feed.title
    assert feed.feed.updated_parsed


def test_ids_stay_when_an_address_changes_and_differ_between_languages(read: Any, newsroom_site: Newsroom) -> None:
    before = {form: read(form).entries[0].id for form in ("rss", "atom")} | {"json": read("json")["items"][0]["id"]}
    assert len(set(before.values())) == 1

    newsroom_site.release.slug = "anders"
    newsroom_site.release.save()

    assert read("atom").entries[0].link == "http://testserver/de/presse/anders/"
    assert read("atom").entries[0].id == before["atom"]
    assert read("atom", "en").entries[0].id != before["atom"]
    assert before["atom"].startswith("urn:uuid:")


def test_what_is_dated_back_comes_on_top_when_it_becomes_public(read: Any, newsroom_site: Newsroom) -> None:
    published(newsroom_site.index, "Von 2015", date=date(2015, 6, 26), first_published_at=timezone.now())

    items = read("json")["items"]

    assert [item["title"] for item in items] == ["Von 2015", "Brücken & <Wege>"]
    assert items[0]["date_published"].startswith("2015-06-26T00:00:00")


def test_what_was_published_on_its_day_keeps_its_hour(read: Any, newsroom_site: Newsroom) -> None:
    now = timezone.now()
    published(newsroom_site.index, "Heute", date=timezone.localdate(now), first_published_at=now)

    assert read("json")["items"][0]["date_published"] == now.isoformat()


def test_a_change_moves_the_updated_date_and_nothing_else(read: Any, newsroom_site: Newsroom) -> None:
    before = read("atom")
    newsroom_site.release.lead = "Drei Städte bauen."
    newsroom_site.release.save()

    after = read("atom")

    assert after.entries[0].updated > before.entries[0].updated
    assert after.feed.updated == after.entries[0].updated
    assert after.entries[0].published == before.entries[0].published


def test_filters_are_those_of_the_api(read: Any, newsroom_site: Newsroom) -> None:
    letter(newsroom_site.index, "Offener Brief")
    report(newsroom_site.index, "Bericht")

    assert titles(read("json", kind="solidarity_letter")) == ["Offener Brief"]
    assert sorted(titles(read("json", kind="solidarity_letter,conference_report"))) == ["Bericht", "Offener Brief"]
    assert titles(read("json", place=newsroom_site.essen.translation_key)) == ["Brücken & <Wege>"]
    assert titles(read("json", place=newsroom_site.kaluga.translation_key)) == []
    assert titles(read("json", partnership=newsroom_site.partnership.translation_key)) == ["Brücken & <Wege>"]


def test_the_title_says_what_a_feed_is_narrowed_down_to(read: Any, newsroom_site: Newsroom) -> None:
    assert read("json", place=newsroom_site.essen.translation_key)["title"].endswith(" · Essen")
    assert read("json", partnership=newsroom_site.partnership.translation_key)["title"].endswith(" · Essen – Kaluga")
    assert read("json", "de", kind="press_release")["title"].endswith(" · Pressemitteilung")


@pytest.mark.parametrize(
    "query",
    [{"kind": "novel"}, {"place": "essen"}, {"plcae": "x"}, {"page": "0"}, {"kind": ["press_release", ""]}],
    ids=str,
)
def test_what_a_feed_cannot_do_is_said_in_its_language(query: Any, client: Client, newsroom_site: Newsroom) -> None:
    response = client.get("/de/feeds/articles.rss", query, headers={"Accept-Language": "ru"})

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["title"] == "Fehlerhafte Anfrage"
    assert response.json()["errors"][0]["parameter"] in query


@pytest.mark.parametrize("path", ["/de/feeds/novels.rss", "/de/feeds/articles.txt"])
def test_other_feeds_are_not_found(path: str, client: Client, newsroom_site: Newsroom) -> None:
    assert client.get(path, follow=True).status_code == 404


@pytest.mark.parametrize("form", FORMS)
def test_a_reader_that_knows_the_latest_gets_nothing_again(form: str, client: Client, newsroom_site: Newsroom) -> None:
    path = f"/de/feeds/articles.{form}"
    first = client.get(path)

    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304
    newsroom_site.release.unpublish()
    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_an_address_can_be_asked_for_its_headers_only(client: Client, newsroom_site: Newsroom) -> None:
    answer, head = client.get("/de/feeds/articles.atom"), client.head("/de/feeds/articles.atom")

    assert head.content == b""
    assert head["Content-Length"] == str(len(answer.content))
    assert head["ETag"] == answer["ETag"]


def test_older_entries_are_on_further_pages(read: Any, newsroom_site: Newsroom) -> None:
    for number in range(22):
        published(newsroom_site.index, f"Meldung {number}", slug=f"m{number}")

    first, second = read("json"), read("json", page=2)
    links = {link.rel: link.href for link in read("atom", page=2).feed.links}

    assert (len(first["items"]), len(second["items"])) == (20, 3)
    assert first["next_url"] == "http://testserver/de/feeds/articles.json?page=2"
    assert "next_url" not in second
    assert len({item["id"] for item in (*first["items"], *second["items"])}) == 23
    assert links["previous"] == links["first"] == "http://testserver/de/feeds/articles.atom"
    assert links["self"].endswith("articles.atom?page=2")


def test_any_number_of_entries_costs_one_query(
    client: Client, newsroom_site: Newsroom, django_assert_num_queries: Any
) -> None:
    for number in range(5):
        published(newsroom_site.index, f"Meldung {number}", slug=f"m{number}")

    for form in FORMS:
        with django_assert_num_queries(1):
            client.get(f"/de/feeds/articles.{form}", {"place": str(newsroom_site.essen.translation_key)})


def test_characters_that_xml_does_not_know_do_no_harm(read: Any, newsroom_site: Newsroom) -> None:
    published(newsroom_site.index, "Vertikal\x0btabuliert", slug="v", lead="\x00Ende\ufffe")

    assert read("rss").entries[0].title == "Vertikaltabuliert"
    assert read("atom").entries[0].summary == "Ende"


def test_an_atom_entry_leads_to_its_translations(fetch: Fetch, newsroom_site: Newsroom) -> None:
    feed = ElementTree.fromstring(fetch("/en/feeds/articles.atom"))
    atom = "{http://www.w3.org/2005/Atom}"

    links = {link.get("rel"): link for link in feed.findall(f"{atom}entry/{atom}link")}

    assert links["alternate"].attrib["hreflang"] == "en"
    assert links["alternate"].attrib["href"] == "http://testserver/en/presse/bridges/"
    assert links["related"].attrib["hreflang"] == "de"
    assert links["related"].attrib["href"] == "http://testserver/de/presse/erste/"


def test_nothing_that_runs_gets_into_a_feed(read: Any, newsroom_site: Newsroom, locales: dict[str, Locale]) -> None:
    page = published(
        newsroom_site.index,
        "Film",
        slug="film",
        body=[
            ("embed", {"url": "https://www.youtube.com/watch?v=abcdefghijk", "title": "<script>x</script>"}),
            ("quote", {"text": "<img src=x onerror=alert(1)>", "speaker": "S"}),
        ],
    )

    html = next(item for item in read("json")["items"] if item["title"] == page.title)["content_html"]

    soup = BeautifulSoup(html, "html.parser")
    assert not soup.find(["script", "iframe", "template", "button", "img"])
    assert soup.a["href"] == "https://www.youtube.com/watch?v=abcdefghijk"


def test_a_picture_comes_with_its_entry(read: Any, newsroom_site: Newsroom) -> None:
    from wagtail.images.tests.utils import get_test_image_file

    from cms.core.models import Image

    image = Image.objects.create(title="Ufer", file=get_test_image_file(), alt={"de": "Ein Ufer"})
    published(newsroom_site.index, "Bild", slug="bild", lead_image=image)

    entry = read("rss").entries[0]
    assert entry.enclosures[0].type == "image/png"
    assert entry.enclosures[0].href.startswith("http://testserver/images/")
    assert read("atom").entries[0].enclosures[0].href == entry.enclosures[0].href
    item = read("json")["items"][0]
    assert item["image"] == entry.enclosures[0].href
    assert BeautifulSoup(item["content_html"], "html.parser").img["alt"] == "Ein Ufer"


def test_other_sites_scripts_may_read_feeds(client: Client, newsroom_site: Newsroom) -> None:
    response = client.get("/de/feeds/articles.json", headers={"Origin": "https://elsewhere.example"})

    assert response["Access-Control-Allow-Origin"] == "*"


def test_an_index_below_the_same_name_is_still_a_page(client: Client, newsroom_site: Newsroom) -> None:
    index = ArticleIndexPage(title="Feeds", slug="feeds", locale=newsroom_site.home.locale)
    newsroom_site.home.add_child(instance=index)

    assert client.get("/de/feeds/").status_code == 200


def test_times_of_publication_order_the_feed(read: Any, newsroom_site: Newsroom) -> None:
    now = timezone.now()
    for days, title in ((2, "Alt"), (1, "Neu")):
        published(newsroom_site.index, title, first_published_at=now - timedelta(days=days))

    assert titles(read("json"))[:2] == ["Neu", "Alt"]
