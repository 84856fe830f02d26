"""Comparing an old text of a source with a new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cms.translation.texts import is_text

from .regrouping import Regrouping, regroupings
from .similarity import Similar, similar
from .typography import canonical
from .units import Unit, unique

Key = Callable[[Unit], str]

_PLACES: tuple[Key, ...] = (
    lambda unit: unit.path,
    lambda unit: unit.block,
    lambda unit: unit.field,
    lambda unit: "",
)
"""Where a text is looked for: in its place, in its block, in the same field of other blocks, anywhere."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Where each unit of the new text comes from. The same for all locales, whatever is translated into them."""

    added: tuple[Unit, ...]
    """The units that are new: no string with this text was in this place before. In order."""
    gone: frozenset[Unit]
    """The units of the old text that are in the new one no more."""
    moved: Mapping[Unit, Unit]
    """New → old unit that said the same and is gone from its place. No old unit moves to two places."""
    alike: Mapping[Unit, tuple[Unit, ...]]
    """New → all known units that say the same, wherever they are; the exact wording first."""
    regrouped: tuple[Regrouping, ...]
    similar: Mapping[Unit, list[Similar]]
    """New → units that it resembles, best first."""


def match(old: Iterable[Unit], new: Iterable[Unit], known: Iterable[Unit] = ()) -> Matching:
    """Compares the old with the new text, both in the order of reading.

    `known` are units of any earlier text that have translations, the latest first: what comes back is recognised.
    """
    before, after = unique(old), unique(new)
    kept = unique(known)
    was, now = set(before), set(after)
    added = [unit for unit in after if unit not in was]
    gone = [unit for unit in before if unit not in now]
    pairs = moved(gone, added)
    left_old = set(gone) - set(pairs.values())
    left_new = {unit for unit in added if unit not in pairs}
    regrouped = regroupings(before, after, left_old, {unit for unit in left_new if is_text(unit.text)})
    said = {canonical(unit.text) for unit in after}
    pool = [unit for unit in unique([*before, *kept]) if is_text(unit.text) and canonical(unit.text) not in said]
    return Matching(
        added=tuple(added),
        gone=frozenset(gone),
        moved=pairs,
        alike=_alike(unique([*before, *after, *kept]), added),
        regrouped=tuple(regrouped),
        similar=similar(pool, [unit for unit in added if is_text(unit.text)]),
    )


def moved(gone: Sequence[Unit], added: Sequence[Unit]) -> dict[Unit, Unit]:
    """Pairs what says the same, one to one: nearest places first, and in order where a text occurs several times.

    Returns the old unit of each new one.
    """
    pairs: dict[Unit, Unit] = {}
    taken: set[Unit] = set()
    for reads in (lambda unit: unit.text, lambda unit: canonical(unit.text)):
        for place in _PLACES:
            waiting: defaultdict[tuple[str, str], list[Unit]] = defaultdict(list)
            for unit in reversed(gone):
                if unit not in taken:
                    waiting[(reads(unit), place(unit))].append(unit)
            for unit in added:
                same = waiting.get((reads(unit), place(unit)))
                if unit not in pairs and same:
                    pairs[unit] = same.pop()
                    taken.add(pairs[unit])
    return pairs


def _alike(known: Iterable[Unit], added: Iterable[Unit]) -> dict[Unit, tuple[Unit, ...]]:
    by_text: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in known:
        by_text[canonical(unit.text)].append(unit)
    alike = {}
    for unit in added:
        others = [other for other in by_text[canonical(unit.text)] if other != unit]
        if others:
            alike[unit] = tuple(sorted(others, key=lambda other: other.text != unit.text))
    return alike
