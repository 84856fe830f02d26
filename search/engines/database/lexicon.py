"""Texts as the words that they are found by, each looked at once, however often it comes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

import Stemmer

from cms.publishing.folding import fold
from search.language import Language, language, tokens

REMEMBERED: Final = 100_000
"""Words of a language whose analysis is kept."""
LONGEST_FIELD: Final = 20_000
"""Words of a field that are read; no database tells places beyond that."""
AS_TYPED: Final = "q0"
SPELLED: Final = range(4, 31)
"""Letters of words that may be proposed for misspelt ones."""


@dataclass(frozen=True, slots=True)
class Form:
    """A word after analysis."""

    plain: str
    """Normalised: without capitals and marks, transcriptions alike."""
    stem: str
    given: str
    """For a database that stems by itself: normalised where its stemmer is right, and otherwise our stem."""
    part_stems: tuple[str, ...]
    """Of the words that a compound is made of."""
    given_parts: tuple[str, ...]
    spelled: str
    """In small letters as it is written, where it may be proposed; otherwise empty."""


class Lexicon:
    """The words of one locale."""

    def __init__(self, locale: str) -> None:
        self.language: Language = language(locale)
        self._forms: dict[str, Form] = {}

    def forms(self, text: str) -> list[Form]:
        """The words of a text in their order."""
        known = self._forms
        found = []
        for token in tokens(text)[:LONGEST_FIELD]:
            form = known.get(token.text)
            if form is None:
                form = self._remember(token.text)
            if form.plain:
                found.append(form)
        return found

    def plain(self, text: str) -> str:
        """The text as normalised words: the same for everything that readers mean the same by."""
        return " ".join(form.plain for form in self.forms(text))

    def _remember(self, word: str) -> Form:
        if len(self._forms) >= REMEMBERED:
            self._forms.clear()
        form = self._forms[word] = self._analysed(word)
        return form

    def _analysed(self, word: str) -> Form:
        stem = _letters(self.language.stem(word))
        plain = _letters(self.language.normalise(word))
        parts = tuple(filter(None, map(_letters, self.language.parts(word))))
        part_stems = tuple(_letters(self.language.stem(part)) for part in parts)
        spelled = word.lower()
        return Form(
            plain=plain,
            stem=stem or plain,
            given=self._given(plain, stem),
            part_stems=part_stems,
            given_parts=tuple(map(self._given, parts, part_stems)),
            spelled=spelled if len(spelled) in SPELLED and spelled.isalpha() else "",
        )

    def _given(self, plain: str, stem: str) -> str:
        name = self.language.snowball
        return plain if name and fold(Stemmer.Stemmer(name, 0).stemWord(plain)) == stem else stem


def _letters(word: str) -> str:
    """Nothing but letters and digits, so that no database reads anything else into it."""
    return word if word.isalnum() else "".join(letter for letter in word if letter.isalnum())


@cache
def lexicon(locale: str) -> Lexicon:
    """The words of a locale, kept for the life of the process."""
    return Lexicon(locale)


def as_typed(forms: Iterable[Form]) -> str:
    """Words that stand for others in the very form that they have, so that this form counts for more."""
    return " ".join(f"{AS_TYPED}{form.plain}" for form in forms)


def given_field(forms: Iterable[Form]) -> str:
    """A field for a database that stems by itself: all words, then the parts of compounds."""
    forms = list(forms)
    words = [form.given for form in forms]
    for form in forms:
        words += form.given_parts
    return " ".join(words)


def stemmed_field(forms: Iterable[Form]) -> str:
    """A field for a database that does not stem: the same as stems."""
    forms = list(forms)
    words = [form.stem for form in forms]
    for form in forms:
        words += form.part_stems
    return " ".join(words)
