"""Background set apart from the text."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict
from wagtail import blocks

from cms.core.rich_text import TEXT_FEATURES, document_html, plain_text
from cms.publishing.rich_text import RichText

from .block_document import DocumentBlock, Json
from .translated import TranslatedCharBlock

if TYPE_CHECKING:
    from cms.publishing.context import Context


class FactBoxDocument(TypedDict):
    """A box."""

    title: str
    text: RichText


class FactBoxBlock(DocumentBlock, blocks.StructBlock):
    """A box with figures or background."""

    document_type = FactBoxDocument

    title = TranslatedCharBlock(label=_("Title"), required=False, max_length=200)
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Fact box")
        group = _("Text")
        label_format = "{title}"

    def to_document(self, value: Any, context: "Context") -> FactBoxDocument:
        """Return the box with its text as HTML."""
        return {"title": value.get("title") or "", "text": document_html(value["text"].source, context)}

    def to_text(self, document: Json) -> str:
        """Return title and text without markup."""
        return " ".join(filter(None, (document["title"], plain_text(document["text"]))))
