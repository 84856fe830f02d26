"""What a demo picture is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cms.demo.texts import Texts

from .canvas import Canvas

CREDIT = "Trilog"
LICENCE = "CC0 1.0"


@dataclass(frozen=True, slots=True)
class DemoPicture:
    """One picture: what draws it, and what is said about it. The first colour of the palette is the background."""

    motif: Callable[[Canvas], None]
    palette: tuple[str, ...]
    title: Texts
    alt: Texts
    caption: Texts

    def jpeg(self, key: str) -> bytes:
        """Draw the picture; the same key gives the same picture every time."""
        canvas = Canvas(key, self.palette)
        self.motif(canvas)
        return canvas.jpeg()
