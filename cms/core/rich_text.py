"""Rich text: what editors may use in it, and how stored rich text becomes the HTML of an edition.

Stored rich text names pages and documents by id. An edition holds finished HTML whose links lead to the edition's own
locale, whatever language happens to be active while it is built.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import nh3
from bs4 import BeautifulSoup, Tag
from wagtail.rich_text import get_text_for_indexing

from cms.publishing.addresses import ORIGIN
from cms.publishing.page_links import PAGE_LINK

if TYPE_CHECKING:
    from cms.publishing.context import Context

TEXT_FEATURES: Final = ["bold", "italic", "superscript", "subscript", "ol", "ul", "link", "document-link"]
"""Features of every rich text field and block. Pictures and embeds are blocks of their own."""

LINE_FEATURES: Final = ["bold", "italic", "link"]
"""Features of short texts that stay in one paragraph."""

SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
"""Schemes a link typed by an editor may have."""

_ALLOWED_TAGS: Final = frozenset(
    {"a", "b", "blockquote", "br", "em", "h2", "h3", "h4", "hr", "i", "li", "ol", "p", "strong", "sub", "sup", "ul"}
)
_ALLOWED_ATTRIBUTES: Final = {"a": {"href", "hreflang"}}


def document_html(source: str, context: "Context") -> str:
    """Return stored rich text as the HTML of the edition that is being built.

    Links to pages and documents become addresses in the edition's own locale, with a ``hreflang`` where only another
    locale is published. A link whose target is not public, or whose scheme is not safe, loses its ``<a>`` and keeps
    its text. Anything an editor cannot have entered (scripts, styles, pictures) is removed.
    """
    if "<a" not in source.lower():
        return _clean(source)
    soup = BeautifulSoup(source, "html.parser")
    for link in soup.find_all("a"):
        _resolve(link, context)
    return _clean(str(soup))


@lru_cache(maxsize=4096)
def _clean(html: str) -> str:
    """Return HTML without anything an edition may not hold. Remembered: a body is built for every change around it."""
    return nh3.clean(
        html,
        tags=set(_ALLOWED_TAGS),
        attributes={tag: set(names) for tag, names in _ALLOWED_ATTRIBUTES.items()},
        url_schemes={*SAFE_SCHEMES, ORIGIN.rstrip(":")},
        link_rel=None,
    )


@lru_cache(maxsize=4096)
def plain_text(html: str) -> str:
    """Return HTML or stored rich text as one line of text, for search and for e-mail."""
    return " ".join(get_text_for_indexing(html).split())


def _resolve(link: Tag, context: "Context") -> None:
    """Give one link its final address, or take it away."""
    kind, target = link.get("linktype"), str(link.get("id") or "")
    attributes: dict[str, str] = {}
    if kind == "page":
        attributes = _page_link(target, context)
    elif kind == "document":
        attributes = _document_link(target, context)
    elif kind is None:
        href = str(link.get("href") or "").strip()
        if is_safe_address(href):
            attributes = {"href": href}
    if attributes:
        link.attrs = attributes  # type: ignore[assignment]  # bs4 types the values as a union
    else:
        link.unwrap()


def _page_link(page_id: str, context: "Context") -> dict[str, str]:
    target = context.asset(PAGE_LINK, page_id)
    summary = context.summary(target[0], target[1]) if target else None
    if not summary or not summary.get("url"):
        return {}
    attributes = {"href": summary["url"]}
    if summary["locale"] != context.locale:
        attributes["hreflang"] = summary["locale"]
    return attributes


def _document_link(document_id: str, context: "Context") -> dict[str, str]:
    from cms.core.editions.documents import file_document

    document = file_document(document_id, context)
    return {"href": document["url"]} if document else {}


def is_safe_address(href: str) -> bool:
    """Tell whether an editor's own link may be published: a safe scheme, or a place on the same page."""
    if href.startswith("#"):
        return len(href) > 1
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return parts.scheme.lower() in SAFE_SCHEMES and bool(parts.netloc or parts.path)
