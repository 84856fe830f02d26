"""Places by any of their names, in any language."""

from uuid import uuid4

import pytest

from tests.api.editions import make_article, make_edition

from .wording import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("needs_languages")]


@pytest.fixture
def library(newsroom):
    """A newsroom whose library has Nizhny Novgorod in three languages, with its former name."""
    key = uuid4()
    titles = {"de": "Nischni Nowgorod", "en": "Nizhny Novgorod", "ru": "Нижний Новгород"}
    names = [*titles.values(), "Nischnij Nowgorod", "Gorki", "Горький"]
    place = [
        make_edition("municipality", key=key, locale=locale, title=title, words=words(names=names))
        for locale, title in titles.items()
    ]
    newsroom.publishes(*place)
    newsroom.place = str(key)
    return newsroom


@pytest.mark.parametrize(
    "asked",
    ["Nischni Nowgorod", "Nizhny Novgorod", "Нижний Новгород", "в Нижнем Новгороде", "Gorki", "Nischnij Nowgorod"],
)
def test_any_name_finds_the_place_and_what_mentions_it_by_another(library, asked):
    library.publishes(
        make_article(title="Reise an die Wolga", words=words(body="Im Mai fuhren wir nach Nischni Nowgorod.")),
        make_article(title="Reise an die Weser", words=words(body="Im Mai fuhren wir nach Bremen.")),
    )

    assert library.titles(asked) == ["Nischni Nowgorod", "Reise an die Wolga"]


def test_what_carries_the_place_is_found_though_it_does_not_name_it(library):
    library.publishes(make_article(title="Reise", terms=(("place", library.place),)))

    assert "Reise" in library.titles("Нижний Новгород")


def test_a_russian_case_finds_russian_texts_in_other_cases(library):
    library.publishes(make_article(locale="ru", title="Гости из Нижнего Новгорода"))

    assert set(library.titles("в Нижнем Новгороде", "ru")) == {"Нижний Новгород", "Гости из Нижнего Новгорода"}


def test_the_other_name_is_marked_where_it_stands(library):
    library.publishes(make_article(title="Reise", words=words(body="Im Mai fuhren wir nach Nischni Nowgorod.")))

    hit = next(hit for hit in library.search("Горький").hits if library.title(hit) == "Reise")

    assert "<mark>" in "".join(hit.highlights.body)


def test_half_of_a_name_of_two_words_is_not_the_place(library):
    library.publishes(make_article(title="Weliki Nowgorod"))

    assert library.titles("Nischni Nowgorod") == ["Nischni Nowgorod"]
