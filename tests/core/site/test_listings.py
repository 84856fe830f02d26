"""Lists on pages, and the forms that narrow them down."""

from datetime import date

from bs4 import BeautifulSoup
from django.test import Client

from tests import newsroom

from .conftest import Newsroom


def listed(client: Client, path: str, status: int = 200) -> list[str]:
    """The titles in the list of a page."""
    response = client.get(path)
    assert response.status_code == status
    page = BeautifulSoup(response.content, "html.parser")
    return [title.get_text(strip=True) for title in page.select(".row__title")]


def choices(client: Client, path: str, name: str) -> dict[str, str]:
    page = BeautifulSoup(client.get(path).content, "html.parser")
    return {
        option["value"]: option.get_text() for option in page.select(f"select[name={name}] option") if option["value"]
    }


def test_articles_are_listed_from_the_newest(client: Client, newsroom_site: Newsroom) -> None:
    newsroom.press_release(newsroom_site.index, "Ältere Meldung", date=date(2024, 3, 1))

    assert listed(client, "/de/presse/") == ["Erste Meldung", "Ältere Meldung"]
    assert listed(client, "/de/presse/?year=2024") == ["Ältere Meldung"]
    assert choices(client, "/de/presse/", "year") == {"2026": "2026", "2024": "2024"}


def test_articles_are_found_by_place(client: Client, newsroom_site: Newsroom) -> None:
    newsroom.press_release(newsroom_site.index, "Aus Kaluga", places=[newsroom_site.kaluga])
    essen, kaluga = (str(town.translation_key) for town in (newsroom_site.essen, newsroom_site.kaluga))

    assert choices(client, "/de/presse/", "place") == {essen: "Essen", kaluga: "Kaluga"}
    assert listed(client, f"/de/presse/?place={kaluga}") == ["Aus Kaluga"]


def test_an_unpublished_town_is_no_choice(client: Client, newsroom_site: Newsroom) -> None:
    town = newsroom.municipality("Geheimstadt", live=False)
    newsroom.press_release(newsroom_site.index, "Aus dem Verborgenen", places=[newsroom_site.kaluga, town])

    assert "Geheimstadt" not in choices(client, "/de/presse/", "place").values()


def test_a_list_holds_only_its_own_language(client: Client, newsroom_site: Newsroom) -> None:
    assert listed(client, "/de/") == ["Erste Meldung"]
    assert listed(client, "/en/") == []


def test_the_library_is_found_by_country_status_kind_and_words(client: Client, newsroom_site: Newsroom) -> None:
    bremen = newsroom.municipality("Bremen", slug="bremen")
    friends = newsroom.partnership(newsroom_site.essen, bremen, slug="essen-bremen", kind="friendship")
    friends.sides.update(status="dormant")
    friends.save()

    path = "/de/partnerschaften/"
    assert listed(client, path) == ["Essen – Bremen", "Essen – Kaluga"]
    assert listed(client, f"{path}?country=RU") == ["Essen – Kaluga"]
    assert listed(client, f"{path}?kind=friendship") == ["Essen – Bremen"]
    assert listed(client, f"{path}?status=dormant") == ["Essen – Bremen"]
    assert listed(client, f"{path}?q=KALÚGA") == ["Essen – Kaluga"]
    assert listed(client, f"{path}?q=essen&country=RU&kind=friendship") == []


def test_towns_that_look_for_a_partner_can_be_listed(client: Client, newsroom_site: Newsroom) -> None:
    assert choices(client, "/de/orte/", "seeking_partner") == {}

    newsroom_site.essen.seeking_partner = True
    newsroom_site.essen.save()

    assert listed(client, "/de/orte/?seeking_partner=true") == ["Essen"]
    assert list(choices(client, "/de/orte/", "seeking_partner")) == ["true"]


def test_a_town_is_found_by_its_name_in_another_language(client: Client, newsroom_site: Newsroom) -> None:
    newsroom.translated(newsroom_site.kaluga, "ru", name="Калуга")

    assert listed(client, "/de/orte/?q=калуга") == ["Kaluga"]


def test_long_lists_have_pages(client: Client, newsroom_site: Newsroom) -> None:
    for number in range(21):
        newsroom.municipality(f"Ort {number:02}", slug=f"ort-{number}")

    first, second = listed(client, "/de/orte/"), listed(client, "/de/orte/?page=2")

    assert (len(first), len(second)) == (20, 3)
    page = BeautifulSoup(client.get("/de/orte/?q=ort&utm_source=brief&page=2").content, "html.parser")
    assert page.find("a", rel="prev")["href"] == "?q=ort&utm_source=brief&page=1"
    assert page.find("a", rel="next") is None


def test_a_wrong_value_is_told_and_nothing_is_listed(client: Client, newsroom_site: Newsroom) -> None:
    for query in ("year=1066", "year=x", "place=nowhere", "page=0", "page=9", "page=x"):
        assert listed(client, f"/de/presse/?{query}", status=400) == [], query
    page = BeautifulSoup(client.get("/de/presse/?year=1066").content, "html.parser")
    assert "1066" in page.select_one("[role=alert]").get_text()
    assert page.select_one("select[name=year]")["aria-invalid"] == "true"


def test_what_the_form_does_not_know_is_left_alone(client: Client, newsroom_site: Newsroom) -> None:
    assert listed(client, "/de/presse/?utm_source=newsletter") == ["Erste Meldung"]
    assert listed(client, "/de/presse/erste/?page=99") == []


def test_strange_words_are_no_error(client: Client, newsroom_site: Newsroom) -> None:
    for words in ('"', "%25", "_", "' OR 1=1", "*", "\u202e"):
        assert client.get("/de/orte/", {"q": words}).status_code == 200, words
