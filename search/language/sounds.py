"""How a name sounds, whichever script and transcription it is written in. Only for comparing, never for reading.

Nischni, Nizhny, Nižnij and Нижний are alike, because transcriptions differ in letters, not in sounds. Sounds that one
of them does not tell from another are one here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from cms.publishing.folding import fold

from .language import composed

_CYRILLIC: Final = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "S", "з": "s", "и": "i", "й": "i", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h",
    "ц": "c", "ч": "C", "ш": "S", "щ": "S", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "є": "e",
    "і": "i", "ї": "i", "ґ": "g", "ў": "u",
}  # fmt: skip
_MARKED: Final = str.maketrans({"ž": "zh", "š": "sh", "č": "ch", "ü": "iu"})
_VOWELS: Final = "aeiou"


@lru_cache(maxsize=20_000)
def sounds(word: str) -> frozenset[str]:
    """How the word may sound: Cyrillic in one way (in two with `ё`), Latin letters read as German and as English."""
    small = composed(word)
    if any(letter in _CYRILLIC for letter in small):
        ways = {fold(small), fold(small.replace("ё", "о"))}
        return frozenset(_even("".join(_CYRILLIC.get(letter, letter) for letter in way)) for way in ways)
    plain = fold(small.translate(_MARKED))
    return frozenset({_even(_read(plain, _GERMAN)), _even(_read(plain, _ENGLISH))})


def _reading(sounds_of: dict[str, str]) -> tuple[re.Pattern[str], dict[str, str]]:
    return re.compile("|".join(sorted(sounds_of, key=len, reverse=True))), sounds_of


def _read(word: str, reading: tuple[re.Pattern[str], dict[str, str]]) -> str:
    pattern, sounds_of = reading
    return pattern.sub(lambda match: sounds_of[match[0]], word)


_GERMAN: Final = _reading(
    {
        "schtsch": "S", "sch": "S", "tsch": "C", "ch": "h", "ck": "k", "ph": "f", "qu": "kv", "x": "ks", "tz": "c",
        "z": "c", "w": "v", "j": "i", "y": "i", "c": "k", "sh": "S",
    }
)  # fmt: skip
_ENGLISH: Final = _reading(
    {
        "shch": "S", "sh": "S", "zh": "S", "ch": "C", "kh": "h", "ck": "k", "ph": "f", "qu": "kv", "x": "ks",
        "ts": "c", "z": "s", "w": "v", "j": "i", "y": "i", "c": "k",
    }
)  # fmt: skip


def _even(sound: str) -> str:
    """Without what transcriptions write or leave out as they like."""
    sound = re.sub(r"(.)\1+", r"\1", sound.replace("'", "").replace("’", ""))
    sound = sound.replace("ie", "e").replace("io", "o")
    return re.sub(r"i+", "i", sound)


def without_ending(sound: str) -> str:
    """Without the vowels at its end, which cases change."""
    return sound.rstrip(_VOWELS)
