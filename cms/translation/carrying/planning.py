"""What a matching means for the translations of one locale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cms.translation.texts import is_text

from .matching import Matching
from .regrouping import divide
from .similarity import ELSEWHERE, HIGHEST, IN_PLACE, USES, likeness
from .units import Unit


@dataclass(frozen=True, slots=True)
class Former:
    """A translation as it is stored."""

    text: str
    at: datetime
    faulty: bool = False
    """Stored with an error: it is moved along with its text, but nothing is made of it."""
    user_id: Any = None


@dataclass(frozen=True, slots=True)
class Suggested:
    """A proposal: a translation of another source text."""

    former_source: str
    text: str
    score: int
    user_id: Any = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """A translation that still fits."""

    text: str
    origins: tuple[Unit, ...]
    """Whose translation it was: one unit, or several that were joined."""


@dataclass(slots=True)
class Plan:
    """What the added units get."""

    carried: dict[Unit, Carried] = field(default_factory=dict)
    suggested: dict[Unit, Suggested] = field(default_factory=dict)


def plan(matching: Matching, translations: Mapping[Unit, Former], proposals: Mapping[Unit, Suggested]) -> Plan:
    """Gives each added unit that has no translation in the locale the one that fits, or else a proposal.

    `translations` and `proposals` are all of the work in this locale, those of its earlier texts included.
    """
    made = Plan()
    open_units = [unit for unit in matching.added if unit not in translations]
    for unit in open_units:
        _same_text(unit, matching, translations, proposals, made)
    sound = {unit: former.text for unit, former in translations.items() if not former.faulty}
    for regrouping in matching.regrouped:
        for unit, (text, origins) in divide(regrouping, sound).items():
            if unit not in translations:
                made.carried[unit] = Carried(text, origins)
                made.suggested.pop(unit, None)
    uses = Counter[Unit]()
    for unit in open_units:
        if unit not in made.carried and unit not in made.suggested and is_text(unit.text):
            _resembling(unit, matching, translations, proposals, made, uses)
    return made


def _same_text(
    unit: Unit,
    matching: Matching,
    translations: Mapping[Unit, Former],
    proposals: Mapping[Unit, Suggested],
    made: Plan,
) -> None:
    origin = matching.moved.get(unit)
    if origin is not None and origin in translations:
        made.carried[unit] = Carried(translations[origin].text, (origin,))
        return
    others = [
        other for other in matching.alike.get(unit, ()) if other in translations and not translations[other].faulty
    ]
    others = [other for other in others if other.text == unit.text] or others
    others = [other for other in others if other.field == unit.field] or others
    if others:
        latest = max(others, key=lambda other: translations[other].at)
        if len({translations[other].text for other in others}) == 1:
            made.carried[unit] = Carried(translations[latest].text, (latest,))
        elif is_text(unit.text):
            made.suggested[unit] = _suggest(latest, translations[latest], HIGHEST)
    elif origin is not None and origin in proposals:
        made.suggested[unit] = proposals[origin]


def _resembling(
    unit: Unit,
    matching: Matching,
    translations: Mapping[Unit, Former],
    proposals: Mapping[Unit, Suggested],
    made: Plan,
    uses: Counter[Unit],
) -> None:
    for other in matching.similar.get(unit, ()):
        if uses[other.unit] >= USES:
            continue
        former = translations.get(other.unit)
        if former is not None:
            suggested = _suggest(other.unit, former, other.score)
        elif other.unit in proposals:
            suggested = _again(proposals[other.unit], unit)
            if suggested.score < (IN_PLACE if other.unit.path == unit.path else ELSEWHERE):
                continue
        else:
            continue
        made.suggested[unit] = suggested
        uses[other.unit] += 1
        return


def _suggest(origin: Unit, former: Former, score: int) -> Suggested:
    return Suggested(origin.text, former.text, score, former.user_id, former.at)


def _again(proposal: Suggested, unit: Unit) -> Suggested:
    """What was proposed for the text in between, which nobody translated, compared with the text as it is now."""
    score = likeness(proposal.former_source, unit.text)
    return Suggested(proposal.former_source, proposal.text, score, proposal.user_id, proposal.at)
