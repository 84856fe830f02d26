"""Tags: kept once for all articles that have them."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from taggit.models import Tag

TAG: Final = "tag"
"""The kind of asset."""


def load_tags(keys: Collection[str], locale: str) -> Mapping[str, Any]:
    """Return tags by id."""
    return {str(tag.pk): tag for tag in Tag.objects.filter(pk__in=[key for key in keys if key.isdigit()])}
