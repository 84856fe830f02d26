import pytest

from cms.publishing import folding
from cms.publishing.folding import fold, sort_key


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Düren", "duren"),
        ("STRASSE", "straße"),
        ("Орёл", "орел"),
        ("Français", "francais"),
        ("Йошкар-Ола", "йошкар-ола"),
    ],
)
def test_what_people_mean_is_the_same(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


def test_a_letter_with_a_mark_stays_a_letter_of_its_own() -> None:
    assert fold("май") != fold("маи")


def test_titles_are_ordered_as_in_a_german_dictionary() -> None:
    titles = ["Zwickau", "Österreich", "Oldenburg", "aachen", "Äpfel"]

    assert sorted(titles, key=sort_key) == ["aachen", "Äpfel", "Oldenburg", "Österreich", "Zwickau"]


def test_whoever_searches_for_all_of_unicode_does_not_fill_the_memory() -> None:
    many = "".join(map(chr, range(0x4E00, 0x4E00 + folding.REMEMBERED))) + "".join(map(chr, range(0xAC00, 0xD7A4)))

    assert len(fold(many)) >= len(many)
    assert len(folding._folded) <= folding.REMEMBERED
    assert fold("Äpfel") == "apfel"
