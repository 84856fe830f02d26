"""The catalogue of the open data, read as linked data, and llms.txt."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from pytest_django.fixtures import Settings
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, URIRef

from cms.feeds import conf

from .conftest import Newsroom

# The library warns of itself when it reads JSON-LD.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

LANGUAGES = {code for code, _name in django_settings.WAGTAIL_CONTENT_LANGUAGES}
Fetch = Callable[..., bytes]


@pytest.fixture
def catalog(fetch: Fetch, newsroom_site: Newsroom) -> Callable[[], Graph]:
    """Reads the catalogue."""

    def read() -> Graph:
        return Graph().parse(data=fetch("/data/catalog.jsonld"), format="json-ld")

    return read


def languages(graph: Graph, node: Any, predicate: Any) -> set[str]:
    return {text.language for text in graph.objects(node, predicate) if isinstance(text, Literal)}


def test_there_is_one_catalogue_with_a_publisher(catalog: Any) -> None:
    graph = catalog()

    (node,) = graph.subjects(RDF.type, DCAT.Catalog)
    assert languages(graph, node, DCTERMS.title) == LANGUAGES
    assert languages(graph, node, DCTERMS.description) == LANGUAGES
    publisher = graph.value(node, DCTERMS.publisher)
    assert graph.value(publisher, FOAF.name) == Literal("Verein Trilog", lang="de")
    assert graph.value(node, DCTERMS.modified).datatype.endswith("dateTime")


def test_every_dataset_is_described_in_every_language(catalog: Any) -> None:
    graph = catalog()

    datasets = set(graph.subjects(RDF.type, DCAT.Dataset))
    assert {str(node).partition("#")[2] for node in datasets} == {
        "articles", "partnerships", "municipalities", "conferences",
    }  # fmt: skip
    assert datasets == set(graph.objects(None, DCAT.dataset)) == set(graph.objects(None, DCAT.servesDataset))
    for node in datasets:
        assert languages(graph, node, DCTERMS.title) == LANGUAGES
        assert languages(graph, node, DCTERMS.description) == LANGUAGES
        assert graph.value(node, DCTERMS.publisher) is not None
        assert graph.value(node, DCAT.theme) is not None
        assert graph.value(node, DCAT.contactPoint) is not None
        assert set(graph.objects(node, DCAT.distribution))


def test_every_distribution_answers_in_its_format(client: Client, catalog: Any) -> None:
    graph = catalog()

    found = set()
    for node in graph.subjects(RDF.type, DCAT.Distribution):
        address = str(graph.value(node, DCAT.accessURL))
        media_type = str(graph.value(node, DCAT.mediaType)).partition("media-types/")[2]
        response = client.get(address)
        assert response.status_code == 200, address
        assert response["Content-Type"].split(";")[0] == media_type
        assert str(graph.value(node, DCTERMS.language)).rpartition("/")[2] in ("DEU", "ENG", "RUS")
        found.add(media_type)
    assert {"application/json", "application/geo+json", "text/csv", "text/calendar", "application/atom+xml"} <= found


def test_no_licence_is_invented(catalog: Any) -> None:
    assert set(catalog().objects(None, DCTERMS.license)) == set()


def test_the_licence_is_the_operators(catalog: Any, settings: Settings) -> None:
    settings.OPEN_DATA_LICENCE = "https://licence.example/by/1.0"
    conf.load.cache_clear()

    graph = catalog()

    licence = URIRef("https://licence.example/by/1.0")
    for node in graph.subjects(RDF.type, DCAT.Distribution):
        assert graph.value(node, DCTERMS.license) == licence


@pytest.mark.parametrize("wrong", ["CC BY", "www.licence.example/by", "javascript:1"])
def test_a_licence_without_an_address_stops_the_start(wrong: str, settings: Settings) -> None:
    settings.OPEN_DATA_LICENCE = wrong
    conf.load.cache_clear()

    with pytest.raises(ImproperlyConfigured, match="full address"):
        conf.load()


def test_the_catalogue_is_linked_data_and_needs_no_other_file(client: Client, newsroom_site: Newsroom) -> None:
    response = client.get("/data/catalog.jsonld")

    assert response["Content-Type"] == "application/ld+json"
    assert isinstance(json.loads(response.content)["@context"], dict)
    again = client.get("/data/catalog.jsonld", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304
    assert client.head("/data/catalog.jsonld").content == b""


# llms.txt ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/llms.txt", "/de/llms.txt", "/ru/llms.txt"])
def test_programs_that_read_for_somebody_find_their_way(path: str, client: Client, newsroom_site: Newsroom) -> None:
    text = client.get(path).content.decode()

    lines = text.splitlines()
    assert lines[0] == "# Trilog"
    assert [line for line in lines if line.startswith("# ")] == ["# Trilog"]
    assert "## Optional" in lines
    links = re.findall(r"^- \[.+?\]\((\S+)\)(?:: .+)?$", text, re.MULTILINE)
    assert len(links) == sum(line.startswith("- ") for line in lines)
    for link in links:
        assert client.get(link).status_code == 200, link


def test_the_site_is_introduced_in_its_own_words(fetch: Fetch, newsroom_site: Newsroom) -> None:
    text = fetch("/de/llms.txt").decode()

    assert "\n> Verein Trilog: Wir sind viele.\n" in text
    assert "[Presse](http://testserver/de/presse/)" in text
    assert "http://testserver/de/feeds/articles.atom" in text
    assert "http://testserver/en/llms.txt" in text


def test_titles_cannot_break_the_list(fetch: Fetch, newsroom_site: Newsroom) -> None:
    newsroom_site.index.title = "Presse](http://elsewhere.example)\n# Neu"
    newsroom_site.index.save()

    text = fetch("/de/llms.txt").decode()

    assert "](http://elsewhere" not in text.replace("\\](http://elsewhere", "")
    assert "\n# Neu" not in text
