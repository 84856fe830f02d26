"""Comparing texts: what is certain, what is proposed, and that nothing is lost. No database."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.translation.carrying.matching import match
from cms.translation.carrying.planning import Former, Plan, Suggested, plan
from cms.translation.carrying.sentences import sentences_of
from cms.translation.carrying.typography import canonical
from cms.translation.carrying.units import Unit

NOW = datetime(2026, 5, 1, tzinfo=UTC)
ID = "a0000000-0000-4000-8000-0000000000{:02d}"


def text(*paragraphs: str, first: int = 0, field: str = "body") -> list[Unit]:
    """Each paragraph in a block of its own, with ids that count from `first`."""
    return [Unit(f"{field}.{ID.format(first + number)}", paragraph) for number, paragraph in enumerate(paragraphs)]


def formers(units: list[Unit], *translations: str) -> dict[Unit, Former]:
    """All, or the first, units translated; "" stands for none."""
    return {unit: Former(words, NOW) for unit, words in zip(units, translations, strict=False) if words}


def result(
    old: list[Unit],
    new: list[Unit],
    translations: dict[Unit, Former],
    proposals: dict[Unit, Suggested] | None = None,
) -> Plan:
    return plan(match(old, new, translations), translations, proposals or {})


def carried(made: Plan) -> dict[str, str]:
    return {unit.text: carry.text for unit, carry in made.carried.items()}


def suggested(made: Plan) -> dict[str, tuple[str, int]]:
    return {unit.text: (suggestion.text, suggestion.score) for unit, suggestion in made.suggested.items()}


def test_blocks_in_another_order_and_with_new_ids_keep_their_translations() -> None:
    old = text("Erster Absatz.", "Zweiter Absatz.", "Dritter Absatz.")
    new = text("Dritter Absatz.", "Erster Absatz.", "Zweiter Absatz.", first=10)
    made = result(old, new, formers(old, "First.", "Second.", "Third."))
    assert carried(made) == {
        "Erster Absatz.": "First.",
        "Zweiter Absatz.": "Second.",
        "Dritter Absatz.": "Third.",
    }
    assert not made.suggested


def test_a_text_that_occurs_several_times_keeps_the_order_of_its_translations() -> None:
    old = text("Ja.", "Nein.", "Ja.")
    new = text("Ja.", "Nein.", "Ja.", first=10)
    made = result(old, new, formers(old, "Yes.", "No.", "Sure."))
    assert [made.carried[unit].text for unit in new] == ["Yes.", "No.", "Sure."]


def test_a_text_that_occurs_several_times_prefers_its_own_kind_of_field() -> None:
    heading, caption = Unit("body." + ID.format(1) + ".heading", "Berlin"), Unit("lead", "Berlin")
    new = [Unit("body." + ID.format(2) + ".heading", "Berlin")]
    made = result([caption, heading], new, {caption: Former("Берлине", NOW), heading: Former("Берлин", NOW)})
    assert carried(made) == {"Berlin": "Берлин"}


def test_a_copied_block_takes_the_translation_that_there_is() -> None:
    old = text("Ja.")
    new = [*old, *text("Ja.", first=10)]
    assert carried(result(old, new, formers(old, "Yes."))) == {"Ja.": "Yes."}


def test_of_different_translations_of_a_text_nobody_chooses_but_the_translator() -> None:
    old = text("Bank", "Bank")
    new = [*old, *text("Bank", first=10)]
    made = result(old, new, {old[0]: Former("bank", NOW), old[1]: Former("bench", NOW + timedelta(days=1))})
    assert not made.carried
    assert suggested(made) == {"Bank": ("bench", 99)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('Er sagte "Ja" – und ging.', "Er sagte „Ja“ — und ging."),
        ("Am 1. März 1991", "Am 1.\u00a0März 1991"),
        ("Städte\u00adpartnerschaft", "Städtepartnerschaft"),
        ("1961 - 1991", "1961–1991"),
        ('Ein <a id="a1">Link</a>  hier', 'Ein <a id="a1">Link</a> hier'),
        ("Ja ...", "Ja …"),
    ],
)
def test_typography_alone_asks_no_translator(before: str, after: str) -> None:
    old, new = text(before), text(after)
    assert carried(result(old, new, formers(old, "It."))) == {after: "It."}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Er kam am Montag.", "Er kam am Montag!"),
        ("Der Ort ist schön.", "Der <b>Ort</b> ist schön."),
        ('Der <a id="a1">Ort</a> ist schön.', "Der Ort ist schön."),
        ("Wir feiern 40 Jahre.", "Wir feiern 41 Jahre."),
    ],
)
def test_a_change_of_words_numbers_or_tags_is_proposed_only(before: str, after: str) -> None:
    old, new = text(before), text(after)
    made = result(old, new, formers(old, "It."))
    assert not made.carried
    assert 70 < suggested(made)[after][1] < 100


def test_a_typo_gives_one_proposal_and_nothing_else() -> None:
    old = text("Vierzig Jahre Freundschaft", "Der Bürgermeister sprach.", "Alle waren da.")
    new = text("Vierzig Jahre Freundschaft", "Der Bürgermeister sprachh.", "Alle waren da.")
    made = result(old, new, formers(old, "Forty years", "The mayor spoke.", "All came."))
    assert not made.carried
    assert list(suggested(made)) == ["Der Bürgermeister sprachh."]


def test_numbers_alone_are_never_proposed() -> None:
    assert not result(text("1991"), text("1992"), formers(text("1991"), "1991")).suggested


def test_joined_paragraphs_join_their_translations() -> None:
    old = text("Wir kamen. Es war spät.", 'Der <a id="a1">Zug</a> fuhr.', "Ende.")
    new = text('Wir kamen. Es war spät. Der <a id="a1">Zug</a> fuhr.', "Ende.")
    translations = formers(old, "Late we came.", 'The <a id="a1">train</a> left.', "End.")
    made = result(old, new, translations)
    assert carried(made)[new[0].text] == 'Late we came. The <a id="a1">train</a> left.'
    assert made.carried[new[0]].origins == (old[0], old[1])


def test_joined_paragraphs_number_their_links_anew() -> None:
    old = text('Ein <a id="a1">Zug</a>.', '<a id="a1">Zwei</a> und <a id="a2">drei</a>.')
    new = text('Ein <a id="a1">Zug</a>.<br/><a id="a2">Zwei</a> und <a id="a3">drei</a>.')
    made = result(old, new, formers(old, 'A <a id="a1">train</a>.', '<a id="a2">Three</a>, <a id="a1">two</a>.'))
    assert carried(made) == {
        new[0].text: 'A <a id="a1">train</a>.<br/><a id="a3">Three</a>, <a id="a2">two</a>.',
    }


def test_half_translated_paragraphs_are_not_joined() -> None:
    old = text("Wir kamen sehr spät an.", "Der Zug fuhr dann ab.")
    made = result(old, text("Wir kamen sehr spät an. Der Zug fuhr dann ab."), formers(old, "We came late."))
    assert not made.carried
    assert [words for words, _score in suggested(made).values()] == ["We came late."]


def test_a_split_paragraph_splits_its_translation() -> None:
    old = text('Am 1. März kam Dr. Meier. Der <a id="a1">Zug</a> fuhr ab. Alle winkten.')
    new = text("Am 1. März kam Dr. Meier.", 'Der <a id="a1">Zug</a> fuhr ab. Alle winkten.')
    made = result(old, new, formers(old, 'On March 1 Dr. Meier came. The <a id="a1">train</a> left. All waved.'))
    assert carried(made) == {
        new[0].text: "On March 1 Dr. Meier came.",
        new[1].text: 'The <a id="a1">train</a> left. All waved.',
    }


@pytest.mark.parametrize(
    "translation",
    [
        "We came and the train left.",  # one sentence for two
        "We came at 5 p.m. Berlin time. The train left.",  # perhaps two, perhaps three
        "We. The train came in and then, after a long and tedious wait of three hours, it left the station again.",
        "We <b>came. The</b> train left.",  # cut through a tag
    ],
)
def test_a_translation_that_may_be_divided_otherwise_is_not_split(translation: str) -> None:
    old = text("Wir kamen damals alle zusammen an. Der Zug fuhr ab.")
    new = text("Wir kamen damals alle zusammen an.", "Der Zug fuhr ab.")
    made = result(old, new, formers(old, translation))
    assert not made.carried
    assert made.suggested


def test_a_sentence_that_moves_to_the_next_paragraph_takes_its_translation_along() -> None:
    old = text("Wir kamen. Es war spät.", "Der Zug fuhr.")
    new = text("Wir kamen.", "Es war spät. Der Zug fuhr.")
    made = result(old, new, formers(old, "We came. It was late.", "The train left."))
    assert carried(made) == {new[0].text: "We came.", new[1].text: "It was late. The train left."}


def test_what_comes_back_in_another_place_is_recognised() -> None:
    former = text("Erster Absatz.")
    new = text("Erster Absatz.", first=10)
    assert carried(result([], new, formers(former, "First."))) == {"Erster Absatz.": "First."}


def test_a_proposal_that_nobody_used_is_measured_again() -> None:
    old = text("Der Bürgermeister sprach kurz.")
    new = text("Der Bürgermeister sprach sehr kurz.")
    proposal = Suggested("Der Bürgermeister sprach.", "The mayor spoke.", 90)
    made = result(old, new, {}, {old[0]: proposal})
    assert made.suggested[new[0]].former_source == "Der Bürgermeister sprach."
    assert 70 < made.suggested[new[0]].score < 90


def test_a_proposal_moves_with_its_block() -> None:
    old, new = text("Ein Absatz."), text("Ein Absatz.", first=10)
    proposal = Suggested("Der Absatz.", "The paragraph.", 80)
    assert result(old, new, {}, {old[0]: proposal}).suggested == {new[0]: proposal}


@pytest.mark.parametrize(
    ("string", "count"),
    [
        ("Am 1. März kam er. Dann ging er.", 2),
        ("Dr. A. B. Meier sprach. „Gut!“ Alle lachten.", 3),
        ("Das kostet ca. 5 Euro, z. B. hier.", 1),
        ("В 1991 г. города подписали договор. Это важно.", 2),
        ("Председатель И. И. Иванов приехал. Все рады.", 2),
        ("It was 1991. Then it ended.", 2),
        ("Zeile<br/>Zeile", 2),
        ("<b>Fett.</b> Weiter.", 2),
        ("Nur eine Überschrift", 1),
    ],
)
def test_sentences_are_told_from_abbreviations_dates_and_initials(string: str, count: int) -> None:
    assert len(sentences_of(string).texts) == count


@pytest.mark.parametrize(
    "string", ["Im 20. Jahrhundert war das.", "Kaffee usw. Danach Tee.", "Im XX. Jahrhundert.", "So … Anna kam."]
)
def test_a_full_stop_of_which_one_cannot_be_sure_is_known_as_such(string: str) -> None:
    assert not sentences_of(string).certain


WORDS = st.sampled_from(
    ["Ja.", "Nein.", "Der Zug fuhr ab. Alle winkten.", "Wir kamen.", "Haus", "Ein <b>Wort</b>.", "12"]
)
TEXTS = st.lists(WORDS, max_size=12)


@given(TEXTS)
def test_an_identical_text_needs_nothing(paragraphs: list[str]) -> None:
    units = text(*paragraphs)
    matching = match(units, units, units)
    assert not matching.added
    assert not matching.gone


@given(TEXTS, st.randoms())
def test_a_permutation_is_certain_throughout(paragraphs: list[str], random: object) -> None:
    old = text(*paragraphs)
    shuffled = list(paragraphs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands out random.Random
    new = text(*shuffled, first=50)
    made = result(old, new, {unit: Former(f"{unit.text}|{number}", NOW) for number, unit in enumerate(old)})
    assert set(made.carried) == set(new)
    origins = [carry.origins[0] for carry in made.carried.values()]
    assert len(set(origins)) == len(origins), "each translation goes to one place"
    assert all(carry.text.startswith(unit.text) for unit, carry in made.carried.items())


@given(TEXTS, TEXTS)
@settings(max_examples=200)
def test_whatever_changes_a_translation_goes_only_where_its_words_are(before: list[str], after: list[str]) -> None:
    old, new = text(*before), text(*after, first=50)
    made = result(old, new, {unit: Former(unit.text, NOW) for unit in old})
    for unit, carry in made.carried.items():
        assert canonical(carry.text) == canonical(unit.text)
    assert not set(made.carried) & set(made.suggested)
    for unit in new:
        if unit.text in before:
            assert unit in made.carried, "what is still there keeps its translation"


@given(st.text(max_size=80))
def test_dividing_into_sentences_loses_no_character(string: str) -> None:
    divided = sentences_of(string)
    assert divided.section(0, len(divided.texts)) == string


def test_each_of_a_thousand_changed_strings_gets_its_own_proposal() -> None:
    words = ["Stadt", "Fluss", "Vertrag", "Freundschaft", "Schule", "Reise", "Brief", "Gast", "Fest", "Rat"]

    def sentence(number: int, word: str) -> str:
        return " ".join(words[(number * step + step) % 10] + str(number % (step + 7)) for step in range(1, 25)) + word

    old = [Unit(f"body.{number}", sentence(number, ".")) for number in range(1000)]
    new = [Unit(f"body.{number}", sentence(number, "!")) for number in range(1000)]
    made = result(old, new, {unit: Former("x", NOW) for unit in old})
    assert len({suggestion.former_source for suggestion in made.suggested.values()}) == 1000
