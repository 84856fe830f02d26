"""How the words of one language are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from threading import local
from typing import Any, Final

import Stemmer

from cms.publishing.folding import fold
from cms.publishing.locales import content_locales

from .compounds import Splitter
from .known import Known, known

REMEMBERED: Final = 100_000
"""Words of all languages whose terms are kept: a newsroom's vocabulary."""

_POSSESSIVE = re.compile(r"['’`´]s?$")
_WITHIN = str.maketrans("", "", "'’`´\u00ad")


class Language:
    """What search does with the words of one language. Ask `language(code)` for it; it is shared by all threads.

    Words are given as they stand in a text. A word in the letters of another content language (a Russian name in a
    German text) is treated as that language treats it.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self._known: Known = known(code)
        self.snowball = self._known.snowball
        """The name of its Snowball stemmer, "" where it has none."""
        self.stop_words = frozenset(map(self._plain, self._known.stop_words))
        """Normalised words that say nothing by themselves."""
        self.overrides = {
            self._plain(word): stem for stem, words in self._known.overrides.items() for word in words
        } | {
            self._plain(form): self._plain(name)
            for name in self._known.names
            for form in self.name_forms(name.casefold())
        }
        """Stems by normalised word, where the stemmer is wrong."""
        self._splitter = Splitter(self._known.compounds, self._plain)

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    @property
    def compound_words(self) -> frozenset[str]:
        """The normalised words that compounds are made of."""
        return self._splitter.words

    @property
    def has_cases(self) -> bool:
        """Whether names have other forms than their genitive's, so that stems find them. Unknown languages may."""
        return bool(self._known.letters) or not self._known.name_forms

    @property
    def has_letters(self) -> bool:
        """Whether it has letters of its own among the content languages."""
        return self._known.letters is not None

    def claims(self, word: str) -> bool:
        """Whether the word is written in letters of this language alone."""
        return self._known.letters is not None and self._known.letters.match(word) is not None

    def normalise(self, word: str) -> str:
        """The word without case, accents and variants of spelling; one that is in a phrase stays a word."""
        return _terms(self.code, word)[0]

    def stem(self, word: str) -> str:
        """What all forms of the word have in common. Not meant for readers' eyes."""
        return _terms(self.code, word)[1]

    def parts(self, word: str) -> tuple[str, ...]:
        """The words that a compound is made of, normalised; empty where it is none."""
        return _terms(self.code, word)[2]

    def terms(self, word: str) -> tuple[str, ...]:
        """What a word of a text is found by: its stem, then those of a compound's parts."""
        return _terms(self.code, word)[3]

    def is_stop_word(self, word: str) -> bool:
        """Whether the word says nothing by itself (article, preposition)."""
        return self.normalise(word) in self.stop_words

    def name_forms(self, name: str) -> frozenset[str]:
        """A name of one word, in small letters, in all the forms that it may take in a sentence. More than exist."""
        forms = {name}
        for pattern, ends in self._known.name_forms:
            if match := pattern.search(name):
                forms.update(name[: match.start()] + end for end in ends)
        return frozenset(forms)

    @property
    def transcriptions(self) -> dict[str, str]:
        """Letters, and how they are written where a keyboard lacks them."""
        return self._known.transcriptions

    def analysed(self, word: str) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
        """Worked out anew: normalised, stem, parts, and the stem with the parts' stems after it."""
        plain = self._plain(word)
        stem = self._stem(plain)
        parts = self._splitter.parts(plain)
        return plain, stem, parts, tuple(dict.fromkeys((stem, *map(self._stem, parts))))

    def _plain(self, word: str) -> str:
        plain = fold(_POSSESSIVE.sub("", word) or word).translate(_WITHIN)
        for pattern, text in self._known.replacements:
            plain = pattern.sub(text, plain)
        return plain or word

    def _stem(self, plain: str) -> str:
        override = self.overrides.get(plain)
        if override is not None:
            return override
        for pattern in self._known.stems:
            if match := pattern.match(plain):
                return match[1]
        return _snowball(self.snowball, plain) if self.snowball else plain


class _Stemmers(local):
    """Snowball's stemmers, which no two threads may use at once."""

    def __init__(self) -> None:
        self.by_name: dict[str, Any] = {}


_stemmers = _Stemmers()


def _snowball(name: str, word: str) -> str:
    stemmer = _stemmers.by_name.get(name)
    if stemmer is None:
        stemmer = _stemmers.by_name[name] = Stemmer.Stemmer(name, 0)  # we remember words ourselves
    stem: str = stemmer.stemWord(word)
    return fold(stem)


@lru_cache(maxsize=64)
def language(code: str) -> Language:
    """The language of a locale."""
    return Language(code)


def content_languages() -> tuple[Language, ...]:
    """Those that works are published in."""
    return tuple(map(language, content_locales()))


@lru_cache(maxsize=REMEMBERED)
def _terms(code: str, word: str) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    own = language(code)
    if not own.claims(word):
        for other in content_languages():
            if other.claims(word):
                return other.analysed(word)
    return own.analysed(word)


def searched_languages(locales: Iterable[str]) -> tuple[Language, ...]:
    """The languages of these locales, each once."""
    return tuple(dict.fromkeys(map(language, locales)))


def composed(word: str) -> str:
    """The word in small letters, each in one piece."""
    return unicodedata.normalize("NFC", word.casefold())
