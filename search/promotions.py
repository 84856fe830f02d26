"""Results that editors put on top: Wagtail's promoted search results, as far as readers may see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page
from wagtail.search.utils import normalise_query_string

from cms.publishing.folding import fold
from cms.publishing.models import Edition
from cms.publishing.registry import registry


@dataclass(frozen=True, slots=True)
class Promoted:
    """A result that editors chose for a query: an edition, or an address elsewhere."""

    title: str
    description: str
    url: str
    """Site-relative where it is an edition's."""
    type: str = ""
    key: str = ""
    locale: str = ""


def promoted(text: str, locale: str) -> tuple[Promoted, ...]:
    """What is promoted for exactly this query, in the editors' order. Two queries at most.

    A page is promoted in its own locale only, and only while its edition is public. Addresses elsewhere are promoted in
    every locale: they have none.
    """
    names = _names(text)
    if not names:
        return ()
    chosen = SearchPromotion.objects.filter(query__query_string__in=names).order_by("sort_order", "pk")
    rows = list(chosen.values_list("page_id", "external_link_text", "external_link_url", "description"))
    pages = _editions((page_id for page_id, *_rest in rows if page_id), locale)
    found: dict[str, Promoted] = {}
    for page_id, title, url, description in rows:
        if page_id is None:
            found.setdefault(url, Promoted(title or url, description, url))
        elif page_id in pages:
            edition = pages[page_id]
            entry = Promoted(
                edition.title, description, edition.path or "", edition.type, str(edition.key), edition.locale
            )
            found.setdefault(entry.url, entry)
    return tuple(found.values())


def _names(text: str) -> set[str]:
    """How the query may be stored: Wagtail's own way, and without accents."""
    trimmed = " ".join(text.split()).strip("\"'“”„«»?!.,;: ")
    if not trimmed or "\0" in trimmed:
        return set()
    name = normalise_query_string(trimmed)
    return {name, normalise_query_string(fold(trimmed))}


def _editions(page_ids: Iterable[int], locale: str) -> dict[int, Edition]:
    ids = {str(page_id): page_id for page_id in page_ids}
    if not ids:
        return {}
    editions = Edition.objects.filter(object_id__in=ids, model__in=_page_models(), locale=locale).exclude(path=None)
    columns = ("object_id", "type", "key", "locale", "title", "path")
    return {ids[edition.object_id]: edition for edition in editions.only(*columns)}


@cache
def _page_models() -> list[str]:
    """As editions name them."""
    models = (model for entry in registry.all() for model in entry.models)
    return [model._meta.label_lower for model in models if issubclass(model, Page)]
