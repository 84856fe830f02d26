"""HTML of a document as Markdown (CommonMark, with `<sub>` and `<sup>` as HTML, which has nothing for them)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from bs4 import PageElement, Tag
from markdownify import ATX, BACKSLASH, MarkdownConverter

_NEEDS_BRACKETS = re.compile(r"[\s()<>]")
_BRACKETED = str.maketrans({"<": "%3C", ">": "%3E", "\n": "%0A", "\r": "%0D"})


class _Converter(MarkdownConverter):  # type: ignore[misc]  # the library has no types
    """Writes links that CommonMark cannot misread."""

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A link, its address in angle brackets where it holds what would end it."""
        href = str(el.get("href") or "")
        label = text.strip()
        if not href or not label:
            return text
        if _NEEDS_BRACKETS.search(href):
            href = f"<{href.translate(_BRACKETED)}>"
        before = " " if text[:1].isspace() else ""
        after = " " if text[-1:].isspace() else ""
        return f"{before}[{label}]({href}){after}"

    def convert_b(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Strong words; as HTML where asterisks would not be read as marks."""
        return _marked(el, text, "**", "strong")

    def convert_i(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Emphasised words; as HTML where asterisks would not be read as marks."""
        return _marked(el, text, "*", "em")

    convert_strong = convert_b
    convert_em = convert_i


def _marked(el: Tag, text: str, mark: str, tag: str) -> str:
    words = text.strip()
    if not words:
        return text
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    opens = bool(before) or _is_read(words[0], _neighbour(el.previous_sibling, -1))
    closes = bool(after) or _is_read(words[-1], _neighbour(el.next_sibling, 0))
    if opens and closes:
        return f"{before}{mark}{words}{mark}{after}"
    return f"{before}<{tag}>{words}</{tag}>{after}"


def _neighbour(sibling: PageElement | None, index: int) -> str:
    """The letter next to a mark; "*" for another element, which may begin or end with a mark of its own."""
    if sibling is None:
        return " "
    if isinstance(sibling, Tag):
        return " " if sibling.name == "br" else "*"
    return str(sibling)[index:][:1] or " "


def _is_read(inner: str, outer: str) -> bool:
    """Whether CommonMark reads a mark between these letters: one inside the marked words, one outside."""
    return outer != "*" and (outer.isspace() or inner.isalnum() or not outer.isalnum())


_OPTIONS: dict[str, Any] = {
    "heading_style": ATX,
    "bullets": "-",
    "newline_style": BACKSLASH,
    "sub_symbol": "<sub>",
    "sup_symbol": "<sup>",
    "escape_misc": True,
}


@lru_cache(maxsize=1024)
def markdown(html: str) -> str:
    """The HTML as Markdown."""
    converted: str = _Converter(**_OPTIONS).convert(html)
    return converted.strip()
