"""Pages that are no articles, in the content API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from articles.editions.shapes import Seo
from cms.api.collection import Collection, collections
from cms.api.filters import KindFilter
from cms.api.ordering import FIRST_PUBLISHED, LAST_CHANGED, PATH, TITLE
from cms.api.schema.shapes import block_union
from cms.api.types import Envelope
from cms.api.values import Choice
from cms.core.blocks import BlockDocument
from cms.core.editions.images import ImageDocument
from cms.publishing.rich_text import RichText

from .blocks import PageBodyBlock
from .editions.page import KINDS
from .editions.shapes import Listing, Navigation

if TYPE_CHECKING:
    PageBlock = BlockDocument
else:
    PageBlock = block_union(
        "PageBlock", {name: block.document_type for name, block in PageBodyBlock().child_blocks.items()}
    )


class PageRow(Envelope):
    """A page in a list."""

    type: Literal["page"]
    kind: Literal["home", "section", "article_index", "library"]
    image: ImageDocument | None
    listing: Listing | None
    nav: Navigation


class Page(PageRow):
    """A page."""

    intro: RichText
    body: list[PageBlock]
    seo: Seo


pages = Collection(
    type="page",
    path="pages",
    name="Page",
    row=PageRow,
    work=Page,
    list_summary="Home, sections and lists",
    work_summary="One page",
    filters=(KindFilter(name="kind", description="Kinds.", value=Choice(tuple(dict.fromkeys(KINDS.values())))),),
    order={"path": PATH, "title": TITLE, "first_published_at": FIRST_PUBLISHED, "last_changed_at": LAST_CHANGED},
    default_order="path",
)


def register() -> None:
    """Announces the pages' endpoint; called when the app is ready."""
    collections.register(pages)
