"""A single picture."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict
from wagtail import blocks

from cms.core.editions.images import ImageDocument, image_document

from .block_document import DocumentBlock, Json
from .facts import FactCharBlock, FactImageBlock
from .translated import TranslatedCharBlock

if TYPE_CHECKING:
    from cms.publishing.context import Context


class PictureDocument(TypedDict):
    """A picture as it is shown in this place. Its own texts stand before those kept with the picture."""

    image: ImageDocument
    alt: str
    caption: str
    credit: str
    licence: str


class ImageBlock(DocumentBlock, blocks.StructBlock):
    """A picture; texts left empty are taken from the picture itself."""

    document_type = PictureDocument

    image = FactImageBlock(label=_("Picture"))
    alt = TranslatedCharBlock(
        label=_("Alternative text"),
        required=False,
        max_length=255,
        help_text=_("Only where this place needs another text than the one kept with the picture."),
    )
    caption = TranslatedCharBlock(
        label=_("Caption"),
        required=False,
        max_length=500,
        help_text=_("Only where this place needs another text than the one kept with the picture."),
    )
    credit = FactCharBlock(label=_("Credit"), required=False, max_length=255)
    licence = FactCharBlock(label=_("Licence"), required=False, max_length=255)

    class Meta:
        icon = "image"
        label = _("Picture")
        group = _("Media")
        label_format = "{image}"

    def to_document(self, value: Any, context: "Context") -> PictureDocument | None:
        """Return the picture with its texts, or None where it has been deleted."""
        image = image_document(value["image"].pk if value.get("image") else None, context)
        if image is None:
            return None
        return {
            "image": image,
            "alt": value.get("alt") or image["alt"],
            "caption": value.get("caption") or image["caption"],
            "credit": value.get("credit") or image["credit"],
            "licence": value.get("licence") or image["licence"],
        }

    def to_text(self, document: Json) -> str:
        """Return the caption and the alternative text."""
        return " ".join(filter(None, (document["caption"], document["alt"])))
