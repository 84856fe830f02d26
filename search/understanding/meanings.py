"""What words may stand for, and finding it in a query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..language import content_languages, tokens
from .likeness import Keys
from .understood import Alternative

PHRASES: Final = 100_000
"""Phrases whose words are kept: more than a library has names. All are compared again whenever a place changes."""


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """A place, a region, or whatever several phrases stand for."""

    ways: tuple[Alternative, ...]
    """To say it, the best known first."""
    place: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """The most words of a query from some word on that mean something, and all that they may mean."""

    length: int
    way: int
    """How sure it is: the lower the surer (see `likeness`)."""
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[Keys, ...]
    doubt: int
    meaning: Meaning


class Lexicon:
    """Finds meanings by phrases. Read by all threads, never changed."""

    def __init__(self, keys_of_typed: Callable[[str], Keys]) -> None:
        self._keys_of_typed = keys_of_typed
        self._entries: dict[tuple[int, str], list[_Entry]] = defaultdict(list)

    def add(self, phrase: str, meaning: Meaning, keys_of: Callable[[str], Keys], *, doubt: int = 0) -> None:
        """Lets the phrase stand for the meaning, `doubt` degrees less surely than it would be by likeness alone."""
        words = _words_of(phrase)
        if not words:
            return
        entry = _Entry(tuple(map(keys_of, words)), doubt, meaning)
        for way, keys in enumerate(entry.words[0]):
            for key in keys:
                self._entries[way, key].append(entry)

    def match(self, words: Sequence[str], at: int) -> Match | None:
        """What the words from `at` on mean: as many of them as possible, as surely as possible."""
        best: tuple[int, int] | None = None
        found: dict[Meaning, None] = {}
        for way, keys in enumerate(self._keys_of_typed(words[at])):
            for key in keys:
                for entry in self._entries.get((way, key), ()):
                    length = self._length(entry, words, at, way)
                    rank = (-length, way + entry.doubt)
                    if not length or (best is not None and rank > best):
                        continue
                    if rank != best:
                        best, found = rank, {}
                    found[entry.meaning] = None
        return Match(-best[0], best[1], tuple(found)) if best else None

    def _length(self, entry: _Entry, words: Sequence[str], at: int, way: int) -> int:
        """How many of the words from `at` on are the entry's, with stop words between them; 0 if they are not."""
        here = at
        for name in entry.words[1:]:
            here += 1
            while here < len(words) and name[way].isdisjoint(self._keys_of_typed(words[here])[way]):
                if not is_stop_word(words[here]):
                    return 0
                here += 1
            if here == len(words):
                return 0
        return here - at + 1


def is_stop_word(word: str) -> bool:
    """Whether it says nothing by itself in any of the content languages."""
    return any(language.is_stop_word(word) for language in content_languages())


@lru_cache(maxsize=PHRASES)
def _words_of(phrase: str) -> tuple[str, ...]:
    """Frankfurt an der Oder as Frankfurt Oder; what begins or ends a name belongs to it."""
    words = [token.text for token in tokens(phrase)]
    last = len(words) - 1
    return tuple(word for at, word in enumerate(words) if at in (0, last) or not is_stop_word(word))


def different(ways: Iterable[Alternative], *, said: str = "") -> tuple[Alternative, ...]:
    """Those that are not the same words in all languages, nor the same as what was said."""
    found: dict[str, Alternative] = {}
    known = _compared(said)
    for way in ways:
        key = _compared(way.text)
        if key and key != known:
            found.setdefault(key, way)
    return tuple(found.values())


@lru_cache(maxsize=PHRASES)
def _compared(text: str) -> str:
    languages = content_languages()
    return " ".join(min(language.normalise(token.text) for language in languages) for token in tokens(text))
