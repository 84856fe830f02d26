"""Highlights for engines without their own."""

from search.language import Matcher, fragments, highlight, language


def test_every_form_and_every_compound_is_marked() -> None:
    matcher = Matcher(language("de"), ["Partnerschaft"])

    assert highlight("Partnerschaften, auch Städtepartnerschaften", matcher) == (
        "<mark>Partnerschaften</mark>, auch <mark>Städtepartnerschaften</mark>"
    )


def test_phrases_are_marked_where_their_words_stand_together() -> None:
    matcher = Matcher(language("de"), ["Nischni Nowgorod"])

    assert highlight("Nowgorod und Nischni-Nowgorods Brücke", matcher) == (
        "Nowgorod und <mark>Nischni-Nowgorods</mark> Brücke"
    )


def test_all_else_is_escaped() -> None:
    matcher = Matcher(language("en"), ["peace"])

    assert highlight('<b>Peace</b> & "war"', matcher) == "&lt;b&gt;<mark>Peace</mark>&lt;/b&gt; &amp; &quot;war&quot;"
    assert highlight("<b>war</b>", matcher) == ""


def test_fragments_stand_around_what_was_found() -> None:
    text = "Anfang " * 60 + "ein Brief an alle " + "Mitte " * 60 + "\nzwei Briefe\nEnde"

    found = fragments(text, Matcher(language("de"), ["Brief"]))

    assert [piece.count("<mark>") for piece in found] == [1, 1]
    assert found[1] == "zwei <mark>Briefe</mark>"
    assert all(len(piece) < 200 for piece in found)


def test_the_richest_fragments_are_chosen_and_stay_in_order() -> None:
    text = ("Brief. " + "x " * 200) * 5 + "Brief und Brief"

    found = fragments(text, Matcher(language("de"), ["Brief"]), count=2)

    assert [piece.count("<mark>") for piece in found] == [1, 2]
