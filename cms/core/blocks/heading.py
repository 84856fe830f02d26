"""Headings inside a body."""

from typing import TYPE_CHECKING, Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict
from wagtail import blocks

from .block_document import DocumentBlock, Json
from .translated import TranslatedCharBlock

if TYPE_CHECKING:
    from cms.publishing.context import Context


class HeadingDocument(TypedDict):
    """A heading. ``level`` is 2 or 3; ``anchor`` is unique within the body and usable as an HTML id."""

    text: str
    level: int
    anchor: str


class HeadingBlock(DocumentBlock, blocks.StructBlock):
    """A heading of the second or third level; the page's title is the first."""

    document_type = HeadingDocument

    text = TranslatedCharBlock(label=_("Text"), max_length=200)
    level = blocks.ChoiceBlock(
        label=_("Level"), choices=[("2", _("Section")), ("3", _("Section within a section"))], default="2"
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        group = _("Text")
        label_format = "{text}"

    def to_document(self, value: Any, context: "Context") -> HeadingDocument:
        """Return the heading; the body makes equal anchors different."""
        text = (value.get("text") or "").strip()
        return {"text": text, "level": int(value.get("level") or 2), "anchor": slugify(text, allow_unicode=True)}

    def to_text(self, document: Json) -> str:
        """Return the heading's text."""
        return str(document["text"])
