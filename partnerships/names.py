"""The published names of municipalities in every language, for search: whoever knows one name finds the work."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from .models.municipality import Municipality, MunicipalityAlias


def published_names(municipalities: Collection[UUID]) -> dict[UUID, list[str]]:
    """Names in all published locales and aliases, by work id. Two queries however many works there are."""
    found: dict[UUID, dict[str, None]] = {key: {} for key in municipalities}
    live = Municipality.objects.filter(translation_key__in=found, live=True).order_by("pk")
    for key, name in live.values_list("translation_key", "name"):
        found[key][name] = None
    aliases = MunicipalityAlias.objects.filter(
        municipality__translation_key__in=found, municipality__live=True
    ).order_by("municipality_id", "sort_order")
    for key, text in aliases.values_list("municipality__translation_key", "text"):
        found[key][text] = None
    return {key: list(names) for key, names in found.items()}
