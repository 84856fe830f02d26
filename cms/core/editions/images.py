"""The image object of an edition's document."""

from typing import TYPE_CHECKING, Final

from typing_extensions import TypedDict

from cms.core.fields.localized_text import text_in
from cms.core.images import addresses, sizes
from cms.publishing.addresses import address

if TYPE_CHECKING:
    from cms.core.models import Image
    from cms.publishing.context import Context

SMALL: Final = 480
MEDIUM: Final = 960
LARGE: Final = 1600


class RenditionDocument(TypedDict):
    """One size of a picture. ``width`` and ``height`` are pixels."""

    url: str
    width: int
    height: int


class RenditionsDocument(TypedDict):
    """The sizes of a picture that most readers need, in a format that every browser shows."""

    small: RenditionDocument
    medium: RenditionDocument
    large: RenditionDocument


class FocalPoint(TypedDict):
    """What a crop must not lose, from the left and from the top edge: 0 to 1."""

    x: float
    y: float


class ImageDocument(TypedDict):
    """A picture; ``alt`` and ``caption`` are in the edition's locale and empty where nobody has written them.

    ``template`` is the address of every further size and format (RFC 6570): ``{size}`` is a width (``640``), a height
    (``x640``) or a crop around the focal point (``640x360``) from the list in the documentation, ``{format}`` one of
    ``formats``. ``widths`` are those of the list that the picture has. No file is larger than the picture itself, whose
    ``width`` and ``height`` are pixels. An address never changes what it shows.
    """

    id: int
    title: str
    alt: str
    caption: str
    credit: str
    licence: str
    width: int
    height: int
    focal_point: FocalPoint | None
    url: str
    renditions: RenditionsDocument
    template: str
    widths: list[int]
    formats: list[sizes.Extension]


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
        "focal_point": _focal_point(image),
        "url": address(addresses.path(image, sizes.ORIGINAL, sizes.extensions(image)[-1])),
        "renditions": {
            "small": _rendition(image, SMALL),
            "medium": _rendition(image, MEDIUM),
            "large": _rendition(image, LARGE),
        },
        "template": address(addresses.template(image)),
        "widths": sizes.widths(image),
        "formats": list(sizes.extensions(image)),
    }


def _rendition(image: "Image", width: int) -> RenditionDocument:
    new_width, new_height = sizes.pixels(f"width-{width}", image.width, image.height, image.is_svg())
    url = address(addresses.path(image, str(width), sizes.extensions(image)[-1]))
    return {"url": url, "width": new_width, "height": new_height}


def _focal_point(image: "Image") -> FocalPoint | None:
    point = image.get_focal_point()
    if point is None:
        return None
    x, y = point.centroid
    return {"x": round(x / image.width, 3), "y": round(y / image.height, 3)}
