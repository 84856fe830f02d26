"""Articles in schema.org's words."""

from __future__ import annotations

from cms.core.site.wording import wording
from cms.feeds.structured_data.parts import image, source_locale
from cms.feeds.structured_data.registry import descriptions
from cms.feeds.structured_data.surroundings import Surroundings
from cms.publishing.types import Json
from partnerships.structured_data import place

from .kinds import ArticleKind

NEWS = frozenset({ArticleKind.PRESS_RELEASE, ArticleKind.CONFERENCE_REPORT})
"""Kinds that report something that happened. A letter is an article, but no news."""


def register() -> None:
    """Announces who describes articles; called when the app is ready."""
    descriptions.register("article", article)


def article(document: Json, around: Surroundings) -> Json:
    """An article of any kind."""
    url = around.absolute(document["url"])
    node = "NewsArticle" if document["kind"] in NEWS else "Article"
    conference = document["conference"]
    dateline = document["dateline"]["place"]
    republished = document["republished_from"] or {}
    about = [place(work, around) for work in document["places"]]
    if conference:
        about.append({"@type": "Event", "name": conference["title"], "url": _address(conference, around)})
    return {
        "@type": node,
        "@id": f"{url}#article",
        "url": url,
        "mainEntityOfPage": url,
        "headline": document["title"],
        "description": document["lead"],
        "articleSection": wording(document["kind"], "article_kind"),
        "datePublished": document["date"],
        "dateModified": document["last_changed_at"],
        "inLanguage": around.locale,
        "isPartOf": around.website,
        "author": _author(document) or around.publisher,
        "publisher": around.publisher,
        "image": image(document["image"], around),
        "about": about,
        "locationCreated": place(dateline, around) if dateline else None,
        "keywords": [tag["name"] for tag in document["tags"]],
        "isBasedOn": republished.get("url"),
        "correction": [correction["text"] for correction in document["corrections"]],
        **_translations(document, around, node),
    }


def _author(document: Json) -> Json | None:
    """Who wrote a report or sent a letter, where somebody else than the site's issuer is named."""
    if document.get("author"):
        organisation = document.get("organisation")
        affiliation = {"@type": "Organization", "name": organisation["name"]} if organisation else None
        return {"@type": "Person", "name": document["author"], "affiliation": affiliation}
    if document.get("sender"):
        return {"@type": "Organization", "name": document["sender"]}
    return None


def _translations(document: Json, around: Surroundings, node: str) -> Json:
    """What the article was translated from, or what has been translated from it."""
    source = document.get("original_locale") or source_locale(document)
    if not source:
        return {}
    others = [
        {"@type": node, "@id": f"{around.absolute(entry['url'])}#article", "inLanguage": entry["locale"]}
        | {"headline": entry["title"], "url": around.absolute(entry["url"])}
        for entry in document["translations"]
        if entry["url"] and entry["locale"] != around.locale
    ]
    if source == around.locale:
        return {"workTranslation": others}
    return {"translationOfWork": next((other for other in others if other["inLanguage"] == source), None)}


def _address(work: Json, around: Surroundings) -> str | None:
    return around.absolute(work["url"]) if work["url"] else None
