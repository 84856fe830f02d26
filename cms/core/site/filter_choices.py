"""What a list can be narrowed down to: only what leads to something, in words of the reader's language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.text import capfirst

from cms.publishing.folding import sort_key
from cms.publishing.locales import fallback_order
from cms.publishing.models import Edition, EditionTerm
from cms.publishing.models.edition import EditionQuerySet

from .wording import WORDING, wording

Choice = tuple[str, str]

WORDED = {"status": {"partnership": "side_status", "conference": "conference_status"}}
"""Terms whose values have words of their own, by term and edition type."""

NAMED_BY_PLACES = frozenset({"place", "country", "region"})


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """The choices of each filter, by the filter's name."""

    by_filter: dict[str, list[Choice]] = field(default_factory=dict)

    @classmethod
    def load(cls, editions: EditionQuerySet, type_name: str, locale: str, filters: Iterable[str]) -> FilterChoices:
        """The choices for those of the `filters` that have any. At most three queries, however long the list is."""
        filters = set(filters)
        choices: dict[str, list[Choice]] = {}
        if filters & {"kind", "year"}:
            choices.update(_kinds_and_years(editions, type_name))
        terms = filters - {"kind", "year", "q"}
        if terms:
            choices.update(_terms(editions, type_name, locale, terms))
        return cls({name: values for name, values in choices.items() if name in filters})

    def of(self, name: str) -> list[Choice]:
        """The choices of one filter."""
        return self.by_filter.get(name, [])


def _kinds_and_years(editions: EditionQuerySet, type_name: str) -> dict[str, list[Choice]]:
    kinds: set[str] = set()
    years: set[int] = set()
    for kind, earliest, latest in editions.values_list("kind", "earliest__year", "latest__year").distinct().order_by():
        kinds.add(kind)
        years.update(year for year in (earliest, latest) if year)
    order = list(WORDING[f"{type_name}_kind"]) if f"{type_name}_kind" in WORDING else []
    known = [kind for kind in order if kind in kinds]
    return {
        "kind": [(kind, capfirst(wording(kind, f"{type_name}_kind"))) for kind in known],
        "year": [(str(year), str(year)) for year in sorted(years, reverse=True)],
    }


def _terms(editions: EditionQuerySet, type_name: str, locale: str, names: set[str]) -> dict[str, list[Choice]]:
    found: dict[str, set[str]] = defaultdict(set)
    rows = EditionTerm.objects.filter(edition__in=editions.order_by(), name__in=names)
    for name, value in rows.values_list("name", "value").distinct():
        found[name].add(value)
    labels = _place_labels(locale) if NAMED_BY_PLACES & set(found) else {}
    choices: dict[str, list[Choice]] = {}
    for name, values in found.items():
        if name in WORDED:
            topic = WORDED[name].get(type_name, "")
            known = [code for code in WORDING.get(topic, {}) if code in values]
            choices[name] = [(code, capfirst(wording(code, topic))) for code in known]
            continue
        named = [(value, labels[name][value]) for value in values if value in labels.get(name, {})]
        choices[name] = sorted(named, key=lambda choice: sort_key(choice[1]))
    return choices


def _place_labels(locale: str) -> dict[str, dict[str, str]]:
    """Names of municipalities, countries and regions, from the municipalities' own list rows."""
    labels: dict[str, dict[str, str]] = {name: {} for name in NAMED_BY_PLACES}
    editions = Edition.objects.of_type("municipality").best(fallback_order(locale))
    rows = editions.values_list(
        "key", "locale", "title", "item__country", "item__country_name", "item__region__code", "item__region__name"
    )
    for key, row_locale, title, country, country_name, region, region_name in rows:
        labels["place"][str(key)] = title
        for name, code, label in (("country", country, country_name), ("region", region, region_name)):
            # A row in the reader's own language knows best.
            if code and label and (row_locale == locale or code not in labels[name]):
                labels[name][code] = label
    return labels
