"""Several pictures together."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict
from wagtail import blocks

from .block_document import DocumentBlock, Json
from .image import ImageBlock, PictureDocument
from .translated import TranslatedCharBlock

if TYPE_CHECKING:
    from cms.publishing.context import Context


class GalleryDocument(TypedDict):
    """Pictures in their order."""

    title: str
    images: list[PictureDocument]


class GalleryBlock(DocumentBlock, blocks.StructBlock):
    """A row of pictures under one title."""

    document_type = GalleryDocument

    title = TranslatedCharBlock(label=_("Title"), required=False, max_length=200)
    images = blocks.ListBlock(ImageBlock(), label=_("Pictures"), min_num=1)

    class Meta:
        icon = "image"
        label = _("Gallery")
        group = _("Media")
        label_format = "{title}"

    def to_document(self, value: Any, context: "Context") -> GalleryDocument:
        """Return the pictures that still exist."""
        block: ImageBlock = self.child_blocks["images"].child_block
        pictures = (block.to_document(picture, context) for picture in value.get("images") or ())
        return {"title": value.get("title") or "", "images": [picture for picture in pictures if picture]}

    def to_text(self, document: Json) -> str:
        """Return the title and the pictures' texts."""
        block: ImageBlock = self.child_blocks["images"].child_block
        return " ".join(filter(None, (document["title"], *(block.to_text(image) for image in document["images"]))))
