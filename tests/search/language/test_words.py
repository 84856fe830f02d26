"""What counts as one word, and which words are the same."""

import pytest

from search.language import language, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nischni-Nowgorod, 9. Mai", ["Nischni", "Nowgorod", "9", "Mai"]),
        ("the city’s friends", ["the", "city’s", "friends"]),
        ("Städte\u00adpartnerschaft", ["Städte\u00adpartnerschaft"]),
        ("Cafe\u0301 a_b", ["Cafe\u0301", "a", "b"]),
        ("\x00\ud800 … — «»", []),
    ],
)
def test_words_keep_their_places_in_the_text(text: str, words: list[str]) -> None:
    found = tokens(text)

    assert [token.text for token in found] == words
    assert [text[token.start : token.end] for token in found] == words


def test_what_is_too_long_for_an_index_is_several_words() -> None:
    assert [len(token.text) for token in tokens("x" * 250)] == [100, 100, 50]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("de", "Nürnberg Nuernberg Nurnberg NÜRNBERG"),
        ("de", "Straße Strasse"),
        ("de", "Städte\u00adpartnerschaft Städtepartnerschaft"),
        ("en", "organisation organization"),
        ("en", "city's city’s City"),
        ("ru", "ёлка елка ЁЛКА"),
    ],
)
def test_spellings_of_a_word_are_alike(code: str, words: str) -> None:
    assert len({language(code).normalise(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("de", "Stadt Städte Städten Staedte"),
        ("de", "Jubiläum Jubiläen Jubiläums"),
        ("de", "Bürgermeister Bürgermeisterin Bürgermeisterinnen"),
        ("de", "Feier Feiern gefeiert"),
        ("en", "city cities city's"),
        ("en", "twin twins twinning twinned"),
        ("en", "centre centers"),
        ("en", "university universities"),
        ("ru", "побратим побратимы побратимов побратимами побратима побратимах"),
        ("ru", "письмо писем письмами"),
        ("ru", "визит визиты визитов визите"),
        ("ru", "обмен обмена обмены обменов"),
        ("ru", "юбилей юбилея юбилеев юбилею"),
        ("ru", "Ростов Ростова Ростове Ростовом"),
        ("ru", "Бремен Бремена Бремене Бременом"),
        ("ru", "партнёр партнеры партнёров"),
        ("ru", "конференция конференций конференциями"),
    ],
)
def test_forms_of_a_word_have_one_stem(code: str, words: str) -> None:
    assert len({language(code).stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("code", "words"),
    [("en", "university universe"), ("de", "Rat Rad"), ("ru", "мир мэр"), ("de", "Brief Bericht")],
)
def test_different_words_have_different_stems(code: str, words: str) -> None:
    assert len({language(code).stem(word) for word in words.split()}) == len(words.split())


def test_a_russian_word_in_a_german_text_has_its_russian_stem() -> None:
    assert language("de").stem("побратимами") == language("ru").stem("побратим")


def test_a_language_that_nobody_described_has_a_plain_default() -> None:
    french, unheard = language("fr"), language("tlh")

    assert french.stem("partenariats") == french.stem("partenariat")
    assert unheard.terms("Qapla’") == ("qapla’".rstrip("’"),)
    assert (unheard.stop_words, unheard.parts("Partnerschaftsvertrag")) == (frozenset(), ())
