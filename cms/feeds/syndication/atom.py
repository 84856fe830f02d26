"""Atom (RFC 4287), its pages linked as RFC 5005 says."""

from __future__ import annotations

from ..xml import XmlWriter
from .feed import Entry, Feed

MEDIA_TYPE = "application/atom+xml"


def atom(feed: Feed) -> bytes:
    """The feed as Atom."""
    xml = XmlWriter()
    with xml.inside("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.locale}):
        xml.leaf("id", feed.id)
        xml.leaf("title", feed.title)
        xml.leaf("updated", feed.updated.isoformat())
        with xml.inside("author"):
            xml.leaf("name", feed.author)
        _link(xml, "alternate", feed.home_url, type="text/html", hreflang=feed.locale)
        _link(xml, "self", feed.addresses["atom"], type=MEDIA_TYPE)
        for relation, address in (("first", feed.first), ("previous", feed.previous), ("next", feed.next)):
            if address:
                _link(xml, relation, address, type=MEDIA_TYPE)
        xml.leaf("icon", feed.icon)
        for entry in feed.entries:
            with xml.inside("entry"):
                _entry(xml, entry, feed)
    return xml.finished()


def _entry(xml: XmlWriter, entry: Entry, feed: Feed) -> None:
    xml.leaf("id", entry.id)
    xml.leaf("title", entry.title)
    xml.leaf("published", entry.published.isoformat())
    xml.leaf("updated", entry.updated.isoformat())
    _link(xml, "alternate", entry.url, type="text/html", hreflang=feed.locale)
    for locale, address in entry.translations.items():
        # Further alternates would be right too, but some readers take the last one for the entry's own address.
        _link(xml, "related", address, type="text/html", hreflang=locale)
    if entry.author:
        with xml.inside("author"):
            xml.leaf("name", entry.author)
    for category in entry.categories:
        xml.leaf("category", attributes={"term": category})
    if entry.picture:
        _link(xml, "enclosure", entry.picture.url, type=entry.picture.media_type)
    if entry.summary:
        xml.leaf("summary", entry.summary)
    if entry.html:
        xml.leaf("content", entry.html, {"type": "html"})


def _link(xml: XmlWriter, relation: str, address: str, **more: str) -> None:
    xml.leaf("link", attributes={"rel": relation, "href": address, **more})
