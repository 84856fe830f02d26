"""German compounds, and what is none."""

import pytest

from search.language import language


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Städtepartnerschaft", "Stadt Partnerschaft"),
        ("Städtepartnerschaften", "Städte Partnerschaften"),
        ("Partnerstadt", "Partner Stadt"),
        ("Friedenskonferenzen", "Frieden Konferenz"),
        ("Jugendaustausch", "Jugend Austausch"),
        ("Solidaritätsbrief", "Solidarität Brief"),
        ("Pressemitteilung", "Presse Mitteilung"),
        ("Oberbürgermeisterin", "Bürgermeisterin"),
        ("Städtepartnerschaftskonferenz", "Stadt Partnerschaft Konferenz"),
        ("Kreisverwaltung", "Kreis Verwaltung"),
        ("Musterkonferenz", "Muster Konferenz"),
    ],
)
def test_a_compound_is_found_by_its_parts(word: str, parts: str) -> None:
    german = language("de")

    assert set(german.terms(word)) == {german.stem(word), *map(german.stem, parts.split())}


@pytest.mark.parametrize(
    "word",
    ["Beratung", "Vertrag", "Landschaft", "Partnerschaft", "Bürgermeisterin", "Hannover", "Deutschland", "Konferenzen"],
)
def test_what_is_no_compound_stays_whole(word: str) -> None:
    assert language("de").parts(word) == ()


def test_other_languages_take_nothing_apart() -> None:
    assert language("en").parts("Partnerschaftsvertrag") == ()
