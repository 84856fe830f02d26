"""Words that editors say stand for the same."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from search.models import Synonym
from search.understanding import understand

pytestmark = pytest.mark.django_db


def group(*phrases: str, locale: str = "", active: bool = True) -> Synonym:
    synonym = Synonym(phrases="\n".join(phrases), locale=locale, active=active)
    synonym.full_clean()
    synonym.save()
    return synonym


def ways(text: str, locales: tuple[str, ...] = ("de",)) -> list[set[str]]:
    return [{way.text for way in part.others} for part in understand(text, locales).parts]


def errors(*phrases: str, locale: str = "") -> list[str]:
    with override("en"), pytest.raises(ValidationError) as caught:
        group(*phrases, locale=locale)
    return caught.value.message_dict["phrases"]


def test_each_phrase_stands_for_the_others_in_any_form() -> None:
    group("OB", "Oberbürgermeister", "Stadtoberhaupt")

    assert {"OB", "Stadtoberhaupt"} <= ways("Oberbürgermeisterinnen")[0]
    assert {"Oberbürgermeister", "Stadtoberhaupt"} <= ways("ob")[0]


def test_a_phrase_of_several_words_is_one() -> None:
    group("DRF", "Deutsch-Russisches Forum")

    assert ways("das Deutsch-Russische Forum tagt") == [{"DRF", "Deutsch-Russisches Forum"}, set()]


def test_they_count_in_searches_of_their_language() -> None:
    group("Rat", "Parlament", locale="de")

    assert ways("Rat", ("de",)) == ways("Rat", ("en", "de")) == [{"Parlament"}]
    assert ways("Rat", ("en",)) == [set()]


def test_searches_follow_at_once() -> None:
    synonym = group("Rat", "Parlament")
    assert ways("Rat") == [{"Parlament"}]

    synonym.phrases = "Rat\nGremium"
    synonym.save()
    assert ways("Rat") == [{"Gremium"}]

    synonym.active = False
    synonym.save()
    assert ways("Rat") == [set()]

    other = group("Rat", "Senat")
    assert ways("Rat") == [{"Senat"}]
    other.delete()
    assert ways("Rat") == [set()]


def test_quotes_and_exclusions_are_taken_literally() -> None:
    group("Rat", "Parlament")

    assert ways('"Rat" -Rat') == [set(), set()]


def test_spaces_and_empty_lines_do_not_count() -> None:
    synonym = group("  Rat ", "", "das   Parlament")

    assert (synonym.lines, str(synonym)) == (["Rat", "das Parlament"], "Rat = das Parlament")


def test_a_group_needs_two_different_phrases() -> None:
    assert errors("Rat") == ["Enter at least two different words or phrases, one in each line."]
    assert "“RÄT” stands here twice." in errors("rat", "RÄT")
    assert errors("Rat", "***", "Senat") == ["“***” has no letters or digits."]


def test_there_is_an_end_to_everything() -> None:
    assert len(errors(*(f"Wort {number}" for number in range(21)))) == 1
    assert len(errors("x" * 81, "Rat")) == 1


def test_a_phrase_belongs_to_one_group() -> None:
    group("Rat", "Parlament", locale="de")

    assert errors("Senat", "rat") == ["“rat” is already in the group “Rat = Parlament”. Add your phrases there."]
    group("Rat", "Council", locale="en")
    assert len(errors("Council", "Senate")) == 1


def test_a_group_that_is_switched_off_is_in_nobodys_way() -> None:
    group("Rat", "Parlament", active=False)

    group("Rat", "Senat")
