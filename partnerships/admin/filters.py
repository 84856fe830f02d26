"""What the library's lists can be narrowed to."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from ..countries import country_choices
from ..models import (
    Conference,
    ConferenceSeries,
    ConferenceStatus,
    Contact,
    Municipality,
    MunicipalityKind,
    Organisation,
    OrganisationKind,
    Partnership,
    PartnershipKind,
    Side,
    SideStatus,
)
from ..models.region import region_choices


def used_countries() -> list[tuple[str, str]]:
    """Countries that have a municipality, in the order of the active language."""
    used = set(Municipality.objects.order_by().values_list("country", flat=True).distinct())
    return [(code, name) for code, name in country_choices() if code in used]


def series() -> list[tuple[str, str]]:
    """Series of conferences."""
    return [(row.code, str(row)) for row in ConferenceSeries.objects.all()]


class ChoicesFilter(django_filters.MultipleChoiceFilter):
    """Several values, any of which may match; check boxes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(*args, **kwargs)


class MunicipalityFilterSet(WagtailFilterSet):
    """Municipalities by country, region, kind, and whether they look for a partner."""

    country = ChoicesFilter(label=_("Country"), choices=used_countries)
    region = ChoicesFilter(label=_("Region"), choices=region_choices, field_name="region_id")
    kind = ChoicesFilter(label=_("Kind"), choices=MunicipalityKind.choices)
    seeking_partner = django_filters.BooleanFilter(label=_("Looking for a partner"))

    class Meta:
        model = Municipality
        fields: list[str] = []


class PartnershipFilterSet(WagtailFilterSet):
    """Partnerships by their sides' country, region and status, and by kind."""

    country = ChoicesFilter(label=_("Country"), choices=used_countries, method="by_side")
    region = ChoicesFilter(label=_("Region"), choices=region_choices, method="by_side")
    status = ChoicesFilter(label=_("Status of a side"), choices=SideStatus.choices, method="by_side")
    kind = ChoicesFilter(label=_("Kind"), choices=PartnershipKind.choices)

    class Meta:
        model = Partnership
        fields: list[str] = []

    def by_side(self, queryset: QuerySet[Partnership], name: str, values: list[str]) -> QuerySet[Partnership]:
        """Partnerships one of whose sides has one of the values."""
        column = {"country": "municipality__country", "region": "municipality__region_id", "status": "status"}[name]
        sides = Side.objects.filter(**{f"{column}__in": values}).values("partnership_id")
        return queryset.filter(pk__in=sides) if values else queryset


class ConferenceFilterSet(WagtailFilterSet):
    """Conferences by series and status."""

    series = ChoicesFilter(label=_("Series"), choices=series, field_name="series_id")
    status = ChoicesFilter(label=_("Status"), choices=ConferenceStatus.choices)

    class Meta:
        model = Conference
        fields: list[str] = []


class OrganisationFilterSet(WagtailFilterSet):
    """Organisations by kind."""

    kind = ChoicesFilter(label=_("Kind"), choices=OrganisationKind.choices)

    class Meta:
        model = Organisation
        fields: list[str] = []


class ContactFilterSet(WagtailFilterSet):
    """Contacts by language."""

    class Meta:
        model = Contact
        fields: list[str] = []
