"""What facets and their values are called, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db.models import Min
from django.db.models.fields.json import KeyTextTransform
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from cms.publishing.locales import fallback_order
from cms.publishing.models import Edition, EditionTerm
from cms.publishing.registry import registry

from .found import FacetValue

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NAMES: Final[Mapping[str, StrOrPromise]] = {
    "type": _("Type"),
    "kind": _("Kind"),
    "place": _("Place"),
    "region": _("Region"),
    "year": _("Year"),
    "language": _("Language"),
}
"""Of the facets."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of an answer's facet values, in the active language."""

    places: Mapping[str, str] = field(default_factory=dict)
    regions: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, facets: Mapping[str, Sequence[FacetValue]], locale: str) -> Labels:
        """Places and regions are called as in the locale, or the best there is. Two queries at most."""
        return cls(
            places=_places([entry.value for entry in facets.get("place", ())], locale),
            regions=_regions([entry.value for entry in facets.get("region", ())], locale),
        )

    def of(self, facet: str, value: str) -> str:
        """The label; "" where nobody knows any."""
        if facet == "place":
            return self.places.get(value, "")
        if facet == "region":
            return self.regions.get(value, "")
        return label_of(facet, value)


def label_of(facet: str, value: str) -> str:
    """The label of a value that is known without asking the database; "" where it is not."""
    if facet == "type":
        return next((str(entry.label) for entry in registry.all() if entry.name == value), "")
    if facet == "kind":
        found = (entry.kind_labels[value] for entry in registry.all() if value in entry.kind_labels)
        return capfirst(str(next(found, "")))
    if facet == "language":
        return _language(value)
    return value


def place_types() -> list[str]:
    """Names of the types whose works are places."""
    return [entry.name for entry in registry.all() if entry.is_place]


def _language(code: str) -> str:
    try:
        return capfirst(str(get_language_info(code)["name_translated"]))
    except KeyError:  # a language that Django has no names for
        return dict(settings.WAGTAIL_CONTENT_LANGUAGES).get(code, code)


def _places(keys: Sequence[str], locale: str) -> dict[str, str]:
    if not keys:
        return {}
    editions = Edition.objects.of_type(*place_types()).filter(key__in=keys).best(fallback_order(locale))
    return {str(key): title for key, title in editions.values_list("key", "title")}


def _regions(codes: Sequence[str], locale: str) -> dict[str, str]:
    """What one place of each region says of it."""
    if not codes:
        return {}
    terms = EditionTerm.objects.filter(name="region", value__in=codes, type__in=place_types(), restricted=False)
    one_each = terms.order_by().values("value", "locale").annotate(one=Min("edition")).values("one")
    region = KeyTextTransform("name", KeyTextTransform("region", "item"))
    code = KeyTextTransform("code", KeyTextTransform("region", "item"))
    rows = (
        Edition.objects.filter(pk__in=one_each).annotate(code=code, label=region).values_list("locale", "code", "label")
    )
    return _best(rows, fallback_order(locale))


def _best(rows: Iterable[tuple[str, str | None, str | None]], locales: Sequence[str]) -> dict[str, str]:
    """Labels by code, in the best locale that there is."""
    ranked = sorted(rows, key=lambda row: locales.index(row[0]) if row[0] in locales else len(locales), reverse=True)
    return {code: label for _locale, code, label in ranked if code and label}
