"""Articles in RSS, Atom and JSON feeds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from cms.core.site.wording import wording
from cms.feeds.syndication.source import EntryContent, FeedSource, feed_sources
from cms.publishing.types import Json


def register() -> None:
    """Announces the feed; called when the app is ready."""
    feed_sources.register(
        "articles",
        FeedSource(
            name="articles",
            type="article",
            title=_("News"),
            content=entry_content,
            filters=("kind", "place", "partnership", "conference"),
            about={"municipality": "place", "partnership": "partnership", "conference": "conference"},
            label=filter_label,
        ),
    )


def entry_content(document: Json) -> EntryContent:
    """What a feed tells of an article: the whole text, so that it can be read in the feed reader."""
    return EntryContent(
        day=date.fromisoformat(document["date"]),
        summary=document["lead"],
        image=document["image"],
        body=document["body"],
        author=document.get("author") or document.get("sender") or "",
        categories=[wording(document["kind"], "article_kind"), *(tag["name"] for tag in document["tags"])],
    )


def filter_label(name: str, value: str, documents: Sequence[Json]) -> str:
    """The kind's word, or the name of the work as the articles found tell it."""
    if name == "kind":
        return wording(value, "article_kind")
    for document in documents:
        named = [document.get("conference"), *document.get(f"{name}s", ())]
        for work in named:
            if work and work["key"] == value:
                return str(work["title"])
    return ""
