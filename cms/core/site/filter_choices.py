"""What a list can be narrowed down to: only what leads to something, in words of the reader's language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, ExtractYear
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cms.publishing.folding import sort_key
from cms.publishing.locales import fallback_order
from cms.publishing.models import Edition, EditionTerm
from cms.publishing.models.edition import EditionQuerySet

from .wording import WORDING, wording

Choice = tuple[str, str]

COLUMNS = ("about", "code", "label", "said_in")
LABEL = "label:"
"""Begins the `about` of rows that name a code of the filter that follows."""


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """The choices of each filter, by the filter's name."""

    by_filter: dict[str, list[Choice]] = field(default_factory=dict)

    @classmethod
    def load(cls, editions: EditionQuerySet, type_name: str, locale: str, filters: Iterable[str]) -> FilterChoices:
        """The choices of those `filters` that have any, from what is listed. One query, however long the list is."""
        codes: dict[str, set[str]] = defaultdict(set)
        labels: dict[str, dict[str, str]] = defaultdict(dict)
        wanted = set(filters)
        for about, code, label, said_in in _found(editions.order_by(), locale, wanted):
            name = about.removeprefix(LABEL)
            if name == about:
                codes[name].add(code)
                continue
            code = str(UUID(code)) if name == "place" else code
            # A row in the reader's own language knows best.
            if code and label and (said_in == locale or code not in labels[name]):
                labels[name][code] = label
        return cls({name: _choices(name, type_name, codes[name], labels[name]) for name in wanted})

    def of(self, name: str) -> list[Choice]:
        """The choices of one filter."""
        return self.by_filter.get(name, [])


def _choices(name: str, type_name: str, codes: set[str], labels: dict[str, str]) -> list[Choice]:
    """The codes with words of their own in the order of those words, years from the newest, places by name."""
    if name == "year":
        return [(year, year) for year in sorted(codes, reverse=True)]
    if name in FLAGS:
        return [(code, str(FLAGS[name])) for code in codes]
    topic = {"kind": f"{type_name}_kind", "status": STATUS_OF.get(type_name, "")}.get(name)
    if topic is not None:
        return [(code, capfirst(wording(code, topic))) for code in WORDING.get(topic, {}) if code in codes]
    return sorted(((code, labels[code]) for code in codes if code in labels), key=lambda choice: sort_key(choice[1]))


FLAGS = {"seeking_partner": _("Looking for a partner")}
"""Filters that a work passes or not, and what is said of those that do."""

STATUS_OF = {"partnership": "side_status", "conference": "conference_status"}
"""Whose status the filter of that name means, by edition type."""


def _found(editions: EditionQuerySet, locale: str, filters: set[str]) -> Iterable[tuple[Any, ...]]:
    """Rows of COLUMNS: which codes occur, and what places, countries and regions are called."""
    text = CharField()
    parts: list[QuerySet[Any, Any]] = []
    if "kind" in filters:
        parts.append(_columns(editions, "kind", F("kind")))
    if "year" in filters:
        dated = editions.exclude(latest=None)
        parts.append(_columns(dated, "year", Cast(ExtractYear("latest"), text)))
        parts.append(_columns(dated, "year", Cast(ExtractYear("earliest"), text)))
    terms = filters - {"kind", "year", "q"}
    if terms:
        rows = EditionTerm.objects.filter(edition__in=editions.values("pk"), name__in=terms)
        parts.append(_columns(rows, F("name"), F("value")))
    places = Edition.objects.of_type("municipality").best(fallback_order(locale)).order_by()
    labels = {
        "place": (Cast("key", text), F("title")),
        "country": (KeyTextTransform("country", "item"), KeyTextTransform("country_name", "item")),
        "region": (_in_region("code"), _in_region("name")),
    }
    for name, (code, label) in labels.items():
        if name in filters:
            parts.append(_columns(places, LABEL + name, code, label, F("locale")))
    return parts[0].union(*parts[1:]) if parts else ()


def _in_region(member: str) -> KeyTextTransform:
    return KeyTextTransform(member, KeyTextTransform("region", "item"))


def _columns(rows: QuerySet[Any], about: Any, code: Any, label: Any = "", said_in: Any = "") -> QuerySet[Any, Any]:
    values = [Value(value) if isinstance(value, str) else value for value in (about, code, label, said_in)]
    texts = {name: Cast(value, CharField()) for name, value in zip(COLUMNS, values, strict=True)}
    return rows.annotate(**texts).values_list(*COLUMNS)
