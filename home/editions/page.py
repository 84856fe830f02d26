"""The edition type of pages that are no articles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from articles.models import ArticleIndexPage
from cms.core.blocks import body_document, body_text
from cms.core.editions.images import image_document
from cms.core.editions.page_paths import page_path
from cms.core.models import BasePage
from cms.core.rich_text import document_html, plain_text
from cms.publishing.context import Context
from cms.publishing.types import Built, EditionType, Words
from partnerships.models import LibraryPage

from ..models import HomePage, SectionPage
from . import shapes

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

KINDS: dict[type[BasePage], str] = {
    HomePage: "home",
    SectionPage: "section",
    ArticleIndexPage: "article_index",
    LibraryPage: "library",
}
"""How the API names the kinds of pages."""


class PageEditionType(EditionType[BasePage]):
    """Home, sections, lists of articles and library pages.

    Pages come first in the order of projection: library entries have their addresses below a library page's.
    """

    name = "page"
    collection = "pages"
    label: ClassVar[StrOrPromise] = _("Pages")
    kind_labels: ClassVar[Mapping[str, StrOrPromise]] = {
        kind: model._meta.verbose_name or "" for model, kind in KINDS.items()
    }
    layer: ClassVar[int] = -1
    position_dependent: ClassVar[bool] = True
    models = tuple(KINDS)

    def queryset(self, model: type[BasePage]) -> QuerySet[BasePage]:
        """Return all rows with their locale."""
        return super().queryset(model).select_related("locale")

    def build(self, obj: BasePage, context: Context) -> Built:
        """Return the page as it stands in the context's locale. What it lists is asked for when it is shown."""
        page: Any = obj
        listing = _listing(page)
        intro = document_html(getattr(page, "intro", ""), context)
        stored_body = getattr(page, "body", None)
        body = body_document(stored_body, context) if stored_body is not None else []
        item: shapes.PageItem = {
            "image": image_document(getattr(page, "image_id", None), context),
            "listing": listing,
            "nav": {"in_menu": page.show_in_menus, "depth": page.depth or 0, "position": page.path or ""},
        }
        document: shapes.PageDocument = {
            **item,
            "intro": intro,
            "body": body,
            "seo": {"title": page.seo_title, "description": page.search_description},
        }
        summary: shapes.PageSummary = {"listing_type": listing["type"] if listing else None}
        return Built(
            kind=KINDS[type(obj)],
            title=page.title,
            slug=page.slug,
            path=page_path(page),
            document=dict(document),
            item=dict(item),
            summary=dict(summary),
            words=Words(lead=plain_text(intro), body=body_text(stored_body, body) if body else ""),
        )


def _listing(page: Any) -> shapes.Listing | None:
    """Return what the page lists; a draft of a library page may not say it yet."""
    if isinstance(page, LibraryPage) and not page.shows:
        return None
    listing_type = getattr(page, "listing_type", "")
    return {"type": listing_type, "kind": getattr(page, "listing_kind", "")} if listing_type else None
