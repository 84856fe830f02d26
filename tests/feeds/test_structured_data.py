"""What pages say of their works to search engines."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cms.publishing.models import Edition
from partnerships.models import Conference, ConferenceOrganisation, Municipality, Organisation
from tests import newsroom
from tests.articles.factory import letter, report, translated_page

from .conftest import Newsroom, published
from .vocabulary import mistakes

Make = Callable[..., Conference]


@pytest.fixture
def graph(client: Client) -> Callable[[str], dict[str, Any]]:
    """The JSON-LD of a page, which obeys schema.org."""

    def read(path: str) -> dict[str, Any]:
        page = BeautifulSoup(client.get(path).content, "html.parser")
        (script,) = page.find_all("script", type="application/ld+json")
        found = json.loads(script.string)
        assert mistakes(found) == []
        return {node["@type"]: node for node in found["@graph"]}

    return read


def test_an_article_is_news(graph: Any, newsroom_site: Newsroom) -> None:
    nodes = graph("/de/presse/erste/")

    news = nodes["NewsArticle"]
    assert news["headline"] == "Brücken & <Wege>"
    assert news["datePublished"] == "2026-05-04"
    assert news["inLanguage"] == "de"
    assert news["url"] == news["mainEntityOfPage"] == "http://testserver/de/presse/erste/"
    assert news["about"][0]["@type"] == "City"
    assert news["about"][0]["name"] == "Essen"
    assert nodes["Organization"]["name"] == "Verein Trilog"
    assert news["publisher"] == news["author"] == {"@id": nodes["Organization"]["@id"]}
    assert [item["name"] for item in nodes["BreadcrumbList"]["itemListElement"]] == [
        "Trilog",
        "Presse",
        "Brücken & <Wege>",
    ]


def test_a_letter_is_an_article_and_its_sender_the_author(graph: Any, newsroom_site: Newsroom) -> None:
    letter(newsroom_site.index, "Offener Brief", slug="brief", sender="Stadtrat")

    assert graph("/de/presse/brief/")["Article"]["author"] == {"@type": "Organization", "name": "Stadtrat"}


def test_a_report_has_its_author(graph: Any, newsroom_site: Newsroom, conference: Make) -> None:
    report(
        newsroom_site.index, "Bericht", slug="bericht", author="Erika Muster", conference=conference("Tagung", "2026")
    )

    news = graph("/de/presse/bericht/")["NewsArticle"]

    assert news["author"] == {"@type": "Person", "name": "Erika Muster"}
    assert news["about"][-1]["name"] == "Tagung"


def test_a_translation_names_its_original_and_the_original_its_translations(
    graph: Any, newsroom_site: Newsroom
) -> None:
    original, translation = graph("/de/presse/erste/")["NewsArticle"], graph("/en/presse/bridges/")["NewsArticle"]

    assert original["workTranslation"][0]["@id"] == translation["@id"]
    assert translation["translationOfWork"]["@id"] == original["@id"]
    assert translation["translationOfWork"]["inLanguage"] == "de"


def test_where_nobody_knows_the_original_none_is_named(graph: Any, newsroom_site: Newsroom) -> None:
    Edition.objects.update(state=Edition.State.SOURCE)

    news = graph("/de/presse/erste/")["NewsArticle"]

    assert "workTranslation" not in news
    assert "translationOfWork" not in news


def test_a_letter_says_itself_in_which_language_it_was_written(graph: Any, newsroom_site: Newsroom) -> None:
    page = letter(newsroom_site.index, "Offener Brief", slug="brief", original_locale="en")
    translated_page(page, "en", title="Open letter", slug="letter")

    assert graph("/de/presse/brief/")["Article"]["translationOfWork"]["headline"] == "Open letter"


def test_what_was_published_elsewhere_first_is_based_on_that(graph: Any, newsroom_site: Newsroom) -> None:
    published(
        newsroom_site.index,
        "Übernommen",
        slug="von-anderen",
        republished_issuer="Stadt Essen",
        republished_url="https://essen.example/1",
    )

    assert graph("/de/presse/von-anderen/")["NewsArticle"]["isBasedOn"] == "https://essen.example/1"


def test_a_conference_is_an_event(graph: Any, conference: Make) -> None:
    row = conference("Tagung", "2026-06-28", "2026-06-30", mode="hybrid", motto="Zusammen")
    organisation = Organisation.objects.create(name="Forum", website="https://forum.example", locale=row.locale)
    row.organisations = [ConferenceOrganisation(organisation=organisation, role="funder")]
    row.save()

    event = graph(f"/de/conferences/{row.slug}/")["Event"]

    assert (event["startDate"], event["endDate"]) == ("2026-06-28", "2026-06-30")
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [place["@type"] for place in event["location"]] == ["City", "VirtualLocation"]
    assert event["location"][0]["geo"]["latitude"] == 51.4566
    assert event["funder"] == [{"@type": "Organization", "name": "Forum", "url": "https://forum.example"}]


@pytest.mark.parametrize(
    ("start", "said"), [("2026", "2026"), ("2026-06", "2026-06"), ("2026-22", None), ("2026~", None)]
)
def test_a_date_is_never_more_precise_than_it_is_known(
    start: str, said: str | None, graph: Any, conference: Make
) -> None:
    row = conference("Tagung", start)

    assert graph(f"/de/conferences/{row.slug}/")["Event"].get("startDate") == said


@pytest.mark.parametrize(("status", "said"), [("cancelled", "EventCancelled"), ("postponed", "EventPostponed")])
def test_an_event_says_what_became_of_it(status: str, said: str, graph: Any, conference: Make) -> None:
    row = conference("Tagung", "2026-06-28", status=status)

    assert graph(f"/de/conferences/{row.slug}/")["Event"]["eventStatus"] == f"https://schema.org/{said}"


def test_a_town_is_a_city_and_a_county_an_area(graph: Any, newsroom_site: Newsroom) -> None:
    newsroom.municipality("Kreis Düren", slug="dueren", kind="county", parent=newsroom_site.essen)

    city = graph("/de/municipalities/essen/")["City"]
    area = graph("/de/municipalities/dueren/")["AdministrativeArea"]

    assert city["sameAs"] == ["https://www.wikidata.org/entity/Q2066"]
    assert city["geo"] == {"@type": "GeoCoordinates", "latitude": 51.4566, "longitude": 7.0123}
    assert city["containedInPlace"]["name"] == "Deutschland"
    assert area["containedInPlace"]["@id"] == city["@id"]
    assert "geo" not in area


def test_a_misspelling_is_no_name(graph: Any, newsroom_site: Newsroom) -> None:
    from partnerships.models import MunicipalityAlias

    town: Municipality = newsroom_site.essen
    town.aliases = [
        MunicipalityAlias(text="Assindia", kind="former"),
        MunicipalityAlias(text="Esen", kind="misspelling"),
    ]
    town.save()

    assert graph("/de/municipalities/essen/")["City"]["alternateName"] == ["Assindia"]


@pytest.mark.parametrize(
    ("path", "node"),
    [
        ("/de/", "WebPage"),
        ("/de/presse/", "CollectionPage"),
        ("/de/partnerships/", "CollectionPage"),
        ("/de/partnerships/essen-kaluga/", "WebPage"),
    ],
)
def test_every_page_says_what_it_is(path: str, node: str, graph: Any, newsroom_site: Newsroom) -> None:
    nodes = graph(path)

    assert nodes[node]["isPartOf"] == {"@id": nodes["WebSite"]["@id"]}
    assert nodes[node]["url"] == f"http://testserver{path}"


def test_a_title_cannot_end_the_script(client: Client, newsroom_site: Newsroom) -> None:
    title = "</script><script>alert(1)</script><!--"
    published(newsroom_site.index, title, slug="boese")

    content = client.get("/de/presse/boese/").content.decode()
    script = BeautifulSoup(content, "html.parser").find("script", type="application/ld+json")

    assert json.loads(script.string)["@graph"][0]["headline"] == title
    assert "<script>alert" not in content


def test_the_vocabulary_finds_mistakes() -> None:
    wrong = {"@type": "City", "headline": "x", "geo": {"@type": "Person"}, "name": "", "@id": "1"}

    found = mistakes({"@context": "https://schema.org", "@graph": [wrong]})

    assert found == ["City has no headline", "City.geo holds no Person", "City.name holds no ''"]
