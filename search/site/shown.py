"""What the search page shows of an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from cms.publishing.answers import item_answer
from cms.publishing.locales import content_locales

from ..found import FacetValue
from ..labels import NAMES, Labels, label_of
from ..searching import Row
from .asked import PageAsked

FRAGMENTS: Final = 2
"""Of a body."""


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A hit. `title`, `lead` and `fragments` are HTML where the engine marked something, otherwise text."""

    item: Mapping[str, Any]
    locale: str
    label: str
    """What it is: its kind, or its type."""
    title: str
    lead: str
    fragments: tuple[str, ...]

    @classmethod
    def of(cls, row: Row, locale: str) -> ShownHit:
        """A hit for a reader of `locale`."""
        edition, marked = row.edition, row.highlights
        item = item_answer(edition, requested=locale, origin="", today=timezone.localdate())
        return cls(
            item=item,
            locale=edition.locale,
            label=label_of("kind", edition.kind) or label_of("type", edition.type),
            title=_html(marked.title) or edition.title,
            lead=_html(marked.lead) or item.get("lead") or "",
            fragments=tuple(map(_html, marked.body[:FRAGMENTS])),
        )


@dataclass(frozen=True, slots=True)
class ShownValue:
    """A value of a facet as a link that chooses it, or takes it back."""

    label: str
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True, slots=True)
class ShownFacet:
    """A facet with at least one value that makes a difference."""

    name: str
    label: str
    values: tuple[ShownValue, ...]
    cleared: str
    """The address without any of its values."""

    @property
    def is_chosen(self) -> bool:
        """Whether any of its values is."""
        return any(value.chosen for value in self.values)


def shown_facets(
    found: Mapping[str, Sequence[FacetValue]], total: int, asked: PageAsked, locale: str
) -> Iterator[ShownFacet]:
    """The facets that narrow anything. What has no label is left out, unless it was chosen."""
    labels = Labels.load(found, locale)
    for name, label in NAMES.items():
        values = tuple(_values(name, found.get(name, ()), labels, asked))
        if any(value.chosen or value.count < total for value in values):
            yield ShownFacet(name, str(label), values, asked.address(**{name: None}))


def _values(name: str, values: Sequence[FacetValue], labels: Labels, asked: PageAsked) -> Iterator[ShownValue]:
    for entry in values:
        label = labels.of(name, entry.value)
        if label or entry.chosen:
            yield ShownValue(label or entry.value, entry.count, entry.chosen, asked.toggled(name, entry.value))


def _html(marked: str) -> SafeString | str:
    """Engines escape what they answer, but for their marks (see `search.found.Highlights`)."""
    return mark_safe(marked) if marked else ""  # noqa: S308 - see above


def frame_document(addresses: Mapping[str, str], locale: str, title: str) -> dict[str, Any]:
    """What the frame of pages wants to know of a page: its language, and where it is in the others."""
    translations = [
        {"locale": code, "title": title, "slug": "", "url": addresses[code], "state": "current"}
        for code in content_locales()
    ]
    return {"locale": locale, "url": addresses[locale].partition("?")[0], "title": title, "translations": translations}
