"""Type-ahead: what is suggested, to whom, and in which words."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from search.models import Suggestion
from search.suggesting import suggest
from tests.api.editions import make_article, make_edition, unpublish
from tests.search.indexed import index

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


def texts(typed: str, locale: str = "de") -> list[str]:
    return [entry.text for entry in suggest(typed, locale)]


def make_town(*, names: tuple[str, ...], **titles: str) -> None:
    """A town with a title in each locale."""
    key = uuid4()
    for locale, title in titles.items():
        words = {"names": list(names), "lead": "", "body": "", "about": []}
        make_edition("municipality", key=key, locale=locale, title=title, words=words)


@pytest.mark.parametrize("typed", ["nisch", "NOWG", "Нижн", "нижний  нов", "gor", "Nizh", "„Nischni"])
def test_places_are_suggested_by_any_name_in_the_readers_words(typed: str) -> None:
    make_town(de="Nischni Nowgorod", ru="Нижний Новгород", names=("Nizhny Novgorod", "Горький", "Gorki"))
    index()

    assert texts(typed) == ["Nischni Nowgorod"]
    assert texts(typed, "ru") == ["Нижний Новгород"]
    assert [entry.locale for entry in suggest(typed, "en")] == ["de"]  # the next best there is


@pytest.mark.parametrize("typed", ["nü", "nu", "nue", "NÜRN", "Nurnb", "nuernberg"])
def test_accents_do_not_matter_however_they_are_written(typed: str) -> None:
    index(make_article(title="Nürnberg lädt ein"))

    assert texts(typed) == ["Nürnberg lädt ein"]


def test_titles_are_suggested_in_the_readers_locale_from_any_longer_word_on() -> None:
    index(make_article(title="Das Konzert in Essen"), make_article(title="Konzert", locale="en"))

    assert texts("konz") == ["Das Konzert in Essen"]
    assert texts("es") == ["Das Konzert in Essen"]
    assert texts("in e") == []
    assert texts("k") == texts("") == texts("%") == texts("_") == []


def test_places_come_first_and_there_are_ten_at_most() -> None:
    for number in range(12):
        make_article(title=f"Essen {number}")
    make_town(de="Essen", names=())
    index()

    assert (texts("ess")[0], len(texts("ess"))) == ("Essen", 10)


def test_what_is_gone_is_suggested_no_more_and_what_is_renamed_by_its_new_name() -> None:
    gone, renamed = index(make_article(title="Konzert am See"), make_article(title="Konzert im Park"))
    unpublish(gone)
    renamed.title = "Tanz im Park"
    renamed.save()

    assert texts("konzert") == ["Tanz im Park"]
    assert not Suggestion.objects.filter(edition_id=gone.pk).exists()


def test_what_is_restricted_by_now_is_not_suggested() -> None:
    (edition,) = index(make_article(title="Konzert"))
    edition.restricted = True
    edition.save()

    assert texts("konz") == []


def test_what_a_restricted_edition_is_called_does_not_lead_to_its_translations() -> None:
    key = uuid4()
    (secret, _public) = index(
        make_article(key=key, title="Geheimes Konzert"), make_article(key=key, locale="en", title="An evening")
    )
    secret.restricted = True
    secret.save()

    assert texts("gehei") == []


def test_the_api_tells_of_each_where_it_is(client: Client) -> None:
    (edition,) = index(make_article(title="Konzert"))
    response = client.get("/api/v1/suggest/?q=kon&locale=de")

    assert response.json() == {
        "results": [
            {
                "text": "Konzert",
                "type": "article",
                "key": str(edition.key),
                "locale": "de",
                "url": f"http://testserver{edition.path}",
                "api_url": f"http://testserver/api/v1/articles/{edition.key}/?locale=de",
            }
        ]
    }
    assert response["Surrogate-Key"] == "search"


def test_two_queries_however_much_there_is() -> None:
    for number in range(30):
        make_article(title=f"Konzert {number}")
    index()
    with CaptureQueriesContext(connection) as queries:
        suggest("konzert", "de")
    assert len(queries) == 2
