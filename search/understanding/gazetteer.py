"""Places and regions with all their names, as the editions of types that are places tell them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from cms.publishing.folding import fold
from cms.publishing.locales import content_locales

from .likeness import keys_of_name, keys_of_typed
from .meanings import Lexicon, Meaning, different
from .understood import Alternative

SHORTENED: Final = 10
"""Degrees of doubt of a name without what tells it from its namesakes."""
SHORTEST: Final = 2
"""Letters of a name: shorter ones are initials."""
_ADDITION: Final = re.compile(r"\s*(?:\(.*|/.*|,.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Named:
    """What one edition says of a place."""

    key: str
    locale: str
    title: str
    names: tuple[str, ...]
    region: tuple[str, str] = ("", "")
    """Its code, and its name in the edition's language."""
    country: tuple[str, str] = ("", "")


def named(key: Any, locale: str, title: str, words: Mapping[str, Any], item: Mapping[str, Any]) -> Named:
    """Reads an edition's row."""
    region = item.get("region")
    country = (item.get("country"), item.get("country_name"))
    return Named(
        key=str(key),
        locale=locale,
        title=title,
        names=tuple(words.get("names", ())),
        region=(str(region.get("code") or ""), str(region.get("name") or "")) if isinstance(region, dict) else ("", ""),
        country=(str(country[0] or ""), str(country[1] or "")),
    )


@dataclass(slots=True)
class _Group:
    """The names of one place or region in the order of the content locales, then those of no known language."""

    titles: dict[str, str] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)

    def all(self) -> list[str]:
        ordered = [self.titles[locale] for locale in content_locales() if locale in self.titles]
        return [name for name in dict.fromkeys((*ordered, *self.titles.values(), *self.names)) if len(name) >= SHORTEST]


def gazetteer(rows: Iterable[Named]) -> Lexicon:
    """Everything that these editions name."""
    places: dict[str, _Group] = defaultdict(_Group)
    regions: dict[str, _Group] = defaultdict(_Group)
    countries: dict[str, _Group] = defaultdict(_Group)
    for row in rows:
        places[row.key].titles[row.locale] = row.title
        places[row.key].names.update(dict.fromkeys(row.names))
        for groups, (code, name) in ((regions, row.region), (countries, row.country)):
            if code and name:
                groups[code].titles[row.locale] = name
    lexicon = Lexicon(keys_of_typed)
    whose = _owners(places)
    for key, group in places.items():
        own = [name for name in group.all() if whose[fold(name)] == {key}]
        _add(lexicon, group, Meaning(_ways(own), place=key))
    for code, group in regions.items():
        _add(lexicon, group, Meaning(_ways(group.all()), region=code))
    for group in countries.values():
        _add(lexicon, group, Meaning(_ways(group.all())))
    return lexicon


def _owners(places: Mapping[str, _Group]) -> dict[str, set[str]]:
    """Who bears each name. What several places are called tells nothing of one of them."""
    whose: dict[str, set[str]] = defaultdict(set)
    for key, group in places.items():
        for name in group.all():
            whose[fold(name)].add(key)
    return whose


def _ways(names: Iterable[str]) -> tuple[Alternative, ...]:
    return different(Alternative(name) for name in names)


def _add(lexicon: Lexicon, group: _Group, meaning: Meaning) -> None:
    names = group.all()
    for name in names:
        lexicon.add(name, meaning, keys_of_name)
    for name in dict.fromkeys(_shortened(names)):
        if name not in names:
            lexicon.add(name, meaning, keys_of_name, doubt=SHORTENED)


def _shortened(names: Iterable[str]) -> Iterator[str]:
    """Halle of Halle (Saale)."""
    for name in names:
        short = _ADDITION.sub("", name)
        if len(short) > SHORTEST:
            yield short
