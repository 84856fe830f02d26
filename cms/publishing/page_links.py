"""Links to pages inside rich text name a page's id; this finds the work behind it."""

from collections.abc import Collection, Mapping
from typing import Any

from wagtail.models import Page

from .registry import registry

PAGE_LINK = "page_link"
"""The kind of asset. Which work a page belongs to never changes, so nothing is ever touched under it."""


def load_page_works(keys: Collection[str], locale: str) -> Mapping[str, Any]:
    """(edition type, work id) by page id. Whether the work may be shown is for `context.summary` to say."""
    works = {}
    for page in Page.objects.filter(pk__in=[key for key in keys if key.isdigit()]).select_related("content_type"):
        model = page.specific_class
        edition_type = registry.for_model(model) if model else None
        if edition_type is not None:
            works[str(page.pk)] = (edition_type.name, str(page.translation_key))
    return works
