"""HTML of a document as a tree of typed nodes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Literal

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag

from cms.publishing.rich_text import ListItemNode, RichTextBlock, RichTextInline, RootNode

_Mark = Literal["strong", "emphasis", "subscript", "superscript"]

_MARKS: dict[str, _Mark] = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "sub": "subscript",
    "sup": "superscript",
}
_BLOCKS = frozenset({"p", "h2", "h3", "h4", "ol", "ul", "blockquote", "hr"})
_SPACES = re.compile(r"[ \t\r\n\f]+")


@lru_cache(maxsize=1024)
def tree(html: str) -> RootNode:
    """The HTML as nodes. Whoever gets it must not change it: it is remembered."""
    return {"type": "root", "children": _blocks(BeautifulSoup(html, "html.parser").children)}


def _blocks(elements: Iterable[PageElement]) -> list[RichTextBlock]:
    """Block by block; words between blocks become paragraphs."""
    blocks: list[RichTextBlock] = []
    loose: list[PageElement] = []
    for element in elements:
        if isinstance(element, Tag) and element.name in _BLOCKS:
            blocks += _paragraph(loose)
            loose = []
            blocks.append(_block(element))
        else:
            loose.append(element)
    return blocks + _paragraph(loose)


def _paragraph(elements: Iterable[PageElement]) -> list[RichTextBlock]:
    children = _trimmed(_inlines(elements))
    return [{"type": "paragraph", "children": children}] if children else []


def _block(tag: Tag) -> RichTextBlock:
    if tag.name == "hr":
        return {"type": "rule"}
    if tag.name == "blockquote":
        return {"type": "quote", "children": _blocks(tag.children)}
    if tag.name in ("ol", "ul"):
        items: list[ListItemNode] = [
            {"type": "list_item", "children": _blocks(item.children)} for item in tag.find_all("li", recursive=False)
        ]
        return {"type": "list", "ordered": tag.name == "ol", "children": items}
    children = _trimmed(_inlines(tag.children))
    if tag.name == "p":
        return {"type": "paragraph", "children": children}
    return {"type": "heading", "level": int(tag.name[1]), "children": children}


def _inlines(elements: Iterable[PageElement]) -> list[RichTextInline]:
    nodes: list[RichTextInline] = []
    for element in elements:
        if isinstance(element, Tag):
            nodes += _inline(element)
        elif type(element) is NavigableString and (text := _SPACES.sub(" ", element)):
            nodes.append({"type": "text", "text": text})
    return nodes


def _inline(tag: Tag) -> list[RichTextInline]:
    if tag.name == "br":
        return [{"type": "break"}]
    children = _inlines(tag.children)
    if tag.name in _MARKS:
        return [{"type": _MARKS[tag.name], "children": children}] if children else []
    if tag.name == "a" and tag.get("href"):
        locale = tag.get("hreflang")
        return [
            {"type": "link", "url": str(tag["href"]), "locale": str(locale) if locale else None, "children": children}
        ]
    return children


def _trimmed(nodes: list[RichTextInline]) -> list[RichTextInline]:
    """Without the spaces at both ends of a block, which nobody sees."""
    for end, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while nodes and nodes[end]["type"] == "text":
            node: Any = nodes[end]
            if text := strip(node["text"], " "):
                nodes[end] = {"type": "text", "text": text}
                break
            nodes.pop(end)
    return nodes
