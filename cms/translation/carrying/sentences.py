"""Dividing a string into sentences, and knowing where one cannot be sure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .abbreviations import ABBREVIATIONS, BEFORE_NAMES, MONTHS

_STOP = re.compile(
    r"""(?P<stop>[.!?\u2026]+)(?P<close>(?:["'\u00bb\u203a\u201c\u201d\u2019)\]]|</\w+>)*)(?P<gap>\s+)|(?P<break>\s*<br\s*/?>\s*)"""
)
_OPENING = re.compile(r"""(?:<\w[^>]*>|["'\u00ab\u2039\u201e\u201c\u2018\u201a(\[\u2013\u2014-]|\s)*""")
_LAST_WORD = re.compile(r"(?:[^\W_]|-)+$")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_ENDED = re.compile(r"""[.!?\u2026:](?:["'\u00bb\u203a\u201c\u201d\u2019)\]]|</\w+>)*$""")
_ROMAN = re.compile(r"[IVXLC]+$")
DAYS = 2
"""Digits of a number that may be a day, and with its full stop an ordinal."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """A string in its sentences. Texts and gaps in turn make the string again."""

    texts: tuple[str, ...]
    gaps: tuple[str, ...]
    """What stands between them: spaces or a line break. One less than there are texts."""
    certain: bool
    """False where there may be more sentences than these: a full stop could be an abbreviation's."""

    def section(self, first: int, last: int) -> str:
        """The sentences from `first` up to, without, `last`, as they stand."""
        parts = []
        for index in range(first, last):
            parts.append(self.texts[index])
            if index + 1 < last:
                parts.append(self.gaps[index])
        return "".join(parts)


@lru_cache(maxsize=4096)
def sentences_of(string: str) -> Sentences:
    """Divides inline HTML where a sentence or a line ends."""
    texts, gaps = [], []
    certain = True
    start = 0
    for match in _STOP.finditer(string):
        if match["break"] is None:
            ends, sure = _ends(string, match)
            certain = certain and sure
            if not ends:
                continue
            end, gap = match.start("gap"), match["gap"]
        else:
            end, gap = match.start(), match["break"]
        if end > start and match.end() < len(string):
            texts.append(string[start:end])
            gaps.append(gap)
            start = match.end()
    return Sentences((*texts, string[start:]), tuple(gaps), certain)


def is_ended(string: str) -> bool:
    """Whether the string ends like a sentence, so that another may follow it."""
    return _ENDED.search(string.rstrip()) is not None


def _ends(string: str, match: re.Match[str]) -> tuple[bool, bool]:
    """Whether a sentence ends at the full stop (or other mark), and whether that is certain."""
    opening = _OPENING.match(string, match.end())
    following = opening.end() if opening else match.end()
    if following >= len(string):
        return False, True
    character = string[following]
    if not character.isupper() and not character.isdigit():
        return False, True
    if match["stop"] != ".":
        plain = "." not in match["stop"] and "\u2026" not in match["stop"]
        return plain, plain
    found = _LAST_WORD.search(string, 0, match.start("stop"))
    word = found[0] if found else ""
    if word.isdigit() or _ROMAN.match(word):
        return _ends_after_number(string, word, following)
    lowered = word.lower()
    if lowered in BEFORE_NAMES or (len(word) == 1 and word.isupper()):
        return False, True
    if lowered in ABBREVIATIONS or len(word) == 1:
        return False, character.isdigit()
    return True, True


def _ends_after_number(string: str, word: str, following: int) -> tuple[bool, bool]:
    if len(word) > DAYS and word.isdigit():
        return True, True
    found = _NEXT_WORD.match(string, following)
    return False, bool(found and found[0].lower() in MONTHS)
