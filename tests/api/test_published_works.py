"""From pages and snippets to answers: what is published is served, and nothing else is told."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from articles.models import ArticleIndexPage
from partnerships.models import Conference, ConferencePlace, LibraryPage
from tests.articles.factory import letter, report, signatory, translated_page
from tests.newsroom import (
    article_index,
    home_page,
    municipality,
    partnership,
    press_release,
    related_article,
    translated,
)

from .conftest import Get
from .validation import assert_fits

SECRET = "Geheimstadt"


@pytest.fixture
def index(site: Any) -> ArticleIndexPage:
    home = home_page(site)
    for shows in ("municipalities", "partnerships", "conferences"):
        home.add_child(instance=LibraryPage(title=shows, slug=shows, shows=shows, locale=home.locale))
    return article_index(home)


def conference(**fields: Any) -> Conference:
    places = fields.pop("places", ())
    row = Conference(locale=Locale.objects.get(language_code="de"), title="Konferenz", start="2026-06-28", **fields)
    row.places = [ConferencePlace(municipality=place) for place in places]
    row.save()
    return row


@pytest.fixture
def works(index: ArticleIndexPage) -> dict[str, Any]:
    """One published work of every kind, each naming others."""
    essen = municipality(
        "Essen", latitude=51.4566, longitude=7.0123, population=580000, population_year=2024, seeking_partner=True
    )
    nizhny = municipality("Nischni Nowgorod", country="RU")
    made = {
        "municipalities": essen,
        "partnerships": partnership(essen, nizhny),
        "conferences": conference(places=[essen]),
    }
    body = [
        {"type": "heading", "value": {"text": "Anfang", "level": "2"}, "id": "11111111-1111-4111-8111-111111111111"},
        {"type": "paragraph", "value": "<p>Text</p>", "id": "22222222-2222-4222-8222-222222222222"},
    ]
    release = press_release(
        index, "Meldung", places=[essen], partnerships=[made["partnerships"]], body=body, conference=made["conferences"]
    )
    mail = letter(index)
    signatory(mail)
    return made | {"press_release": release, "solidarity_letter": mail, "conference_report": report(index)}


@pytest.mark.parametrize("collection", ["articles", "partnerships", "municipalities", "conferences", "pages"])
def test_lists_and_details_are_what_the_schema_promises(get: Get, works: dict[str, Any], collection: str) -> None:
    answer = get(f"{collection}/").json()

    assert answer["count"] > 0
    assert_fits(f"{collection}/", answer)
    for row in answer["results"]:
        detail = get(f"{collection}/{row['key']}/").json()
        assert_fits(f"{collection}/{{key}}/", detail)
        assert {name: value for name, value in detail.items() if name in row} == row
        path = row["url"].removeprefix("http://testserver")
        resolved = get("resolve/", path=path)
        assert resolved.json() == detail
        assert_fits("resolve/", resolved.json())


def test_problems_redirects_and_locales_are_what_the_schema_promises(get: Get, works: dict[str, Any]) -> None:
    assert_fits("locales/", get("locales/").json())
    from cms.api.schema.shapes import TypeAdapter
    from cms.api.types import Problem

    for response in (
        get("articles/", x="1"),
        get("none/"),
        get(f"municipalities/{works['municipalities'].translation_key}/", locale="ru"),
    ):
        TypeAdapter(Problem).validate_python(response.json(), strict=True)


def test_filters_find_what_was_published(get: Get, works: dict[str, Any]) -> None:
    def titles(path: str, **query: Any) -> list[str]:
        return [row["title"] for row in get(path, **query).json()["results"]]

    key = works["municipalities"].translation_key
    assert titles("articles/", place=key) == ["Meldung"]
    assert titles("articles/", partnership=works["partnerships"].translation_key) == ["Meldung"]
    assert titles("articles/", conference=works["conferences"].translation_key) == ["Meldung"]
    assert titles("articles/", q="anfang text") == ["Meldung"]
    assert titles("articles/", kind="solidarity_letter") == ["Offener Brief"]
    assert titles("partnerships/", country="RU", place=key, since_before="1991") == ["Essen – Nischni Nowgorod"]
    assert titles("partnerships/", near="51.5,7,20") == ["Essen – Nischni Nowgorod"]
    assert titles("partnerships/", q="essen") == ["Essen – Nischni Nowgorod"]
    assert titles("municipalities/", seeking_partner="true") == ["Essen"]
    assert titles("municipalities/", country="DE") == ["Essen"]
    assert titles("conferences/", year="2026", place=key) == ["Konferenz"]
    row = get("partnerships/", anniversary="2031").json()["results"][0]
    assert (row["years"], row["since"]["edtf"]) == (40, "1991-05-11")


def test_a_search_that_is_over_is_not_found(get: Get, index: ArticleIndexPage) -> None:
    municipality("Bremen", seeking_partner=True, seeking_until=timezone.localdate())
    municipality("Rostock", seeking_partner=True, seeking_until=timezone.localdate() - timedelta(days=1))

    assert [row["title"] for row in get("municipalities/", seeking_partner="true").json()["results"]] == ["Bremen"]


def test_publishing_shows_at_the_next_request(get: Get, works: dict[str, Any]) -> None:
    page = works["press_release"]
    detail = f"articles/{page.translation_key}/"
    first = get(detail)

    page.title = "Neue Meldung"
    page.save_revision().publish()
    second = get(detail, headers={"If-None-Match": first["ETag"]})
    assert (second.status_code, second.json()["title"]) == (200, "Neue Meldung")
    assert second.json()["change"] > first.json()["change"]

    page.unpublish()
    assert get(detail, headers={"If-None-Match": second["ETag"]}).status_code == 404
    assert get("articles/", kind="press_release").json()["count"] == 0


def test_a_translation_is_a_row_of_its_own_locale(get: Get, works: dict[str, Any]) -> None:
    page = works["press_release"]
    translated_page(page, "ru", title="Сообщение")
    translated(works["municipalities"], "ru", name="Эссен")

    russian = get("articles/", locale="ru").json()
    assert [row["title"] for row in russian["results"]] == ["Сообщение"]
    assert [row["places"][0]["title"] for row in russian["results"]] == ["Эссен"]
    everything = get("articles/", locale="ru", fallback="de").json()
    assert everything["count"] == 3
    assert {row["locale"] for row in everything["results"]} == {"ru", "de"}
    translations = get(f"articles/{page.translation_key}/", locale="de").json()["translations"]
    assert [(entry["locale"], entry["title"]) for entry in translations] == [("de", "Meldung"), ("ru", "Сообщение")]


def test_an_old_address_leads_to_the_new_one(
    get: Get, works: dict[str, Any], django_capture_on_commit_callbacks: Any
) -> None:
    page = translated_page(works["press_release"], "ru", title="Сообщение", slug="сообщение")
    old = get("articles/", locale="ru").json()["results"][0]["url"].removeprefix("http://testserver")

    page.slug = "новое-сообщение"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    new = get("articles/", locale="ru").json()["results"][0]["url"].removeprefix("http://testserver")
    assert new != old
    assert get("resolve/", path=old).json() == {"redirect": new}
    assert get("resolve/", path=new).json()["title"] == "Сообщение"


EVERYWHERE = ["articles/", "partnerships/", "municipalities/", "conferences/", "pages/"]


def everything_told(get: Get) -> str:
    """All answers of all lists and details in all locales, with and without fallback."""
    told = []
    for path in EVERYWHERE:
        for query in (
            {"locale": "de"},
            {"locale": "en"},
            {"locale": "ru", "fallback": "any"},
            {"q": SECRET} if path[0] != "p" else {},
        ):
            if path == "conferences/" and "q" in query:
                continue
            answer = get(path, **{**query, "limit": 100}).json()
            told.append(str(answer))
            told += [
                get(f"{path}{row['key']}/", **{k: v for k, v in query.items() if k != "q"}).content.decode()
                for row in answer["results"]
            ]
    return "\n".join(told)


def test_what_is_not_public_is_nowhere(get: Get, works: dict[str, Any], index: ArticleIndexPage) -> None:
    """Given a draft, an embargoed, a private and an unpublished work, each named by public ones."""
    draft = municipality(f"{SECRET} Entwurf", live=False)
    gone = municipality(f"{SECRET} Zurückgezogen")
    hidden_page = press_release(index, f"{SECRET} privat")
    embargoed = press_release(index, f"{SECRET} gesperrt", embargo_until=timezone.now() + timedelta(days=1))
    unpublished_page = press_release(index, f"{SECRET} Entwurf", live=False)
    naming = press_release(index, "Nennt alle", places=[draft, gone], date=date(2026, 5, 5))
    naming.related = [related_article(page) for page in (hidden_page, embargoed, unpublished_page)]
    naming.dateline_place = draft
    naming.save_revision().publish()
    partnership(works["municipalities"], gone)
    conference(slug="zweite", places=[draft, gone])
    PageViewRestriction.objects.create(page=hidden_page, restriction_type="password", password="x")
    gone.unpublish()

    told = everything_told(get)

    assert "Nennt alle" in told
    assert SECRET not in told
    for work in (draft, gone):
        assert get(f"municipalities/{work.translation_key}/", fallback="any").status_code == 404
    for page in (hidden_page, embargoed, unpublished_page):
        assert get(f"articles/{page.translation_key}/", fallback="any").status_code == 404
        response = get("resolve/", path=page.get_url_parts()[2])
        assert response.status_code == 404
        assert SECRET not in response.content.decode()


def test_a_list_costs_the_same_for_real_works(
    get: Get, index: ArticleIndexPage, django_assert_num_queries: Any
) -> None:
    essen = municipality("Essen")
    for number in range(12):
        press_release(index, f"Meldung {number}", places=[essen])

    for limit in (1, 12):
        with django_assert_num_queries(1):
            assert len(get("articles/", limit=limit).json()["results"]) == limit
