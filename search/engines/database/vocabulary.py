"""What a misspelt word may have been meant to be, out of the words that editions have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from django.db import connection

from .lexicon import SPELLED, lexicon

CANDIDATES: Final = 60
"""Words that are looked at for each misspelt one."""
NEAREST: Final = 5
"""Words that a misspelt one may stand for at the same time."""
SHORTEST: Final = 6
"""Letters of a word that may be misspelt; of shorter ones, each letter makes another word."""
SHORT: Final = 7
"""Letters up to which a word has so few trigrams that one typo may leave none of them."""
TWO_TYPOS: Final = 8
"""Letters of a word that may have two of them wrong."""


def nearest(words: Iterable[str], locales: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each word that no edition has those that it may be meant to be, nearest first, frequent ones before others.

    Words that editions have are missing, and so are those that are like no other. One query.
    """
    asked = {word: _written(word) for word in words}
    asked = {word: written for word, written in asked.items() if written}
    if not asked:
        return {}
    candidates: dict[str, dict[str, int]] = {written: {} for written in asked.values()}
    for written, word, count in _candidates(sorted(candidates), locales):
        candidates[written][word] = max(count, candidates[written].get(word, 0))
    found = {word: _near(written, candidates[written], locales[0]) for word, written in asked.items()}
    return {word: near for word, near in found.items() if near}


def _written(word: str) -> str:
    written = word.lower()
    return written if len(written) >= SHORTEST and len(written) in SPELLED and written.isalpha() else ""


def _near(written: str, candidates: dict[str, int], locale: str) -> tuple[str, ...]:
    words = lexicon(locale)
    asked, stem = words.plain(written), words.language.stem(written)
    ranked = []
    for word, count in candidates.items():
        distance = typos(asked, words.plain(word), most=allowed(asked))
        if distance == 0 or words.language.stem(word) == stem:
            return ()
        if distance is not None and word[0] == written[0]:
            ranked.append((distance, -count, word))
    return tuple(word for *_rank, word in sorted(ranked)[:NEAREST])


def allowed(word: str) -> int:
    """How many typos a word of that length may have and still be recognised."""
    return 0 if len(word) < SHORTEST else 1 if len(word) < TWO_TYPOS else 2


def typos(one: str, other: str, *, most: int) -> int | None:
    """By how many letters changed, added, left out or swapped with their neighbours two words differ.

    None where there are more than `most`.
    """
    if abs(len(one) - len(other)) > most:
        return None
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, wanted in enumerate(other, start=1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > most:
            return None
        before, last = last, line
    return last[-1] if last[-1] <= most else None


def _candidates(words: Sequence[str], locales: Sequence[str]) -> list[tuple[str, str, int]]:
    """Words that have something in common with those asked for, and how many editions have them."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                _POSTGRESQL, {"words": list(words), "locales": list(locales), "short": SHORT, "most": CANDIDATES}
            )
            return list(cursor.fetchall())
        found: list[tuple[str, str, int]] = []
        branches: list[str] = []
        params: dict[str, str | int] = {"most": CANDIDATES}
        for number, word in enumerate(words):
            params |= {f"word{number}": word, f"trigrams{number}": _trigrams(word), f"length{number}": len(word)}
            params |= {f"first{number}": word[0], f"after{number}": chr(ord(word[0]) + 1)}
            branches += [
                part.replace("#", str(number)) for part in (_SQLITE, *([_SQLITE_SHORT] if len(word) <= SHORT else []))
            ]
        params |= {f"locale{number}": locale for number, locale in enumerate(locales)}
        named = ", ".join(f"%(locale{number})s" for number in range(len(locales)))
        cursor.execute(" UNION ALL ".join(branches).replace("LOCALES", named), params)
        found += cursor.fetchall()
        return found


# Words with a first letter in common are looked at all where trigrams fail: those of short words, and of words in
# letters that the database's locale does not know for letters, as Cyrillic ones in the locale C.
_POSTGRESQL = """
SELECT asked.word, near.word, near.editions
FROM unnest(%(words)s::text[]) AS asked(word) CROSS JOIN LATERAL (
    (
        SELECT w.word, w.editions FROM search_searchword w
        WHERE w.word %% asked.word AND w.locale = ANY(%(locales)s::text[])
            AND abs(length(w.word) - length(asked.word)) <= 2
        ORDER BY similarity(w.word, asked.word) DESC, w.editions DESC LIMIT %(most)s
    ) UNION (
        SELECT w.word, w.editions FROM search_searchword w
        WHERE (length(asked.word) <= %(short)s OR show_trgm(asked.word) = '{}')
            AND w.word LIKE left(asked.word, 1) || '%%' AND w.locale = ANY(%(locales)s::text[])
            AND abs(length(w.word) - length(asked.word)) <= CASE WHEN length(asked.word) <= %(short)s THEN 1 ELSE 2 END
        ORDER BY w.editions DESC LIMIT 1000
    )
) AS near
"""
_SQLITE = """
SELECT * FROM (
    SELECT %(word#)s, w.word, w.editions FROM search_word_trigrams t JOIN search_searchword w ON w.id = t.rowid
    WHERE search_word_trigrams MATCH %(trigrams#)s AND w.locale IN (LOCALES)
        AND abs(length(w.word) - %(length#)s) <= 2
    ORDER BY t.rank LIMIT %(most)s
)
"""
_SQLITE_SHORT = """
SELECT * FROM (
    SELECT %(word#)s, w.word, w.editions FROM search_searchword w
    WHERE w.locale IN (LOCALES) AND w.word >= %(first#)s AND w.word < %(after#)s
        AND abs(length(w.word) - %(length#)s) <= 1
    ORDER BY w.editions DESC LIMIT 1000
)
"""


def _trigrams(word: str) -> str:
    """For MATCH: any three letters of the word that stand together."""
    return " OR ".join(f'"{word[start : start + 3]}"' for start in range(len(word) - 2))
