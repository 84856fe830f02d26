"""Files to download."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict
from wagtail import blocks

from cms.core.editions.documents import FileDocument, file_documents

from .block_document import DocumentBlock, Json
from .facts import FactDocumentBlock
from .translated import TranslatedCharBlock

if TYPE_CHECKING:
    from cms.publishing.context import Context


class DocumentsDocument(TypedDict):
    """Files in their order; files in private collections are left out."""

    title: str
    documents: list[FileDocument]


class DocumentsBlock(DocumentBlock, blocks.StructBlock):
    """A list of files under one title."""

    document_type = DocumentsDocument

    title = TranslatedCharBlock(label=_("Title"), required=False, max_length=200)
    documents = blocks.ListBlock(FactDocumentBlock(label=_("Document")), label=_("Documents"), min_num=1)

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        group = _("Media")
        label_format = "{title}"

    def to_document(self, value: Any, context: "Context") -> DocumentsDocument:
        """Return the public ones among the files."""
        keys = [document.pk for document in value.get("documents") or () if document]
        return {"title": value.get("title") or "", "documents": file_documents(keys, context)}

    def to_text(self, document: Json) -> str:
        """Return the titles."""
        return " ".join(filter(None, (document["title"], *(file["title"] for file in document["documents"]))))
