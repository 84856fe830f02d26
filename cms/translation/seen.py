"""What a translator had before them when they began to write: a token that tells whether it is still so."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

LENGTH = 12
"""Hexadecimal digits of each half; enough to tell the versions of one string apart."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Digests of a source string and of its translation ("" where there was none), as they were shown together."""

    source: str
    text: str

    @classmethod
    def of(cls, source: str, text: str) -> Seen:
        """Of a string and its translation, both as wagtail-localize stores them."""
        return cls(_digest(source), _digest(text))

    @classmethod
    def parse(cls, token: str) -> Seen | None:
        """From a form; None for what is no token."""
        source, _dash, text = token.partition("-")
        return cls(source, text) if len(source) == len(text) == LENGTH else None

    def __str__(self) -> str:
        return f"{self.source}-{self.text}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]
