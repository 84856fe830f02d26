"""In which ways what was typed may be a name, from the surest to the most doubtful.

A name is compared in one way at a time. Where what was typed is exactly a name of one place, it does not mean another
one whose name is merely like it: Munster is not Münster.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from cms.publishing.folding import fold

from ..language import content_languages, sounds
from ..language.language import composed
from ..language.sounds import without_ending

Keys = tuple[frozenset[str], ...]
"""What a word is compared by, in each of the ways, the surest first."""

WAYS: Final = 5
"""Letter by letter; in other letters for the same sound (ue, ss, е for ё); without accents; by the stem; by sound."""

REMEMBERED: Final = 20_000
SURE_SOUND: Final = 5
"""Letters of a sound that is enough between words of one script, where transcriptions seldom differ."""
SHORT_SOUND: Final = 3
SHORT_STEM: Final = 4
"""The same between scripts, for the whole name and for one without the vowels at its end."""

_POSSESSIVE: Final = re.compile(r"['’`´]s?$")


@lru_cache(maxsize=REMEMBERED)
def keys_of_name(word: str) -> Keys:
    """What a word of a name is found by: all its forms."""
    small = composed(word)
    forms = {small, *(form for language in content_languages() for form in language.name_forms(small))}
    return _keys(forms, set(map(fold, forms)), _stems(small), _sounds_of_name(small))


@lru_cache(maxsize=REMEMBERED)
def keys_of_typed(word: str) -> Keys:
    """What a typed word is looked up by."""
    small = _POSSESSIVE.sub("", composed(word)) or word
    # Readers leave out an umlaut that their keyboard lacks; nobody adds one.
    bare = {fold(small)} if _transcribed(small) == small else set()
    return _keys({small}, bare, _stems(small), _sounds_of_typed(small))


def _keys(forms: set[str], bare: set[str], stems: set[str], heard: set[str]) -> Keys:
    return (
        frozenset(forms),
        frozenset(map(_transcribed, forms)),
        frozenset(bare),
        frozenset(stems),
        frozenset(heard),
    )


def _transcribed(word: str) -> str:
    for language in content_languages():
        for letter, letters in language.transcriptions.items():
            word = word.replace(letter, letters)
    return word


def _stems(word: str) -> set[str]:
    """By the languages in which names have more cases than an added letter can tell."""
    return {
        f"{language.code} {language.stem(word)}"
        for language in content_languages()
        if language.has_cases and (language.claims(word) or not language.has_letters)
    }


def _is_foreign(word: str) -> bool:
    """Whether it is written in a language's own letters."""
    return any(language.claims(word) for language in content_languages())


def _sounds_of_name(word: str) -> set[str]:
    if _is_foreign(word):
        return {f"own {sound}" for sound in sounds(word)}
    whole = sounds(word)
    return {f"latin {sound}" for sound in whole} | {f"stem {without_ending(sound)}" for sound in whole}


def _sounds_of_typed(word: str) -> set[str]:
    if not _is_foreign(word):
        whole = sounds(word)
        sure = {f"latin {sound}" for sound in whole if len(sound) >= SURE_SOUND}
        return sure | {f"own {sound}" for sound in whole if len(sound) >= SHORT_SOUND}
    uncut = {f"latin {sound}" for sound in sounds(word) if len(sound) >= SHORT_SOUND}
    stems = (language.stem(word) for language in content_languages() if language.claims(word))
    cut = {without_ending(sound) for stem in stems for sound in sounds(stem)}
    return uncut | {f"stem {sound}" for sound in cut if len(sound) >= SHORT_STEM}
