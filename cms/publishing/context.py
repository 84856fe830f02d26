"""What a build may read besides its own object, looked up for many builds at a time.

A build asks its `Context`. What the shared `Lookup` has not loaded yet is noted and answered with "not there"; the
projection then loads everything noted in a few queries and builds again. So building stays free of queries however
many works are built, and whatever was asked for is known: those are the edition's references.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from .addresses import address
from .assets import load_assets
from .folding import sort_key
from .locales import fallback_order
from .models import Edition
from .types import Gaps, Json, LangMark

EVERY_WORK = ""
"""The reference key that means all works of a type. Followed by `kind:<kind>` it means those of one kind."""


def every_work_of_kind(kind: str) -> str:
    """The reference key that means all works of that kind; of all kinds when it is empty."""
    return f"kind:{kind}" if kind else EVERY_WORK


class Lookup:
    """Published summaries and assets loaded so far, shared by the builds of one batch."""

    def __init__(self) -> None:
        self._summaries: dict[tuple[str, str], dict[str, Json]] = {}
        self._whole_types: dict[tuple[str, str], dict[str, dict[str, Json]]] = {}
        self._assets: dict[tuple[str, str, str], Any] = {}
        self._wanted_summaries: set[tuple[str, str]] = set()
        self._wanted_types: set[tuple[str, str]] = set()
        self._wanted_assets: set[tuple[str, str, str]] = set()

    def want(self, references: Iterable[tuple[str, str]]) -> None:
        """Notes works that are likely to be asked for, to be loaded with the next `load`."""
        for type_name, key in references:
            if key == EVERY_WORK or key.startswith("kind:"):
                self._wanted_types.add((type_name, key.removeprefix("kind:")))
            else:
                self._wanted_summaries.add((type_name, key))

    def summaries_of(self, type_name: str, key: str) -> dict[str, Json] | None:
        """The work's published summaries by locale, or None when they have yet to be loaded."""
        found = self._summaries.get((type_name, key))
        if found is None:
            self._wanted_summaries.add((type_name, key))
        return found

    def summaries_of_type(self, type_name: str, kind: str) -> dict[str, dict[str, Json]] | None:
        """All works of a type and kind: key -> locale -> summary, or None when they have yet to be loaded."""
        found = self._whole_types.get((type_name, kind))
        if found is None:
            self._wanted_types.add((type_name, kind))
        return found

    def asset(self, kind: str, key: str, locale: str) -> tuple[bool, Any]:
        """Whether the asset has been looked up, and the asset (None when it may not be shown)."""
        name = (kind, key, locale)
        if name not in self._assets:
            self._wanted_assets.add(name)
            return False, None
        return True, self._assets[name]

    def load(self) -> None:
        """Loads everything noted since the last time: one query a kind of thing, however many there are."""
        self._load_summaries()
        self._load_types()
        self._load_assets()

    def _load_summaries(self) -> None:
        wanted = {name for name in self._wanted_summaries if name not in self._summaries}
        self._wanted_summaries.clear()
        if not wanted:
            return
        keys: dict[str, set[str]] = defaultdict(set)
        for type_name, key in wanted:
            keys[type_name].add(key)
            self._summaries[(type_name, key)] = {}
        for type_name, type_keys in keys.items():
            rows = Edition.objects.filter(type=type_name, key__in=type_keys).values_list("key", "locale", "summary")
            for work, locale, summary in rows:
                self._summaries[(type_name, str(work))][locale] = summary

    def _load_types(self) -> None:
        for type_name, kind in self._wanted_types - self._whole_types.keys():
            works: dict[str, dict[str, Json]] = defaultdict(dict)
            rows = Edition.objects.filter(type=type_name)
            if kind:
                rows = rows.filter(kind=kind)
            for key, locale, summary in rows.values_list("key", "locale", "summary"):
                works[str(key)][locale] = summary
            self._whole_types[(type_name, kind)] = dict(works)
        self._wanted_types.clear()

    def _load_assets(self) -> None:
        wanted = {name for name in self._wanted_assets if name not in self._assets}
        self._wanted_assets.clear()
        keys: dict[tuple[str, str], set[str]] = defaultdict(set)
        for kind, key, locale in wanted:
            keys[(kind, locale)].add(key)
        for (kind, locale), kind_keys in keys.items():
            loaded = load_assets(kind, kind_keys, locale)
            for key in kind_keys:
                self._assets[(kind, key, locale)] = loaded.get(key)


class Context:
    """One build's window on everything that is not its own object. Whatever it is asked for becomes a reference."""

    def __init__(self, locale: str, lookup: Lookup, gaps: Gaps | None = None) -> None:
        self.locale = locale
        self._gaps = gaps
        self.references: set[tuple[str, str]] = set()
        self.incomplete = False
        """Whether something was asked for that has yet to be loaded; the build must then be repeated."""
        self._lookup = lookup
        self._order: Sequence[str] = fallback_order(locale)

    def summary(self, type_name: str, key: object) -> Json | None:
        """What the published work shows of itself, in this locale or else the first other one; None if not public."""
        name = str(key)
        self.references.add((type_name, name))
        found = self._lookup.summaries_of(type_name, name)
        if found is None:
            self.incomplete = True
            return None
        return self._best(found)

    def summaries(self, type_name: str, kind: str = "") -> list[Json]:
        """Every published work of a type (and kind), ordered by title, for lists made by a rule."""
        self.references.add((type_name, every_work_of_kind(kind)))
        works = self._lookup.summaries_of_type(type_name, kind)
        if works is None:
            self.incomplete = True
            return []
        best = (self._best(summaries) for summaries in works.values())
        shown = [summary for summary in best if summary is not None]
        return sorted(shown, key=lambda summary: (sort_key(summary["title"]), summary["key"]))

    def asset(self, kind: str, key: object) -> Any | None:
        """An image, document, page link or the site settings; None when it is gone or may not be shown."""
        name = str(key)
        self.references.add((kind, name))
        known, asset = self._lookup.asset(kind, name, self.locale)
        if not known:
            self.incomplete = True
        return asset

    def lang(self, *place: object) -> LangMark:
        """`{"lang": <locale>}` for what stands at this place (see `Gaps`) in another locale, else {}."""
        return {"lang": self._gaps.locale} if self._gaps is not None and self._gaps.within(*place) else {}

    def address(self, path: str) -> str:
        """The stored form of a site path; see `cms.publishing.addresses`."""
        return address(path)

    def _best(self, summaries: dict[str, Json]) -> Json | None:
        return next((summaries[locale] for locale in self._order if locale in summaries), None)
