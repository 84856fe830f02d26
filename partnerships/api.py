"""The library in the content API."""

from __future__ import annotations

from cms.api.collection import Collection, collections
from cms.api.filters import (
    AnniversaryFilter,
    KindFilter,
    PeriodFilter,
    TermFilter,
    ValidFilter,
    near_filter,
    text_filter,
    year_filter,
)
from cms.api.formats import Format
from cms.api.ordering import DATE, FIRST_PUBLISHED, LAST_CHANGED, TITLE
from cms.api.values import COUNTRY, REGION, YEAR, Choice, Key, Period, Slug, Yes

from . import api_shapes
from .models import MunicipalityKind, PartnershipKind, SideStatus
from .open_data import FeatureCollection, PartnershipTable, feature_collection, side_points, spreadsheet

_COUNTRY = TermFilter(name="country", description="Countries (ISO 3166-1, such as `DE`).", value=COUNTRY)
_REGION = TermFilter(name="region", description="Regions (ISO 3166-2, such as `DE-NW`).", value=REGION)
_MOMENTS = {"first_published_at": FIRST_PUBLISHED, "last_changed_at": LAST_CHANGED}

GEOJSON = Format(
    name="geojson",
    media_type="application/geo+json",
    content_type="application/geo+json",
    disposition="inline",
    write=lambda rows: feature_collection(
        rows.rows, rows.fields, count=rows.count, following=rows.next, previous=rows.previous
    ),
    component="PartnershipFeatureCollection",
    shape=FeatureCollection,
)
CSV = Format(
    name="csv",
    media_type="text/csv",
    content_type="text/csv; charset=utf-8; header=present",
    disposition="attachment",
    write=lambda rows: spreadsheet(rows.rows, rows.fields),
    component="PartnershipTable",
    shape=PartnershipTable,
)

partnerships = Collection(
    type="partnership",
    path="partnerships",
    name="Partnership",
    row=api_shapes.PartnershipRow,
    work=api_shapes.Partnership,
    list_summary="Partnerships between municipalities",
    work_summary="One partnership",
    filters=(
        TermFilter(name="country", description="Countries of a side (ISO 3166-1, such as `DE`).", value=COUNTRY),
        TermFilter(name="region", description="Regions of a side (ISO 3166-2, such as `DE-NW`).", value=REGION),
        TermFilter(name="place", description="Keys of municipalities that are a side.", value=Key()),
        KindFilter(name="kind", description="Kinds.", value=Choice(tuple(PartnershipKind.values))),
        TermFilter(name="status", description="States of any side.", value=Choice(tuple(SideStatus.values))),
        PeriodFilter(
            name="since_after",
            description="Founded that day or later; a founding known only to the year matches if any of its days does.",
            value=Period(),
            side="after",
        ),
        PeriodFilter(
            name="since_before",
            description="Founded that day or earlier; see `since_after`.",
            value=Period(),
            side="before",
        ),
        AnniversaryFilter(
            name="anniversary",
            description=(
                "Founded in an earlier year that is known, and not ended by all sides; `years` of each row are those "
                "of the given year."
            ),
            value=YEAR,
            over=("status", SideStatus.ENDED),
        ),
        near_filter(
            "With a side within so many kilometres of a point: `lat,lon,km` (degrees, WGS 84). Rows then hold "
            "`distance_km`, that of the nearest side.",
            term="place",
            place_type="municipality",
            points=side_points,
        ),
        text_filter(any_locale=True),
    ),
    order={"title": TITLE, "since": DATE, **_MOMENTS},
    default_order="title",
    formats=(GEOJSON, CSV),
)

municipalities = Collection(
    type="municipality",
    path="municipalities",
    name="Municipality",
    row=api_shapes.MunicipalityRow,
    work=api_shapes.Municipality,
    list_summary="Municipalities of the library",
    work_summary="One municipality",
    filters=(
        _COUNTRY,
        _REGION,
        KindFilter(name="kind", description="Kinds.", value=Choice(tuple(MunicipalityKind.values))),
        ValidFilter(
            name="seeking_partner",
            description="Whether the municipality is looking for a partner today.",
            value=Yes(),
            term="seeking_partner",
        ),
        text_filter(any_locale=True),
    ),
    order={"title": TITLE, **_MOMENTS},
    default_order="title",
)

conferences = Collection(
    type="conference",
    path="conferences",
    name="Conference",
    row=api_shapes.ConferenceRow,
    work=api_shapes.Conference,
    list_summary="Conferences",
    work_summary="One conference",
    filters=(
        year_filter("Years in which the conference took or takes place."),
        TermFilter(name="place", description="Keys of municipalities.", value=Key()),
        TermFilter(name="series", description="Codes of series, as rows name them in `series_code`.", value=Slug()),
    ),
    order={"start": DATE, "title": TITLE, **_MOMENTS},
    default_order="-start",
)


def register() -> None:
    """Announces the library's endpoints; called when the app is ready."""
    collections.register(partnerships, municipalities, conferences)
