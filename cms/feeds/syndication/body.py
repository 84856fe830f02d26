"""The body of a work as HTML for feed readers: the site's own templates, without what only the site can do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import nh3
from django.template.loader import select_template
from django.utils.html import format_html

from cms.core.templatetags.trilog import outlined
from cms.publishing.types import Json

_TAGS = frozenset(
    {
        *("a", "b", "blockquote", "br", "caption", "cite", "div", "em", "figcaption", "figure", "h2", "h3", "h4", "hr"),
        *("i", "img", "li", "ol", "p", "small", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "time"),
        *("tr", "ul"),
    }
)
_ATTRIBUTES = {
    "*": {"lang"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "time": {"datetime"},
    "th": {"scope"},
}
_WITH_CONTENT = frozenset({"button", "script", "style", "template"})
"""Elements whose content makes no sense in a reader."""
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def body_html(body: Iterable[Mapping[str, Any]], *, picture: Json | None, url: str) -> str:
    """A work's picture and body. `url` is its page: links to places on the page lead there.

    A type of block that looks different in feeds has a template `feeds/blocks/<type>.html`.
    """
    parts = [_figure(picture)] if picture else []
    for block, level in outlined(body):
        if block["value"] is not None:
            names = [f"feeds/blocks/{block['type']}.html", f"blocks/{block['type']}.html"]
            shown = select_template(names).render({"value": block["value"], "title_level": level})
            parts.append(format_html('<div lang="{}">{}</div>', block["lang"], shown) if "lang" in block else shown)
    html = nh3.clean(
        "".join(parts),
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        clean_content_tags=set(_WITH_CONTENT),
        url_schemes=set(_SCHEMES),
        url_relative=("rewrite_with_base", url),
        link_rel=None,
    )
    return "\n".join(filter(None, (line.strip() for line in html.splitlines())))


def _figure(picture: Json) -> str:
    size = picture["renditions"]["medium"]
    credit = " · ".join(filter(None, (picture["caption"], picture["credit"], picture["licence"])))
    return format_html(
        '<figure><img src="{}" width="{}" height="{}" alt="{}">{}</figure>',
        size["url"],
        size["width"],
        size["height"],
        picture["alt"],
        format_html("<figcaption>{}</figcaption>", credit) if credit else "",
    )
