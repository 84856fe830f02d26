"""Choosing the text of one locale, and remembering where there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping

_TAG = re.compile(r"(<[^>]*>)")

UNTRANSLATED = "\ue000"
"""Stands before every string that has no translation; a character of the private use area, never stored."""


class Wording:
    """The texts of one locale. Where there is none, the source's text stands in, marked as untranslated if wished."""

    def __init__(self, locale: str, source: str, *, marked: bool = False) -> None:
        self.locale = locale
        self.source = source
        self.marked = marked

    def __call__(self, texts: Mapping[str, str] | str) -> str:
        """Return a text in this locale; a plain string reads the same everywhere."""
        if isinstance(texts, str):
            return texts
        if not texts:
            return ""
        if self.locale in texts:
            return texts[self.locale]
        return _mark(texts[self.source]) if self.marked else texts[self.source]


def _mark(text: str) -> str:
    parts = _TAG.split(text)
    return "".join(part if part.startswith("<") or not part else UNTRANSLATED + part for part in parts)
