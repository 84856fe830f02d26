"""`search/` in the content API: what clients are told, and what they are refused."""

import json
from unittest.mock import patch
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.publishing.models import Edition
from search.asking import FACETS, SearchQuery
from search.engines import Engine, EngineError
from search.found import Found, Highlights, Hit
from search.understanding import Understood
from tests.api.editions import make_article, make_edition, make_work, rewrite, unpublish
from tests.search.indexed import index

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


def ask(client: Client, **query):
    """The answer to a search in German."""
    response = client.get("/api/v1/search/", {"locale": "de", **query})
    assert response.status_code == 200, response.content
    return response.json()


def facet(answer, name):
    """The values of one facet."""
    return next(entry["values"] for entry in answer["facets"] if entry["name"] == name)


@pytest.fixture
def newsroom(db: None):
    """Two articles about a town, a partnership and the town itself."""
    region = {"code": "RU-NIZ", "name": "Oblast Nischni Nowgorod"}
    town = make_edition(
        "municipality", title="Nischni Nowgorod", kind="city", region=region, terms=(("region", "RU-NIZ"),),
        words={"names": ["Нижний Новгород", "Gorki"], "lead": "", "body": "", "about": []},
    )  # fmt: skip
    terms = (("place", str(town.key)), ("region", "RU-NIZ"))
    concert = make_article(title="Konzert in Nischni Nowgorod", terms=terms, text="Ein <b>Konzert</b> & Tee")
    letter = make_article(day="2024-02-01", title="Gruß zum Konzert", kind="solidarity_letter")
    partnership = make_edition("partnership", title="Essen – Nischni Nowgorod", kind="partnership", terms=terms)
    index()
    return {"town": town, "concert": concert, "letter": letter, "partnership": partnership}


def test_a_hit_is_the_row_of_its_collection_with_highlights(client: Client, newsroom) -> None:
    answer = ask(client, q="Konzert Nowgorod")

    row = client.get("/api/v1/articles/?locale=de&limit=1").json()["results"][0]
    hit = answer["results"][0]
    assert {name: value for name, value in hit.items() if name != "highlights"} == row
    assert "<mark>Konzert</mark>" in hit["highlights"]["title"]
    assert "<b>" not in "".join(hit["highlights"]["body"])
    assert (answer["engine"], answer["degraded"], answer["promoted"]) == ("database", False, [])


def test_facets_are_named_in_the_readers_language(client: Client, newsroom) -> None:
    answer = ask(client, q="Nischni Nowgorod")

    assert [entry["name"] for entry in answer["facets"]] == ["type", "kind", "place", "region", "year", "language"]
    assert {"value": "RU-NIZ", "label": "Oblast Nischni Nowgorod", "count": 3, "chosen": False} in facet(
        answer, "region"
    )
    place = facet(answer, "place")[0]
    assert (place["value"], place["label"]) == (str(newsroom["town"].key), "Nischni Nowgorod")
    types = {value["value"]: value["label"] for value in facet(answer, "type")}
    with translation.override("de"):
        assert types["article"] == translation.gettext("Articles")
    assert {value["value"] for value in facet(answer, "kind")} == {"press_release", "partnership", "city"}


def test_a_facets_counts_ignore_what_is_chosen_of_it(client: Client, newsroom) -> None:
    answer = ask(client, q="Konzert", kind="solidarity_letter")

    assert answer["count"] == 1
    assert {value["value"]: (value["count"], value["chosen"]) for value in facet(answer, "kind")} == {
        "press_release": (1, False),
        "solidarity_letter": (1, True),
    }
    assert [value["value"] for value in facet(answer, "year")] == ["2024"]


def test_pages_name_the_locale_and_keep_what_was_asked(client: Client, newsroom) -> None:
    first = client.get("/api/v1/search/?q=Konzert&limit=1", headers={"accept-language": "de"})
    answer = first.json()
    assert answer["previous"] is None
    assert "locale=de" in answer["next"]
    second = client.get(answer["next"].removeprefix("http://testserver")).json()
    assert second["next"] is None
    assert second["previous"].endswith("/api/v1/search/?q=Konzert&limit=1&locale=de")
    assert second["results"][0]["key"] != answer["results"][0]["key"]
    assert "Accept-Language" in first["Vary"]


def test_all_locales_are_searched_where_that_is_asked_for(client: Client) -> None:
    make_work("ru", titles={"ru": "Концерт в парке"})
    index()
    assert ask(client, q="Концерт")["count"] == 0

    answer = ask(client, q="Концерт", scope="all")

    assert answer["results"][0]["language"] == {"requested": "de", "served": "ru", "state": "fallback"}
    assert [value["value"] for value in facet(answer, "language")] == ["ru"]


