"""Words in all their forms, names in all their spellings."""

import pytest

from tests.api.editions import make_article

from .wording import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("needs_languages")]


@pytest.mark.parametrize(
    ("locale", "written", "asked"),
    [
        ("de", "Die Städte feiern", "Stadt"),
        ("de", "Ein Besuch in Nürnberg", "Nuernberg"),
        ("de", "Ein Besuch in Nuernberg", "Nürnberg"),
        ("de", "Ein Besuch in Nürnberg", "NURNBERG"),
        ("de", "Neue Straße", "Strasse"),
        ("de", "Viele Partnerschaften", "Partnerschaft"),
        ("de", "Jubiläen der Vereine", "Jubiläum"),
        ("de", "Jubilaeum", "Jubiläen"),
        ("de", "Bürgermeisterinnen reden", "Bürgermeisterin"),
        ("de", "Städtepartnerschaften wachsen", "Partnerschaft"),
        ("de", "Städtepartnerschaft", "Partnerschaft Stadt"),
        ("de", "Die Staedtepartnerschaft", "Partnerschaft der Städte"),
        ("de", "Partnerschaft der Städte", "Städtepartnerschaft"),
        ("de", "Ein Jugendaustausch", "Austausch Jugend"),
        ("de", "Café am Markt", "Cafe"),
        ("ru", "Встреча в Нижнем Новгороде", "Новгород"),
        ("ru", "Города-побратимы", "побратим"),
        ("ru", "Побратим", "побратимов"),
        ("ru", "Орёл и Тула", "Орел"),
        ("ru", "Орел и Тула", "Орёл"),
        ("ru", "Поездки детей", "дети"),
        ("ru", "Дружба городов", "город"),
        ("ru", "Юбилей партнёрства", "юбилея партнерство"),
        ("ru", "Выставка в музее", "музей"),
        ("ru", "ВСТРЕЧА ДРУЗЕЙ", "встречи"),
        ("en", "Hanover's young musicians", "Hanover"),
        ("en", "The city’s guests", "city"),
        ("en", "Twin cities", "city"),
        ("en", "The children meet", "child"),
        ("en", "Organised visits", "organized visit"),
        ("en", "Centres of culture", "center"),
        ("en", "A partnership", "partnerships"),
    ],
)
def test_every_form_of_a_word_finds_the_others(newsroom, locale, written, asked):
    newsroom.publishes(make_article(locale=locale, title=written), make_article(locale=locale, title="Tee Чай"))

    assert newsroom.titles(asked, locale) == [written]


@pytest.mark.parametrize(
    ("locale", "written", "asked"),
    [
        ("de", "Rat der Stadt", "Rad"),
        ("de", "Partner", "Städtepartnerschaft"),
        ("ru", "Тульский чай", "Минск"),
        ("en", "Twin towns", "Twilight"),
    ],
)
def test_other_words_are_not_found(newsroom, locale, written, asked):
    newsroom.publishes(make_article(locale=locale, title=written))

    assert newsroom.titles(asked, locale) == []


@pytest.mark.usefixtures("weighs_anew")
def test_the_very_form_that_was_typed_comes_first(newsroom):
    newsroom.publishes(
        make_article("2026-05-01", title="Konzerte im Park"),
        make_article("2019-05-01", title="Konzert im Park"),
    )

    assert newsroom.titles("Konzert") == ["Konzert im Park", "Konzerte im Park"]
    assert newsroom.titles("Konzerte") == ["Konzerte im Park", "Konzert im Park"]


def test_words_of_another_script_are_found_in_their_forms_too(newsroom):
    newsroom.publishes(make_article(locale="de", title="Ein Lied", words=words(body="Es heißt «В городе дети».")))

    assert newsroom.titles("города", "de") == ["Ein Lied"]


def test_letters_may_be_written_in_two_pieces(newsroom):
    newsroom.publishes(make_article(locale="ru", title="Трои\u0306ка"), make_article(title="Nu\u0308rnberg"))

    assert len(newsroom.titles("Тройка", "ru")) == 1
    assert len(newsroom.titles("Трои\u0306ка", "ru")) == 1
    assert len(newsroom.titles("Nürnberg", "de")) == 1


def test_quoted_words_are_found_in_other_forms_too(newsroom):
    newsroom.publishes(
        make_article(title="Die lange Nacht der Museen"),
        make_article(title="Museum der langen Wege, Nacht"),
    )

    assert newsroom.titles('"langen Nacht"') == ["Die lange Nacht der Museen"]
