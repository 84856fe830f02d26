"""The sheet that demo pictures are drawn on: colours, coordinates and a seeded hand."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from random import Random
from typing import TypeAlias

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 1000
"""Size of a finished picture in pixels."""

SCALE = 2
"""Pictures are drawn this much larger and then reduced, so that edges are smooth."""

Colour: TypeAlias = tuple[int, int, int]
Point: TypeAlias = tuple[float, float]


class Canvas:
    """A sheet in units of finished pixels, with the colours of a palette (background first)."""

    def __init__(self, seed: str, palette: Sequence[str]) -> None:
        self.random = Random(seed)
        self.palette = [_rgb(colour) for colour in palette]
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), self.palette[0])
        self._draw = ImageDraw.Draw(self.image)

    def colour(self, index: int, towards: int = 0, share: float = 0.0) -> Colour:
        """Return a colour of the palette, mixed with another one by a share between 0 and 1."""
        one, other = self.palette[index % len(self.palette)], self.palette[towards % len(self.palette)]
        mixed = [round(a + (b - a) * share) for a, b in zip(one, other, strict=True)]
        return mixed[0], mixed[1], mixed[2]

    def any_colour(self, first: int = 1) -> Colour:
        """Return one of the colours from position ``first`` on."""
        return self.random.choice(self.palette[first:])

    def polygon(self, points: Iterable[Point], fill: Colour) -> None:
        """Fill a polygon."""
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def box(self, left: float, top: float, right: float, bottom: float, fill: Colour) -> None:
        """Fill a rectangle."""
        self._draw.rectangle([left * SCALE, top * SCALE, right * SCALE, bottom * SCALE], fill=fill)

    def disc(self, x: float, y: float, radius: float, fill: Colour) -> None:
        """Fill a circle."""
        self._draw.ellipse(_round(x, y, radius), fill=fill)

    def ring(self, x: float, y: float, radius: float, width: float, colour: Colour) -> None:
        """Draw a circle's line."""
        self._draw.ellipse(_round(x, y, radius), outline=colour, width=round(width * SCALE))

    def slice(self, x: float, y: float, radius: float, angles: tuple[float, float], fill: Colour) -> None:
        """Fill a slice of a circle between two angles in degrees, clockwise from three o'clock."""
        self._draw.pieslice(_round(x, y, radius), angles[0], angles[1], fill=fill)

    def arc(self, x: float, y: float, radius: float, angles: tuple[float, float], width: float, colour: Colour) -> None:
        """Draw a part of a circle's line."""
        self._draw.arc(_round(x, y, radius), angles[0], angles[1], fill=colour, width=round(width * SCALE))

    def line(self, points: Iterable[Point], width: float, colour: Colour) -> None:
        """Draw a line through points."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(scaled, fill=colour, width=round(width * SCALE), joint="curve")

    def jpeg(self) -> bytes:
        """Return the finished picture."""
        buffer = io.BytesIO()
        self.image.resize((WIDTH, HEIGHT), Image.Resampling.BOX).save(buffer, "JPEG", quality=88, optimize=True)
        return buffer.getvalue()


def _rgb(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _round(x: float, y: float, radius: float) -> tuple[float, float, float, float]:
    return (x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE
