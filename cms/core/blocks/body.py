"""The body of a page: which blocks it may hold, and how it becomes part of an edition."""

from typing import TYPE_CHECKING, Any

from wagtail import blocks

from .bibliography import BibliographyBlock
from .block_document import BlockDocument, DocumentBlock, Json
from .call_to_action import CallToActionBlock
from .documents import DocumentsBlock
from .embed import EmbedBlock
from .fact_box import FactBoxBlock
from .facts import references_only
from .gallery import GalleryBlock
from .heading import HeadingBlock
from .image import ImageBlock
from .paragraph import ParagraphBlock
from .quote import QuoteBlock
from .table import TableBlock
from .timeline import TimelineBlock

if TYPE_CHECKING:
    from cms.publishing.context import Context

NOT_PUBLISHED = "not_published"


class CommonBodyBlock(blocks.StreamBlock):
    """The blocks that every body may hold. Content apps derive from it to add blocks for their own works."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    quote = QuoteBlock()
    fact_box = FactBoxBlock()
    timeline = TimelineBlock()
    table = TableBlock()
    bibliography = BibliographyBlock()
    image = ImageBlock()
    gallery = GalleryBlock()
    documents = DocumentsBlock()
    embed = EmbedBlock()
    call_to_action = CallToActionBlock()


def body_document(body: blocks.StreamValue, context: "Context", field: str = "body") -> list[BlockDocument]:
    """Return the blocks of a body, which is stored in ``field``, as they stand in an edition.

    A block whose target is not public stays in its place, with no value and a reason. Anchors of headings are unique.
    """
    anchors: dict[str, int] = {}
    documents: list[BlockDocument] = []
    with references_only():
        for child in blocks.StreamValue(body.stream_block, list(body.raw_data), is_lazy=True):
            value = child.block.to_document(child.value, context)
            if value is None:
                documents.append({"type": child.block_type, "id": child.id, "value": None, "reason": NOT_PUBLISHED})
                continue
            if "anchor" in value:
                value["anchor"] = _unique(value["anchor"] or "section", anchors)
            lang = context.lang(field, child.id)
            documents.append({"type": child.block_type, "id": child.id, "value": value, **lang})
    return documents


def body_text(body: blocks.StreamValue, documents: list[BlockDocument]) -> str:
    """Return everything a reader could search for in a body, without markup.

    ``documents`` is what ``body_document`` made of the same body.
    """
    block_types: dict[str, Any] = body.stream_block.child_blocks
    texts = (
        block_types[document["type"]].to_text(document["value"])
        for document in documents
        if document["value"] is not None
    )
    return "\n".join(filter(None, texts))


def _unique(anchor: str, seen: dict[str, int]) -> str:
    seen[anchor] = seen.get(anchor, 0) + 1
    return anchor if seen[anchor] == 1 else _unique(f"{anchor}-{seen[anchor]}", seen)


__all__ = ["NOT_PUBLISHED", "BlockDocument", "CommonBodyBlock", "DocumentBlock", "Json", "body_document", "body_text"]
