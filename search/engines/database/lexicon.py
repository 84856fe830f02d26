"""Texts as the words that they are found by, each looked at once, however often it comes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from search.language import Language, language, words

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
    part_stems: tuple[str, ...]
    """Of the words that a compound is made of."""
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
        for word in words(text)[:LONGEST_FIELD]:
            form = known.get(word)
            if form is None:
                form = self._remember(word)
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
        plain = _letters(self.language.normalise(word))
        stem, *parts = map(_letters, self.language.terms(word))
        spelled = word.lower()
        return Form(
            plain=plain,
            stem=stem or plain,
            part_stems=tuple(filter(None, parts)),
            spelled=spelled if len(spelled) in SPELLED and spelled.isalpha() else "",
        )


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


def field(forms: Iterable[Form]) -> str:
    """All words of a field as stems, then those of the parts of compounds."""
    forms = list(forms)
    words = [form.stem for form in forms]
    for form in forms:
        words += form.part_stems
    return " ".join(words)
