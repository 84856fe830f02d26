"""What changed between two texts of a source, string by string."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from cms.translation.carrying.matching import match
from cms.translation.carrying.units import Unit, unique

from .words import Piece, word_diff

Kind = Literal["same", "moved", "changed", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One string of the new text, or of the old one where it is gone."""

    kind: Kind
    old: Unit | None
    new: Unit | None

    @property
    def path(self) -> str:
        """Where it stands (or stood)."""
        unit = self.new or self.old
        return unit.path if unit else ""

    @property
    def words(self) -> list[Piece]:
        """What was removed and added, word by word."""
        return word_diff(self.old.text if self.old else "", self.new.text if self.new else "")


def compare(old: Iterable[Sequence[str]], new: Iterable[Sequence[str]]) -> list[Change]:
    """The strings of the new text in their order; what is gone stands where it was.

    Both are pairs of content path and string in their order, as `TranslationBasis.source_text` has them.
    """
    before, after = unique(Unit(*pair) for pair in old), unique(Unit(*pair) for pair in new)
    found = match(before, after)
    used: set[Unit] = set(before) - found.gone | set(found.moved.values())
    changes: list[Change] = []
    for unit in after:
        if unit not in found.added:
            changes.append(Change("same", unit, unit))
        elif unit in found.moved:
            changes.append(Change("moved", found.moved[unit], unit))
        else:
            former = next((other.unit for other in found.similar.get(unit, ()) if other.unit not in used), None)
            changes.append(Change("changed" if former else "added", former, unit))
            if former:
                used.add(former)
    return _with_removed(changes, before, used)


def _with_removed(changes: list[Change], before: Sequence[Unit], used: set[Unit]) -> list[Change]:
    """Puts what is gone after what stood before it."""
    following: dict[Unit | None, list[Change]] = {}
    last: Unit | None = None
    for unit in before:
        if unit in used:
            last = unit
        else:
            following.setdefault(last, []).append(Change("removed", unit, None))
    placed = list(following.get(None, ()))
    for change in changes:
        placed.append(change)
        if change.old is not None:
            placed += following.pop(change.old, ())
    return placed
