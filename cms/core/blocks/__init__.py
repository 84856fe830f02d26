"""Body blocks: one concept a file, each with the shape of its place in an edition."""

from .block_document import BlockDocument, DocumentBlock
from .body import CommonBodyBlock, body_document, body_text
from .facts import FactBlock, FactCharBlock, FactChooser, FactDocumentBlock, FactImageBlock, FactPageBlock, FactURLBlock
from .translated import TranslatedCharBlock, TranslatedTextBlock

__all__ = [
    "BlockDocument",
    "CommonBodyBlock",
    "DocumentBlock",
    "FactBlock",
    "FactCharBlock",
    "FactChooser",
    "FactDocumentBlock",
    "FactImageBlock",
    "FactPageBlock",
    "FactURLBlock",
    "TranslatedCharBlock",
    "TranslatedTextBlock",
    "body_document",
    "body_text",
]
