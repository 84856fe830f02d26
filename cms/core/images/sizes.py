"""The sizes and formats in which a picture can be had, and their names in addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final, Literal

from wagtail.images.models import Filter

if TYPE_CHECKING:
    from cms.core.models import Image

LENGTHS: Final = (160, 320, 480, 640, 960, 1200, 1600, 1920)
"""Widths, and heights, in pixels."""

RATIOS: Final = ((1, 1), (4, 3), (3, 2), (16, 9), (40, 21), (3, 4))
"""Width to height of crops. 40:21 is what links show on social networks (1200x630)."""

CROPS: Final = frozenset((width, round(width * high / wide)) for width in LENGTHS for wide, high in RATIOS)

Extension = Literal["avif", "webp", "jpg", "png", "gif", "svg"]

MEDIA_TYPES: Final = {
    "avif": "image/avif",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "svg": "image/svg+xml",
}
"""The formats by their ending."""

ORIGINAL: Final = "original"

_OPERATIONS: Final = {
    "avif": ["format-avif"],
    "webp": ["format-webp"],
    "jpg": ["format-jpeg"],
    "png": ["format-png"],
    "gif": ["format-gif"],
    "svg": [],
}
_NAME: Final = re.compile(r"(original|[1-9][0-9]{0,3}|x[1-9][0-9]{0,3}|[1-9][0-9]{0,3}x[1-9][0-9]{0,3})\.([a-z]{3,4})")


@dataclass(frozen=True, slots=True)
class Size:
    """One file that can be made of a picture."""

    operation: str
    """Wagtail's, such as `width-640`."""
    extension: str

    @property
    def spec(self) -> str:
        """Wagtail's filter."""
        best = ["jpegquality-92"] if (self.operation, self.extension) == (ORIGINAL, "jpg") else []
        return "|".join([self.operation, *_OPERATIONS[self.extension], *best])

    @property
    def media_type(self) -> str:
        """The type of the file."""
        return MEDIA_TYPES[self.extension]


@lru_cache(maxsize=1024)
def parse(name: str) -> Size | None:
    """The size behind a name such as `640.webp`, `x480.avif`, `640x360.jpg` or `original.png`; None off the list."""
    match = _NAME.fullmatch(name)
    if match is None or match[2] not in MEDIA_TYPES:
        return None
    operation = _operation(match[1])
    return Size(operation, match[2]) if operation else None


def _operation(size: str) -> str | None:
    if size == ORIGINAL:
        return size
    width, _, height = size.partition("x")
    if not height:
        return f"width-{width}" if int(width) in LENGTHS else None
    if not width:
        return f"height-{height}" if int(height) in LENGTHS else None
    return f"fill-{size}" if (int(width), int(height)) in CROPS else None


def extensions(image: Image) -> tuple[Extension, ...]:
    """The formats of a picture, smallest files first; the last one is what every browser shows."""
    stored = image.file.name.rpartition(".")[2].lower()
    if stored == "svg":
        return ("svg",)
    if stored == "png":
        return ("avif", "webp", "png")
    return ("avif", "webp", "gif" if stored == "gif" else "jpg")


def widths(image: Image) -> list[int]:
    """The widths that make a difference: no file is larger than the picture."""
    return [width for width in LENGTHS if width <= image.width] or [LENGTHS[0]]


@lru_cache(maxsize=4096)
def pixels(operation: str, width: int, height: int, is_svg: bool) -> tuple[int, int]:
    """Width and height that an operation makes of a picture of that size."""
    stand_in = SimpleNamespace(width=width, height=height, is_svg=lambda: is_svg)
    new_width, new_height = Filter(spec=operation).get_transform(stand_in).size
    return int(new_width), int(new_height)
