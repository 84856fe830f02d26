"""The file object of an edition's document."""

from typing import TYPE_CHECKING

from django.urls import reverse
from typing_extensions import TypedDict

from cms.publishing.addresses import address

if TYPE_CHECKING:
    from cms.core.models import Document
    from cms.publishing.context import Context


class FileDocument(TypedDict):
    """A file to download. ``extension`` is lower case without a dot; ``size`` is bytes, None where the file is lost."""

    id: int
    title: str
    url: str
    extension: str
    size: int | None


def file_document(document_id: int | str | None, context: "Context") -> FileDocument | None:
    """Return the document with this id as it appears in an edition, or None where it is gone or private."""
    document: Document | None = context.asset("document", document_id) if document_id else None
    if document is None:
        return None
    return {
        "id": document.pk,
        "title": document.title,
        "url": address(reverse("wagtaildocs_serve", args=[document.pk, document.filename])),
        "extension": document.file_extension.lower(),
        "size": document.file_size,
    }


def file_documents(document_ids: list[int], context: "Context") -> list[FileDocument]:
    """Return the public ones among the documents with these ids, in the given order."""
    found = (file_document(document_id, context) for document_id in document_ids)
    return [document for document in found if document is not None]
