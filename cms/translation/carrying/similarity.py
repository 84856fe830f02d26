"""Which of the old texts come closest to a new one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from .typography import words_of
from .units import Unit

IN_PLACE = 40
"""From which likeness (in percent) on the former text of the same place is proposed."""

ELSEWHERE = 60
"""From which likeness on a text of another place is proposed."""

PLACE = 15
"""What it counts for, in percent, that a text was in the same place."""

CHOICES = 5
"""Texts kept for a new one: in some locale the closest may have no translation."""

USES = 3
"""New texts to which one old text may be proposed."""

HIGHEST = 99
"""A proposal is never a full match: if no word differs, a tag does, or a doubt is left."""

LARGEST_POOL = 2000
"""Old texts that are looked through."""


@dataclass(frozen=True, slots=True)
class Similar:
    """An old unit and how much of it the new one still says, in percent."""

    unit: Unit
    score: int


def likeness(one: str, other: str) -> int:
    """How alike two strings read, 0 to 99 percent, without regard to tags and typography."""
    return min(HIGHEST, int(fuzz.ratio(words_of(one), words_of(other))))


def similar(old: Sequence[Unit], new: Sequence[Unit]) -> dict[Unit, list[Similar]]:
    """For each new unit the old ones that resemble it, the one that is meant for it first.

    What was in the same place is preferred, and whatever resembles most; an old text serves first the new one that it
    resembles most.
    """
    candidates = _candidates(old, new)
    pairs = sorted(
        ((unit, other) for unit, others in candidates.items() for other in others),
        key=lambda pair: _weight(*pair),
        reverse=True,
    )
    taken: dict[Unit, Unit] = {}
    uses = Counter[Unit]()
    for limit in (1, USES):
        for unit, other in pairs:
            if unit not in taken and uses[other.unit] < limit:
                taken[unit] = other.unit
                uses[other.unit] += 1
    return {
        unit: sorted(others, key=lambda other: (other.unit == taken.get(unit), _weight(unit, other)), reverse=True)
        for unit, others in candidates.items()
    }


def _candidates(old: Sequence[Unit], new: Sequence[Unit]) -> Mapping[Unit, list[Similar]]:
    pool = old[:LARGEST_POOL]
    read = [words_of(unit.text) for unit in pool]
    by_path: defaultdict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(pool):
        by_path[unit.path].append(index)
    found: dict[Unit, list[Similar]] = {}
    for unit in new:
        words = words_of(unit.text)
        matches = process.extract(words, read, scorer=fuzz.ratio, score_cutoff=ELSEWHERE, limit=CHOICES)
        scores = {index: score for _words, score, index in matches}
        for index in by_path[unit.path]:
            score = fuzz.ratio(words, read[index], score_cutoff=IN_PLACE)
            if score:
                scores[index] = score
        if scores:
            found[unit] = [Similar(pool[index], min(HIGHEST, int(score))) for index, score in scores.items()]
    return found


def _weight(unit: Unit, other: Similar) -> int:
    return other.score + (PLACE if unit.path == other.unit.path else 0)
