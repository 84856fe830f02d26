"""The image object of an edition's document."""

from functools import lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final

from typing_extensions import TypedDict
from wagtail.images.models import Filter
from wagtail.images.views.serve import generate_image_url

from cms.core.fields.localized_text import text_in
from cms.publishing.addresses import address

if TYPE_CHECKING:
    from cms.core.models import Image
    from cms.publishing.context import Context

RENDITIONS: Final = {"small": "width-480", "medium": "width-960", "large": "width-1600"}
"""Name of each offered size and Wagtail's filter for it. No size is ever larger than the original."""


class RenditionDocument(TypedDict):
    """One size of a picture. ``width`` and ``height`` are pixels."""

    url: str
    width: int
    height: int


class RenditionsDocument(TypedDict):
    """All sizes in which a picture is offered."""

    small: RenditionDocument
    medium: RenditionDocument
    large: RenditionDocument


class ImageDocument(TypedDict):
    """A picture; ``alt`` and ``caption`` are in the edition's locale and empty where nobody has written them."""

    id: int
    title: str
    alt: str
    caption: str
    credit: str
    licence: str
    width: int
    height: int
    url: str
    renditions: RenditionsDocument


def image_document(image_id: int | None, context: "Context") -> ImageDocument | None:
    """Return the picture with this id as it appears in the edition, or None where there is none.

    Addresses are signed and made without generating a file; the server makes each size when it is first asked for.
    """
    image: Image | None = context.asset("image", image_id) if image_id else None
    if image is None:
        return None
    return {
        "id": image.pk,
        "title": image.title,
        "alt": text_in(image.alt, context.locale),
        "caption": text_in(image.caption, context.locale),
        "credit": image.credit,
        "licence": image.licence,
        "width": image.width,
        "height": image.height,
        "url": address(generate_image_url(image, "original")),
        "renditions": {
            "small": _rendition(image, RENDITIONS["small"]),
            "medium": _rendition(image, RENDITIONS["medium"]),
            "large": _rendition(image, RENDITIONS["large"]),
        },
    }


def _rendition(image: "Image", spec: str) -> RenditionDocument:
    width, height = _size(spec, image.width, image.height, image.is_svg())
    return {"url": address(generate_image_url(image, spec)), "width": width, "height": height}


@lru_cache(maxsize=4096)
def _size(spec: str, width: int, height: int, is_svg: bool) -> tuple[int, int]:
    """Return the pixels that Wagtail makes of a picture of that size."""
    stand_in = SimpleNamespace(width=width, height=height, is_svg=lambda: is_svg)
    new_width, new_height = Filter(spec=spec).get_transform(stand_in).size
    return int(new_width), int(new_height)
