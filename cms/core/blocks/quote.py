"""Quotations."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict
from wagtail import blocks

from cms.core.dates import DateDocument

from .block_document import DocumentBlock, Json
from .date import DateBlock, date_document
from .translated import TranslatedCharBlock, TranslatedTextBlock

if TYPE_CHECKING:
    from cms.publishing.context import Context


class QuoteDocument(TypedDict):
    """What somebody said or wrote. ``extract`` is true where it is a passage of a longer text, not said here."""

    text: str
    speaker: str
    function: str
    date: DateDocument | None
    extract: bool


class QuoteBlock(DocumentBlock, blocks.StructBlock):
    """A quotation with its speaker."""

    document_type = QuoteDocument

    text = TranslatedTextBlock(label=_("Text"), rows=4, help_text=_("Without quotation marks."))
    speaker = TranslatedCharBlock(label=_("Speaker"), required=False, max_length=200)
    function = TranslatedCharBlock(
        label=_("Function"), required=False, max_length=255, help_text=_("For example “Mayor of Görlitz”.")
    )
    date = DateBlock(label=_("Date"), required=False)
    extract = blocks.BooleanBlock(
        label=_("Extract"),
        required=False,
        help_text=_("The quotation is a passage of a longer speech or text."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        group = _("Text")
        label_format = "{speaker}: {text}"

    def to_document(self, value: Any, context: "Context") -> QuoteDocument:
        """Return the quotation."""
        return {
            "text": value.get("text") or "",
            "speaker": value.get("speaker") or "",
            "function": value.get("function") or "",
            "date": date_document(value.get("date"), context),
            "extract": bool(value.get("extract")),
        }

    def to_text(self, document: Json) -> str:
        """Return the words and who said them."""
        return " ".join(filter(None, (document["text"], document["speaker"], document["function"])))
