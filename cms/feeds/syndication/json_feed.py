"""JSON Feed 1.1."""

from __future__ import annotations

from typing import Any

from cms.api.caching import encode

from .feed import Entry, Feed

MEDIA_TYPE = "application/feed+json"


def json_feed(feed: Feed) -> bytes:
    """The feed as JSON."""
    content: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home_url,
        "feed_url": feed.addresses["json"],
        "language": feed.locale,
        "icon": feed.icon,
        "authors": [{"name": feed.author}],
    }
    if feed.next:
        content["next_url"] = feed.next
    return encode(content | {"items": [_item(entry) for entry in feed.entries]})


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
    }
    if entry.summary:
        item["summary"] = entry.summary
    if entry.author:
        item["authors"] = [{"name": entry.author}]
    if entry.categories:
        item["tags"] = list(entry.categories)
    if entry.picture:
        item["image"] = entry.picture.url
    return item
