"""What surrounds the content of every page: navigation, way back, languages, foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from cms.core.models import SiteSettings
from cms.publishing.locales import content_locales
from cms.publishing.types import Json

from .alternates import alternates_of
from .languages import LanguageLink, languages_of, native_name
from .pages_tree import PageNode, PageTree


@dataclass(frozen=True, slots=True)
class Link:
    """A title and where it leads."""

    title: str
    url: str
    code: str = ""
    """The locale of what it leads to, where that matters."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A page in the menu, with those below it."""

    title: str
    url: str
    is_current: bool
    is_ancestor: bool
    children: tuple[MenuEntry, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.is_current or self.is_ancestor


@dataclass(frozen=True, slots=True)
class Alternate:
    """One `hreflang` link; `url` is absolute."""

    locale: str
    url: str


@dataclass(frozen=True, slots=True)
class Frame:
    """See the module. `locale` is the language of the page; addresses are site-relative unless said otherwise."""

    locale: str
    site_name: str
    home_url: str
    navigation: tuple[MenuEntry, ...]
    breadcrumbs: tuple[Link, ...]
    children: tuple[Link, ...]
    languages: tuple[LanguageLink, ...]
    alternates: tuple[Alternate, ...]
    edition_state: str
    homes: tuple[Link, ...]
    issuer: str
    legal: tuple[Link, ...]
    social: tuple[Link, ...]

    @property
    def other_editions(self) -> list[LanguageLink]:
        """The languages that the same work can be read in besides this one."""
        return [language for language in self.languages if language.url and not language.is_current]


def frame_of(request: HttpRequest | None, document: Json | None, *, preview: bool = False) -> Frame:
    """The frame around a document, or around a message (a 404, a question for a password) where there is none.

    Two queries: the pages' tree and the settings.
    """
    document = document or {}
    locale = document.get("locale") or _active_locale()
    url = document.get("url") or ""
    tree = PageTree.load()
    home = tree.home(locale)
    above = tree.above(url, locale) if url else []
    here = tree.at(url) if url else None
    translations = document.get("translations", [])
    own: Json = next((entry for entry in translations if entry["locale"] == locale), {})
    said = _site_settings(locale)
    return Frame(
        locale=locale,
        site_name=settings.WAGTAIL_SITE_NAME,
        home_url=home.url if home else "/",
        navigation=_menu(tree, home, url),
        breadcrumbs=tuple(Link(node.title, node.url) for node in above) if len(above) > 1 else (),
        children=tuple(Link(node.title, node.url) for node in tree.children(here)) if here else (),
        languages=languages_of(document) if document else (),
        alternates=() if preview else _alternates(request, document),
        edition_state=own.get("state", ""),
        homes=tuple(Link(native_name(node.locale), node.url, node.locale) for node in _in_order(tree.homes())),
        issuer=said[0]["issuer"] if said else "",
        legal=_legal(tree, said[0], locale) if said else (),
        social=tuple(Link(row["social_links__label"], row["social_links__url"]) for row in said if row["social_links"]),
    )


def _active_locale() -> str:
    active = get_language()
    return active if active in content_locales() else settings.LANGUAGE_CODE


def _in_order(nodes: list[PageNode]) -> list[PageNode]:
    order = content_locales()
    return sorted((node for node in nodes if node.locale in order), key=lambda node: order.index(node.locale))


def _menu(tree: PageTree, parent: PageNode | None, url: str, levels: int = 2) -> tuple[MenuEntry, ...]:
    if parent is None or levels == 0:
        return ()
    return tuple(
        MenuEntry(
            title=node.title,
            url=node.url,
            is_current=node.url == url,
            is_ancestor=node.url != url and url.startswith(node.url),
            children=_menu(tree, node, url, levels - 1),
        )
        for node in tree.menu(parent)
    )


def _site_settings(locale: str) -> list[dict[str, Any]]:
    """What is said at the foot of every page: a row for each social link, or one without. One query."""
    rows = SiteSettings.objects.filter(locale__language_code=locale).order_by("social_links__sort_order")
    columns = ("issuer", "imprint_id", "privacy_id", "social_links", "social_links__label", "social_links__url")
    return list(rows.values(*columns))


def _legal(tree: PageTree, said: dict[str, Any], locale: str) -> tuple[Link, ...]:
    page_ids = [page_id for page_id in (said["imprint_id"], said["privacy_id"]) if page_id is not None]
    pages = [tree.in_locale(str(page_id), locale) for page_id in page_ids]
    return tuple(Link(page.title, page.url, page.locale) for page in pages if page)


def _alternates(request: HttpRequest | None, document: Json) -> tuple[Alternate, ...]:
    """Every language's address, and one for readers of none of them."""
    if request is None:
        return ()
    addresses = alternates_of(document.get("kind", ""), document.get("translations", []))
    return tuple(Alternate(code, request.build_absolute_uri(url)) for code, url in addresses)
