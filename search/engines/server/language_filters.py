"""What servers are told of languages: the same that the rest of search knows, in the servers' words."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final

from django.conf import settings

from ...language.known import Known, known

Json = dict[str, Any]

LIGHT: Final = frozenset(
    "english finnish french german hungarian italian norwegian portuguese russian spanish swedish".split()
)
"""Languages that servers have a stemmer of that leaves more of a word than Snowball's does."""
SAME_LETTERS: Final = (("ё", "е"), ("Ё", "Е"))
"""Letters that one may write either way. Marks of Latin letters are folded by a filter of the servers."""
SHORTEST_COMPOUND: Final = 7
SHORTEST_PART: Final = 4
"""Shorter words stand by chance inside of others."""
LONGEST_PART: Final = 24


def spelling_of(locale: str) -> dict[str, Json]:
    """Filters that make spellings of the same word alike, by name and in order."""
    return {
        f"spelled_{number}": {
            "type": "pattern_replace",
            "pattern": pattern.pattern,
            "replacement": re.sub(r"\\(\d)", r"$\1", replacement),
        }
        for number, (pattern, replacement) in enumerate(known(locale).replacements)
    }


def compounds_of(locale: str) -> dict[str, Json]:
    """The filter that adds the words that a compound is made of."""
    language = known(locale)
    words = {_normalised(word, language) for word in language.compounds.words if len(word) >= SHORTEST_PART}
    if not words:
        return {}
    return {
        "compounds": {
            "type": "dictionary_decompounder",
            "word_list": sorted(words),
            "min_word_size": SHORTEST_COMPOUND,
            "min_subword_size": SHORTEST_PART,
            "max_subword_size": LONGEST_PART,
            "only_longest_match": True,
        }
    }


def stemming_of(locale: str) -> dict[str, Json]:
    """Filters that reduce words to their stems, by name and in order.

    Words in letters that only one of the site's languages is written in are stemmed as that language's in every locale.
    """
    languages = {locale: known(locale)}
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        if (other := known(code)).letters:
            languages.setdefault(code, other)
    rules = [rule for language in languages.values() for rule in _overrides(language)]
    filters: dict[str, Json] = {}
    if rules:
        filters["overrides"] = {"type": "stemmer_override", "rules": rules}
    for language in languages.values():
        if language.snowball:
            name = f"light_{language.snowball}" if language.snowball in LIGHT else language.snowball
            filters[name] = {"type": "stemmer", "language": name}
    return filters


def stop_words(locale: str) -> frozenset[str]:
    """Words that say nothing by themselves, in small letters."""
    return known(locale).stop_words


def _overrides(language: Known) -> list[str]:
    rules = {
        _normalised(form, language): stem
        for stem, words in language.overrides.items()
        for form in words
    }
    return [f"{form} => {stem}" for form, stem in sorted(rules.items()) if " " not in form]


def _normalised(word: str, language: Known) -> str:
    """A word as the filters before the stemmer leave it."""
    for one, other in SAME_LETTERS:
        word = word.replace(one, other)
    word = "".join(map(_folded, word.lower()))
    for pattern, replacement in language.replacements:
        word = pattern.sub(replacement, word)
    return word


def _folded(letter: str) -> str:
    """As `asciifolding` has it: letters of other scripts keep their marks."""
    if letter == "ß":
        return "ss"
    first = unicodedata.normalize("NFD", letter)[0]
    return first if first.isascii() else letter
