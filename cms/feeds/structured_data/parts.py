"""Nodes that descriptions of several types need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cms.publishing.models import Edition
from cms.publishing.types import Json

from .surroundings import Surroundings


def without_blanks(value: Any) -> Any:
    """A copy without members that say nothing."""
    if isinstance(value, dict):
        cleaned = {name: without_blanks(member) for name, member in value.items()}
        return {name: member for name, member in cleaned.items() if member not in (None, "", [], {})}
    if isinstance(value, list):
        return [without_blanks(member) for member in value]
    return value


def web_page(document: Json, around: Surroundings, *, page_type: str = "WebPage") -> Json:
    """The page of a work as such."""
    url = around.absolute(document["url"])
    return {
        "@type": page_type,
        "@id": f"{url}#page",
        "url": url,
        "name": document["title"],
        "inLanguage": around.locale,
        "isPartOf": around.website,
        "publisher": around.publisher,
        "dateModified": document["last_changed_at"],
    }


def image(document: Json | None, around: Surroundings) -> Json | None:
    """An image object of a document."""
    if not document:
        return None
    size = document["renditions"]["large"]
    return {
        "@type": "ImageObject",
        "url": around.absolute(size["url"]),
        "width": size["width"],
        "height": size["height"],
        "caption": document["caption"] or document["alt"],
        "creditText": document["credit"],
    }


def breadcrumbs(trail: Sequence[tuple[str, str]], around: Surroundings) -> Json | None:
    """The way from the home page: titles and addresses."""
    if len(trail) < 2:
        return None
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": around.absolute(url)}
            for position, (title, url) in enumerate(trail, start=1)
        ],
    }


def source_locale(document: Json) -> str:
    """The locale of the one edition that was not translated from another; "" where there are several, or no others.

    One query for a work that is published in several locales.
    """
    if len(document["translations"]) < 2:
        return ""
    sources = Edition.objects.filter(type=document["type"], key=document["key"], state=Edition.State.SOURCE)
    locales = list(sources.values_list("locale", flat=True)[:2])
    return locales[0] if len(locales) == 1 else ""
