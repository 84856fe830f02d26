"""The shape of a page's document, for its builder and for the API's schema."""

from typing_extensions import TypedDict

from cms.core.blocks import BlockDocument
from cms.core.editions.images import ImageDocument
from cms.publishing.rich_text import RichText


class Listing(TypedDict):
    """What a page lists: an edition type, and one of its kinds or "" for all."""

    type: str
    kind: str


class Navigation(TypedDict):
    """Where a page stands: whether menus show it, how deep it is, and a text that sorts pages as the tree does."""

    in_menu: bool
    depth: int
    position: str


class PageSummary(TypedDict):
    """What other works show of a page. ``listing_type`` is the edition type it lists."""

    listing_type: str | None


class PageItem(TypedDict):
    """A row in the list of pages."""

    image: ImageDocument | None
    listing: Listing | None
    nav: Navigation


class Seo(TypedDict):
    """What search engines are told; "" where title and introduction will do."""

    title: str
    description: str


class PageDocument(PageItem):
    """A page."""

    intro: RichText
    body: list[BlockDocument]
    seo: Seo
