"""Carrying over what a locale has in place of the source's images and other values that are no text."""

from __future__ import annotations

from collections.abc import Mapping

from wagtail_localize.models import OverridableSegment, SegmentOverride, TranslationSource

from cms.translation.carrying.matching import moved
from cms.translation.carrying.units import Unit


def overridable_values(source: TranslationSource) -> dict[Unit, int]:
    """The values that may be overridden, as units of path and JSON, with the ids of their places; in order."""
    rows = OverridableSegment.objects.filter(source=source).order_by("order", "pk")
    return {
        Unit(path, value): context_id
        for path, value, context_id in rows.values_list("context__path", "data_json", "context_id")
    }


def carry_overrides(old: Mapping[Unit, int], new: Mapping[Unit, int]) -> None:
    """Where the same value is in another place now (its block was moved or made anew), its overrides go along."""
    paths = {unit.path for unit in old}
    pairs = moved(
        [unit for unit in old if unit not in new],
        [unit for unit in new if unit not in old and unit.path not in paths],
    )
    if not pairs:
        return
    places = {old[before]: new[after] for after, before in pairs.items()}
    overrides = SegmentOverride.objects.filter(context_id__in=[*places, *places.values()])
    taken = {(override.context_id, override.locale_id) for override in overrides}
    SegmentOverride.objects.bulk_create(
        [
            SegmentOverride(
                locale_id=override.locale_id,
                context_id=places[override.context_id],
                last_translated_by_id=override.last_translated_by_id,
                data_json=override.data_json,
                has_error=override.has_error,
                field_error=override.field_error,
            )
            for override in overrides
            if override.context_id in places and (places[override.context_id], override.locale_id) not in taken
        ]
    )
