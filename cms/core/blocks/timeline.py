"""Events in their order."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict
from wagtail import blocks

from cms.core.dates import DateDocument
from cms.core.rich_text import TEXT_FEATURES, document_html, plain_text
from cms.publishing.rich_text import RichText

from .block_document import DocumentBlock, Json
from .date import DateBlock, date_document
from .translated import TranslatedCharBlock

if TYPE_CHECKING:
    from cms.publishing.context import Context


class TimelineEventDocument(TypedDict):
    """One event; ``text`` may be empty."""

    date: DateDocument | None
    title: str
    text: RichText


class TimelineDocument(TypedDict):
    """Events in the order in which the editor put them."""

    title: str
    events: list[TimelineEventDocument]


class TimelineEventBlock(blocks.StructBlock):
    """One event of a timeline."""

    date = DateBlock(label=_("Date"))
    title = TranslatedCharBlock(label=_("Title"), max_length=200)
    text = blocks.RichTextBlock(label=_("Text"), required=False, features=TEXT_FEATURES)

    class Meta:
        label = _("Event")
        icon = "date"
        label_format = "{date} {title}"


class TimelineBlock(DocumentBlock, blocks.StructBlock):
    """A list of dated events."""

    document_type = TimelineDocument

    title = TranslatedCharBlock(label=_("Title"), required=False, max_length=200)
    events = blocks.ListBlock(TimelineEventBlock(), label=_("Events"), min_num=1)

    class Meta:
        icon = "history"
        label = _("Timeline")
        group = _("Text")
        label_format = "{title}"

    def to_document(self, value: Any, context: "Context") -> TimelineDocument:
        """Return the events with their dates rendered in the edition's language."""
        return {
            "title": value.get("title") or "",
            "events": [
                {
                    "date": date_document(event.get("date"), context),
                    "title": event.get("title") or "",
                    "text": document_html(event["text"].source, context),
                }
                for event in value.get("events") or ()
            ],
        }

    def to_text(self, document: Json) -> str:
        """Return all titles and texts without markup."""
        parts = [document["title"]]
        for event in document["events"]:
            parts += [event["title"], plain_text(event["text"])]
        return " ".join(filter(None, parts))
