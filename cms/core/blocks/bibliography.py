"""References to publications."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict
from wagtail import blocks

from cms.core.dates import DateDocument

from .block_document import DocumentBlock, Json
from .date import DateBlock, date_document
from .facts import FactCharBlock, FactURLBlock

if TYPE_CHECKING:
    from cms.publishing.context import Context


class BibliographyDocument(TypedDict):
    """One publication, cited as it was published: nothing in it is translated."""

    kind: str
    author: str
    title: str
    publication: str
    issue: str
    pages: str
    date: DateDocument | None
    url: str


class BibliographyBlock(DocumentBlock, blocks.StructBlock):
    """One typed entry of a bibliography."""

    document_type = BibliographyDocument

    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=[
            ("book", _("Book")),
            ("chapter", _("Chapter of a book")),
            ("article", _("Article")),
            ("report", _("Report")),
            ("archive", _("Archival source")),
            ("online", _("Online source")),
        ],
        default="article",
    )
    author = FactCharBlock(label=_("Author"), required=False, max_length=255)
    title = FactCharBlock(label=_("Title"), max_length=500, help_text=_("As published; it is not translated."))
    publication = FactCharBlock(
        label=_("Publication"), required=False, max_length=255, help_text=_("Newspaper, journal, book or archive.")
    )
    issue = FactCharBlock(label=_("Issue"), required=False, max_length=100)
    pages = FactCharBlock(label=_("Pages"), required=False, max_length=100)
    date = DateBlock(label=_("Date"), required=False)
    url = FactURLBlock(label=_("Address"), required=False)

    class Meta:
        icon = "list-ul"
        label = _("Bibliography entry")
        group = _("Text")
        label_format = "{author}: {title}"

    def to_document(self, value: Any, context: "Context") -> BibliographyDocument:
        """Return the entry."""
        return {
            "kind": value.get("kind") or "",
            "author": value.get("author") or "",
            "title": value.get("title") or "",
            "publication": value.get("publication") or "",
            "issue": value.get("issue") or "",
            "pages": value.get("pages") or "",
            "date": date_document(value.get("date"), context),
            "url": value.get("url") or "",
        }

    def to_text(self, document: Json) -> str:
        """Return author, title and publication."""
        return " ".join(filter(None, (document["author"], document["title"], document["publication"])))