def test_an_answer_can_be_reduced_to_some_fields(client: Client, newsroom) -> None:
    assert ask(client, q="Konzert", fields="title,highlights")["results"][0].keys() == {"title", "highlights"}


class Remembering(Engine):
    """Knows editions as they once were."""

    name = "database"

    def __init__(self, *editions: Edition) -> None:
        marks = Highlights("<mark>Konzert</mark>", "", ("… <mark>Konzert</mark>",))
        self._hits = tuple(Hit(edition.ref, edition.change_id or 0, marks) for edition in editions)

    def search(self, query: SearchQuery, understood: Understood) -> Found:
        return Found(hits=self._hits, total=len(self._hits), facets=dict.fromkeys(FACETS, ()))


def test_what_is_gone_is_not_told_and_what_has_changed_is_told_without_its_marks(client: Client, newsroom) -> None:
    engine = Remembering(newsroom["letter"], newsroom["concert"], newsroom["partnership"])
    unpublish(newsroom["letter"])
    rewrite(newsroom["concert"], at=newsroom["concert"].changed_at, lead="Neu")

    with patch("search.searching.database_engine", return_value=engine):
        changed, same = ask(client, q="Konzert")["results"]

    assert (changed["lead"], changed["highlights"]) == ("Neu", {"title": "", "lead": "", "body": []})
    assert same["highlights"]["title"] == "<mark>Konzert</mark>"


def test_what_is_restricted_by_now_is_not_told(client: Client, newsroom) -> None:
    engine = Remembering(newsroom["concert"])
    Edition.everything.update(restricted=True)

    with patch("search.searching.database_engine", return_value=engine):
        assert ask(client, q="Konzert")["results"] == []


def test_answers_can_be_asked_for_again_but_nobody_says_when_they_changed(client: Client, newsroom) -> None:
    first = client.get("/api/v1/search/?locale=de&q=Konzert")
    assert first["Surrogate-Key"] == "search"
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    again = client.get("/api/v1/search/?locale=de&q=Konzert", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304

    make_article(title="Noch ein Konzert")
    index()

    later = client.get("/api/v1/search/?locale=de&q=Konzert", headers={"if-none-match": first["ETag"]})
    assert (later.status_code, later.json()["count"]) == (200, 3)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("q=" + "a" * 501, "q"),
        ("q=" + "a" * 10_001, ""),
        ("q=a%00b", "q"),
        ("q=%ED%A0%80", ""),
        ("q=a&q=b", "q"),
        ("type=contact", "type"),
        ("kind=nonsense", "kind"),
        ("place=essen", "place"),
        ("region=Bayern", "region"),
        ("year=zwei", "year"),
        ("language=xx", "language"),
        ("scope=none", "scope"),
        ("limit=101", "limit"),
        ("offset=9901", "offset"),
        ("fallback=en", "fallback"),
        ("fields=body", "fields"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_name(client: Client, query: str, parameter: str) -> None:
    response = client.get(f"/api/v1/search/?{query}")

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert [error["parameter"] for error in response.json()["errors"]] == [parameter]


def test_a_failure_of_the_database_is_a_fault_of_ours(client: Client) -> None:
    client.raise_request_exception = False
    with patch("search.api.search", side_effect=EngineError("no such table")):
        response = client.get("/api/v1/search/?q=a")
    assert response.status_code == 500
    assert "table" not in response.content.decode()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=600) | st.text("\"'()*-+:^{}~\\/& 	\0абвüß", max_size=60))
def test_any_text_is_answered_or_refused(client: Client, text: str) -> None:
    encoded = quote(text.encode("utf-8", "surrogatepass"))
    for address in ("/api/v1/search/", "/api/v1/suggest/"):
        response = client.get(f"{address}?locale=de&q={encoded}")
        assert response.status_code in (200, 400)
        json.loads(response.content)
    assert client.get(f"/de/search/?q={encoded}").status_code in (200, 400)


def test_the_number_of_queries_does_not_depend_on_what_there_is(client: Client, newsroom) -> None:
    ask(client, q="Konzert")
    with CaptureQueriesContext(connection) as few:
        ask(client, q="Konzert")
    for number in range(30):
        make_article(title=f"Konzert {number}", terms=(("place", str(newsroom["town"].key)),))
    index()
    ask(client, q="Konzert")
    with CaptureQueriesContext(connection) as many:
        ask(client, q="Konzert", limit=30)
    assert len(many) <= len(few) + 1  # names of regions and places are asked for where there are any


def test_the_index_of_the_api_names_both(client: Client) -> None:
    named = client.get("/api/v1/").json()
    assert named["search"] == "http://testserver/api/v1/search/"
    assert named["suggest"] == "http://testserver/api/v1/suggest/"
