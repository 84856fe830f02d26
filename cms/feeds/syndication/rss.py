"""RSS 2.0, with Atom's links, Dublin Core's authors and the content module for whole texts."""

from __future__ import annotations

from email.utils import format_datetime

from ..xml import XmlWriter
from .feed import Entry, Feed

MEDIA_TYPE = "application/rss+xml"
NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


def rss(feed: Feed) -> bytes:
    """The feed as RSS."""
    xml = XmlWriter()
    with xml.inside("rss", {"version": "2.0", **NAMESPACES}), xml.inside("channel"):
        xml.leaf("title", feed.title)
        xml.leaf("link", feed.home_url)
        xml.leaf("description", feed.title)
        xml.leaf("language", feed.locale)
        xml.leaf("lastBuildDate", format_datetime(feed.updated))
        _links(xml, feed)
        for entry in feed.entries:
            with xml.inside("item"):
                _item(xml, entry, feed)
    return xml.finished()


def _links(xml: XmlWriter, feed: Feed) -> None:
    links = {"self": feed.addresses["rss"], "first": feed.first, "previous": feed.previous, "next": feed.next}
    for relation, address in links.items():
        if address:
            xml.leaf("atom:link", attributes={"rel": relation, "type": MEDIA_TYPE, "href": address})


def _item(xml: XmlWriter, entry: Entry, feed: Feed) -> None:
    xml.leaf("title", entry.title)
    xml.leaf("link", entry.url)
    xml.leaf("guid", entry.id, {"isPermaLink": "false"})
    xml.leaf("pubDate", format_datetime(entry.published))
    xml.leaf("dc:creator", entry.author or feed.author)
    if entry.summary:
        xml.leaf("description", entry.summary)
    if entry.html:
        xml.leaf("content:encoded", entry.html)
    for category in entry.categories:
        xml.leaf("category", category)
    if entry.picture:
        # RSS wants a length; 0 stands for one that is not known before the picture has been asked for.
        xml.leaf("enclosure", attributes={"url": entry.picture.url, "length": "0", "type": entry.picture.media_type})
    xml.leaf("atom:updated", entry.updated.isoformat())
