"""Presentation of document values: nothing here decides what readers may see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.template import Context
from django.utils import formats
from django.utils.dateparse import parse_datetime
from django.utils.html import format_html, strip_tags
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import get_language

from cms.core.dates import PartialDate
from cms.core.site.frame import Frame, frame_of
from cms.core.site.languages import native_name
from cms.core.site.wording import wording as words_for

register = template.Library()


@register.simple_tag(takes_context=True)
def site_frame(context: Context) -> Frame:
    """What surrounds the content of every page: navigation, languages, foot."""
    return frame_of(context.get("request"), context.get("document"), preview=bool(context.get("preview")))


@register.simple_tag(takes_context=True)
def absolute(context: Context, url: str) -> str:
    """The address with scheme and host, for readers that are not browsers."""
    request = context.get("request")
    return request.build_absolute_uri(url) if request else url


@register.simple_tag
def srcset(image: Mapping[str, Any], extension: str) -> str:
    """The widths of a picture in one format, for `<source srcset>`."""
    template: str = image["template"].replace("{format}", extension)
    return ", ".join(f"{template.replace('{size}', str(width))} {width}w" for width in image["widths"])


@register.simple_tag(takes_context=True)
def lang_if_other(context: Context, locale: str | None) -> str:
    """A `lang` attribute for a fragment in another language than the page, otherwise nothing."""
    frame = context.get("frame")
    page_locale = frame.locale if frame else get_language()
    if not locale or locale == page_locale:
        return ""
    return format_html(' lang="{}"', locale)


@register.simple_tag
def lang_of(document: Mapping[str, Any], field: str) -> str:
    """A `lang` attribute for a field of a draft that nobody has translated yet, otherwise nothing."""
    untranslated = document.get("untranslated")
    if not untranslated or field not in untranslated["fields"]:
        return ""
    return format_html(' lang="{}"', untranslated["lang"])


@register.simple_tag
def when(value: Any) -> str:
    """A date as `<time>`: a date object of a document (with its own text), an ISO moment or an EDTF date.

    What is not known to the day, month or year gets no machine-readable value.
    """
    if not value:
        return ""
    if isinstance(value, dict):
        return _time(_machine_readable(value), value["text"])
    if "T" in value:
        moment = parse_datetime(value)
        return _time(value, formats.date_format(localtime(moment), "DATETIME_FORMAT")) if moment else value
    known = PartialDate.parse(value).as_document(get_language() or "")
    return _time(_machine_readable(known), known["text"])


@register.simple_tag
def period(start: Any, end: Any) -> str:
    """The time between two date objects of a document, without saying twice what both share."""
    if not start:
        return when(end)
    if not end or end["edtf"] == start["edtf"]:
        return when(start)
    whole = PartialDate.between(PartialDate.parse(start["edtf"]), PartialDate.parse(end["edtf"]))
    return _time("", whole.text(get_language() or ""))


@register.simple_tag
def alias_period(alias: Mapping[str, Any]) -> str:
    """When a name was in use; open where it is known at one end only."""
    start, end = alias["from"], alias["to"]
    whole = PartialDate.parse(f"{start['edtf'] if start else '..'}/{end['edtf'] if end else '..'}")
    return _time("", whole.text(get_language() or ""))


@register.filter
def clock(moment: str | None) -> str:
    """The time of day of a local ISO moment; empty for a day without a time."""
    parsed = parse_datetime(moment) if moment and "T" in moment else None
    return formats.time_format(parsed, "H:i") if parsed else ""


def _machine_readable(value: Mapping[str, Any]) -> str:
    edtf: str = value["edtf"]
    plain = value["precision"] in ("day", "month", "year") and not set(edtf) & set("/~?%X")
    return edtf if plain else ""


def _time(machine: str, text: str) -> str:
    if not machine:
        return format_html("<span>{}</span>", text)
    return format_html('<time datetime="{}">{}</time>', machine, text)


@register.simple_tag
def source(value: Any) -> str:
    """Where something is written: a text, an address, or both as `{text, url}`."""
    text, url = (value.get("text", ""), value.get("url", "")) if isinstance(value, dict) else (value, "")
    if not url and str(text).startswith(("http://", "https://")):
        url, text = text, host(text)
    if not url:
        return format_html("{}", text)
    return format_html('<a href="{}" rel="noopener">{}</a>', url, text or host(url))


@register.filter
def wording(code: str | None, topic: str) -> str:
    """The words for a code of a document, see `cms.core.site.wording`."""
    return words_for(code, topic) if code else ""


@register.filter
def grouped(number: int | None) -> str:
    """A whole number with the thousands separator of the active language."""
    return "" if number is None else formats.number_format(number, force_grouping=True)


@register.filter
def language_name(code: str) -> str:
    """A language's own name for itself; the code where it is not known."""
    return native_name(code)


@register.filter
def language_names(codes: Iterable[str]) -> str:
    """Languages' own names, separated by commas."""
    return ", ".join(language_name(code) for code in codes)


@register.simple_tag
def description_of(document: Mapping[str, Any]) -> str:
    """One plain sentence or two about a work, for search engines: the editor's own, else lead or introduction."""
    seo = document.get("seo") or {}
    text = seo.get("description") or document.get("lead") or strip_tags(document.get("intro") or "")
    return Truncator(" ".join(unescape(text).split())).chars(300)


@register.filter
def outlined(body: Iterable[Mapping[str, Any]]) -> list[tuple[Mapping[str, Any], int]]:
    """The blocks of a body, each with the level its own title has in the page's outline: 2 before the first heading."""
    level = 2
    blocks = []
    for block in body:
        blocks.append((block, level))
        if block["type"] == "heading" and block["value"]:
            level = 3
    return blocks


@register.filter
def phone_address(number: str) -> str:
    """A phone number as it stands in a `tel:` address."""
    return "".join(letter for letter in number if letter.isdigit() or letter == "+")


@register.filter
def host(url: str) -> str:
    """The host of an address, as people write it."""
    return urlsplit(url).netloc.removeprefix("www.") or url


@register.filter
def as_list(value: Any) -> list[Any]:
    """The value as a list: of itself where it is a single one, empty where there is none."""
    if not value:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]
