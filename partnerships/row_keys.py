"""Which work a partnership's row belongs to, for blocks that know the row only by its primary key."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from cms.publishing.assets import register_asset

from .models import Partnership

PARTNERSHIP_ROW: Final = "partnership_row"
"""The kind of asset. What it names never changes, so nothing is ever touched under it."""


def load_partnership_keys(keys: Collection[str], locale: str) -> Mapping[str, Any]:
    """Work ids by row id. Whether the work may be shown is for ``context.summary`` to say."""
    rows = Partnership.objects.filter(pk__in=[key for key in keys if key.isdigit()])
    return {str(pk): str(key) for pk, key in rows.values_list("pk", "translation_key")}


def register() -> None:
    """Make ``context.asset(PARTNERSHIP_ROW, pk)`` work."""
    register_asset(PARTNERSHIP_ROW, load_partnership_keys)
