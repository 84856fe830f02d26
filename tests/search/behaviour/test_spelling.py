"""Wrong letters."""

import pytest

from tests.api.editions import make_article

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("forgives_typos")
@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Konferenz", "Konfernz"),
        ("Konferenz", "Konferrenz"),
        ("Konferenz in Bremen", "Konfrenz Bremen"),
        ("Ausstellungsraum", "Austelungsraum"),
        ("Symphonie", "Symfonie"),
    ],
)
def test_one_or_two_wrong_letters_find_what_was_meant(newsroom, written, asked):
    newsroom.publishes(make_article(title=written), make_article(title="Tee"))

    assert newsroom.titles(asked) == [written]


@pytest.mark.parametrize(("written", "asked"), [("Haus", "Maus"), ("Tula", "Tuba"), ("2024", "2025")])
def test_short_words_and_numbers_are_taken_at_their_word(newsroom, written, asked):
    newsroom.publishes(make_article(title=written))

    assert newsroom.titles(asked) == []


@pytest.mark.usefixtures("weighs_anew")
def test_what_is_spelled_as_asked_comes_first(newsroom):
    newsroom.publishes(
        make_article("2026-05-01", title="Kessel"),
        make_article("2019-05-01", title="Kassel"),
    )

    assert newsroom.titles("Kassel")[0] == "Kassel"


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("Konfernz", "Konferenz"), ("konfernz bremen", "konferenz bremen"), ("KONFERNZ", "KONFERENZ")],
)
def test_another_spelling_is_suggested_as_the_reader_wrote_it(newsroom, asked, meant):
    newsroom.publishes(*(make_article(title="Konferenz in Bremen") for _number in range(2)))

    assert newsroom.search(asked).suggestion == meant


def test_what_is_spelled_right_needs_no_suggestion(newsroom):
    newsroom.publishes(make_article(title="Konferenz in Bremen"), make_article(title="Konferenzen"))

    assert newsroom.search("Konferenz").suggestion is None
    assert newsroom.search("").suggestion is None
    assert newsroom.search("Qwrtzpsdfg").suggestion is None


def test_what_would_find_nothing_is_not_suggested(newsroom):
    newsroom.publishes(
        make_article(title="Konferenz", terms=(("place", "a"),)),
        make_article(title="Bremen", terms=(("place", "b"),)),
    )

    assert newsroom.search("Konfernz Bremen").suggestion is None
    assert newsroom.search("Konfernz", place=("b",)).suggestion is None


@pytest.mark.parametrize(
    "asked", ["Quarzlampenfibber", "Tanz Bremen Musik Quarzlampenfibber", "Konfernz Bremen Musik Quarzlampenfibber"]
)
def test_words_of_withdrawn_texts_are_not_suggested_whatever_else_is_found(newsroom, asked):
    withdrawn = make_article(title="Quarzlampenfieber")
    newsroom.publishes(withdrawn)
    newsroom.tested.forget()
    withdrawn.delete()
    newsroom.publishes(make_article(title="Konferenz in Bremen mit Tanz und Musik"))

    assert newsroom.search(asked).suggestion is None
