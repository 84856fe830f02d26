"""What servers are told of languages: the same that the rest of search knows, in the servers' words."""

from __future__ import annotations

import re
from typing import Any, Final

from cms.publishing.locales import content_locales

from ...language.known import known
from ...language.language import language

Json = dict[str, Any]

LIGHT: Final = frozenset(
    (
        *("english", "finnish", "french", "german", "hungarian", "italian"),
        *("norwegian", "portuguese", "russian", "spanish", "swedish"),
    )
)
"""Languages that servers have a stemmer of that leaves more of a word than Snowball's does."""
SAME_LETTERS: Final = (("ё", "е"), ("Ё", "Е"))
"""Letters that one may write either way. Marks of Latin letters are folded by a filter of the servers."""
SHORTEST_COMPOUND: Final = 8
SHORTEST_PART: Final = 4
"""Shorter words stand by chance inside of others."""
LONGEST_PART: Final = 24


def spelling_of(locale: str) -> dict[str, Json]:
    """Filters that make spellings of the same word alike, by name and in order."""
    return {
        f"spelled_{number}": _replacing(pattern.pattern, re.sub(r"\\(\d)", r"$\1", replacement))
        for number, (pattern, replacement) in enumerate(known(locale).replacements)
    }


def compounds_of(locale: str) -> dict[str, Json]:
    """The filter that adds the words that a compound is made of."""
    words = sorted(word for word in language(locale).compound_words if len(word) >= SHORTEST_PART)
    if not words:
        return {}
    return {
        "compounds": {
            "type": "dictionary_decompounder",
            "word_list": words,
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
    codes = [locale, *(code for code in content_locales() if code != locale and known(code).letters)]
    filters: dict[str, Json] = {}
    if overrides := {form: stem for code in reversed(codes) for form, stem in language(code).overrides.items()}:
        rules = [f"{form} => {stem}" for form, stem in sorted(overrides.items())]
        filters["overrides"] = {"type": "stemmer_override", "rules": rules}
    stems = [(pattern.pattern, known(code).letters) for code in codes for pattern in known(code).stems]
    for number, (pattern, letters) in enumerate(stems):
        # The sign at its end keeps the stemmer from taking the stem for a word.
        filters[f"stem_{number}"] = _replacing(_in_letters(pattern, letters), "$1_")
    for code in codes:
        if snowball := known(code).snowball:
            name = f"light_{snowball}" if snowball in LIGHT else snowball
            filters[name] = {"type": "stemmer", "language": name}
    return filters


def _in_letters(pattern: str, letters: re.Pattern[str] | None) -> str:
    """The pattern for words in the language's own letters, where it has some.

    Servers try it on every word of every text, and `\\w` with the letters of all scripts was 40 % of indexing.
    """
    if letters is None or not re.fullmatch(r"\[[^\[\]]+\]", letters.pattern):
        return pattern
    return pattern.replace(r"\w", letters.pattern)


def _replacing(pattern: str, replacement: str) -> Json:
    # Here letters of all scripts are letters, as in Python.
    return {"type": "pattern_replace", "pattern": f"(?U){pattern}", "replacement": replacement}
