"""Which feeds and calendars a page offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from cms.publishing.types import Json

from .calendars.source import calendar_sources
from .syndication.source import FeedSource, feed_sources

FORMS = {"rss": ("RSS", "application/rss+xml"), "atom": ("Atom", "application/atom+xml")}
FORMS["json"] = ("JSON Feed", "application/feed+json")


@dataclass(frozen=True, slots=True)
class Subscription:
    """One address to subscribe to, site-relative."""

    title: str
    form: str
    """What people call the format."""
    media_type: str
    url: str
    is_closest: bool
    """Whether it holds what the page itself is about, and not more."""


def subscriptions_for(document: Json) -> list[Subscription]:
    """What suits a page in the active language: first what is about its work or its list, then what is about all."""
    return [*_feeds(document), *_calendars(document)]


def _feeds(document: Json) -> Iterator[Subscription]:
    for source in feed_sources:
        narrower = _narrowed(source, document)
        title = f"{settings.WAGTAIL_SITE_NAME}: {source.title}"
        if narrower:
            yield from _forms(source, f"{title} · {document['title']}", narrower, is_closest=True)
        yield from _forms(source, title, "", is_closest=not narrower and _listed(document) == source.type)


def _listed(document: Json) -> str:
    """The type of works that a page lists; "" for none."""
    return str((document.get("listing") or {}).get("type", ""))


def _narrowed(source: FeedSource, document: Json) -> str:
    """The query that narrows a feed down to what the page is about; "" where it is about everything."""
    if _listed(document) == source.type and document["listing"]["kind"] and "kind" in source.filters:
        return f"?kind={document['listing']['kind']}"
    filter_name = source.about.get(document["type"])
    return f"?{filter_name}={document['key']}" if filter_name else ""


def _forms(source: FeedSource, title: str, query: str, *, is_closest: bool) -> Iterator[Subscription]:
    for form, (called, media_type) in FORMS.items():
        yield Subscription(title, called, media_type, reverse(f"feeds:{source.name}-{form}") + query, is_closest)


def _calendars(document: Json) -> Iterator[Subscription]:
    for source in calendar_sources:
        if source.type in (_listed(document), document["type"]):
            address = reverse(f"feeds:{source.name}-calendar")
            title = f"{settings.WAGTAIL_SITE_NAME}: {source.title}"
            yield Subscription(title, "iCalendar", "text/calendar", address, _listed(document) == source.type)
