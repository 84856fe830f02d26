"""Inline HTML as translators read and type it."""

from __future__ import annotations

import re
from html import unescape

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail_localize.strings import StringValue

from cms.translation.operations.string_form import normalised, read

_TAG = re.compile(r"(<[^>]*>)")
_LINE_BREAK = re.compile(r"<br\s*/?>")


def typed_form(stored: str, *, plain: bool) -> str:
    """What stands in the translator's field: plain text without markup; rich text with its tags, otherwise readable."""
    if plain:
        return read(stored)
    readable = stored.replace("&amp;", "&")
    return readable if normalised(readable) == stored else stored


def stored_form(typed: str, *, plain: bool) -> str:
    """What wagtail-localize stores of what was typed. The inverse of `typed_form`, but for space at the ends."""
    typed = typed.replace("\r\n", "\n").replace("\x00", "").strip()
    if plain:
        return str(StringValue.from_plaintext(typed).data)
    return normalised(typed)


def with_chips(stored: str, *, plain: bool) -> SafeString:
    """A string to read: its tags as small marks, exactly as they have to be typed."""
    if plain:
        return format_html("{}", read(stored))
    parts = (part for part in _TAG.split(stored) if part)
    return format_html_join("", "{}", ((_chip(part) if _TAG.fullmatch(part) else unescape(part),) for part in parts))


def tags_of(stored: str) -> list[str]:
    """The opening tags in a string, once each: what a translator can put around words."""
    found = [tag for tag in _TAG.findall(stored) if not tag.startswith("</")]
    return list(dict.fromkeys(found))


def _chip(tag: str) -> SafeString:
    chip = format_html('<code class="tw-tag">{}</code>', tag)
    return format_html("{}<br>", chip) if _LINE_BREAK.fullmatch(tag) else chip
