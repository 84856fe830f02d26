"""Running text."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict
from wagtail import blocks

from cms.core.rich_text import TEXT_FEATURES, document_html, plain_text
from cms.publishing.rich_text import RichText

from .block_document import DocumentBlock, Json

if TYPE_CHECKING:
    from cms.publishing.context import Context


class ParagraphDocument(TypedDict):
    """Running text."""

    text: RichText


class ParagraphBlock(DocumentBlock, blocks.RichTextBlock):
    """One or more paragraphs, with lists and links."""

    document_type = ParagraphDocument

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        group = _("Text")

    def to_document(self, value: Any, context: "Context") -> ParagraphDocument:
        """Return the text as HTML of the edition's locale."""
        return {"text": document_html(value.source, context)}

    def to_text(self, document: Json) -> str:
        """Return the text without markup."""
        return plain_text(document["text"])
