"""Pages in schema.org's words."""

from __future__ import annotations

from cms.core.rich_text import plain_text
from cms.feeds.structured_data.parts import image, web_page
from cms.feeds.structured_data.registry import descriptions
from cms.feeds.structured_data.surroundings import Surroundings
from cms.publishing.types import Json


def register() -> None:
    """Announces who describes pages; called when the app is ready."""
    descriptions.register("page", page)


def page(document: Json, around: Surroundings) -> Json:
    """A page; one that lists something is a collection of it."""
    page_type = "CollectionPage" if document["listing"] else "WebPage"
    return web_page(document, around, page_type=page_type) | {
        "description": document["seo"]["description"] or plain_text(document["intro"]),
        "primaryImageOfPage": image(document["image"], around),
    }
