"""Reading the facts: what is a name, of which kind, and what is only a note."""

import pytest

from cms.demo.facts import Alias, municipalities, official_key, parse_alias, partnerships, seeking
from cms.demo.library.municipalities import INTRODUCTIONS
from cms.demo.library.partnerships import HISTORIES


def test_all_places_and_partnerships_are_there() -> None:
    assert len(municipalities()) == 52
    assert len(partnerships()) == 22
    assert seeking() == {"bremen"}


@pytest.mark.parametrize(
    ("note", "aliases"),
    [
        ("Karl-Marx-Stadt (1953-1990)", (Alias("Karl-Marx-Stadt", "former", "de", "1953", "1990"),)),
        (
            "Gorki/Горький (1932-1990)",
            (Alias("Gorki", "former", "de", "1932", "1990"), Alias("Горький", "former", "ru", "1932", "1990")),
        ),
        ("Königsberg (until 1946)", (Alias("Königsberg", "former", "de", "", "1946"),)),
        ("Cranz", (Alias("Cranz", "former", "de"),)),
        ("Taganrod (source document typo)", (Alias("Taganrod", "misspelling", "de"),)),
        ("Rayon Selenograd (source document, wrong)", (Alias("Rayon Selenograd", "misspelling", "de"),)),
        ("Togliatti (source document)", (Alias("Togliatti", "transliteration", "de"),)),
        ("Аахен", (Alias("Аахен", "transliteration", "ru"),)),
        ("NOT Münster (Westf.)", ()),
        ("NOT Korolyov, also ex-Kaliningrad", ()),
        ("seat point approximated by Krasnoobsk (54.92,82.99); NOT the city of Novosibirsk", ()),
    ],
)
def test_notes_become_names(note: str, aliases: tuple[Alias, ...]) -> None:
    assert parse_alias(note) == aliases


@pytest.mark.parametrize(("note", "key"), [("05113000", "05113000"), ("11000000 (district 11)", ""), (None, "")])
def test_a_district_has_no_official_key(note: str | None, key: str) -> None:
    assert official_key(note) == key


def test_texts_of_the_library_belong_to_somebody() -> None:
    assert set(HISTORIES) <= {row.id for row in partnerships()}
    assert set(INTRODUCTIONS) <= {row.id for row in municipalities()}
    assert len(INTRODUCTIONS) >= 12


def test_status_is_told_of_the_side_that_the_source_names() -> None:
    sides = {row.id: row.sides for row in partnerships()}
    for partnership, history in HISTORIES.items():
        assert set(history.standings) <= {sides[partnership][0]}, "no source names a status of a Russian side"
        assert all(standing.source for standing in history.standings.values())
