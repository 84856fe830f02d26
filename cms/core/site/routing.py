"""The way from an address to its page: in the same few queries however deep in the tree it lies.

Wagtail walks down the tree, two queries a step. Editions know their addresses, so what is public is found at once, and
the rest (library entries, private pages) through the deepest page on the way. Who may see a page is still Wagtail's to
check.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from django.apps import apps
from django.http import Http404, HttpRequest
from django.utils.encoding import escape_uri_path
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from cms.publishing.models import Edition

FOUND = "edition_at_address"
"""The request's attribute that holds the edition at its address, or None; set by the first step of the way."""


def route_by_address(start: Page, request: HttpRequest, components: Sequence[str]) -> RouteResult | None:
    """The page at `components` below `start`; None where `start` is to route by itself.

    A page below a library page is found even if the library has an entry of that name. Raises Http404 where no page
    lies on the way.
    """
    if not components or hasattr(request, FOUND) or not request.path.rstrip("/").endswith("/".join(components)):
        return None
    edition = Edition.objects.filter(path=escape_uri_path(request.path)).first()
    setattr(request, FOUND, edition)
    page = page_of(edition) if edition is not None else None
    if page is not None and page.live and page.path.startswith(start.path):
        return RouteResult(page)

    ways = list(accumulate(components, lambda way, component: f"{way}{component}/", initial=start.url_path))[1:]
    deepest = Page.objects.filter(url_path__in=ways).order_by("-depth").first()
    if deepest is None:
        raise Http404("No page on the way to this address")
    result: RouteResult = deepest.specific.route(request, list(components[ways.index(deepest.url_path) + 1 :]))
    return result


def edition_found(request: HttpRequest, *, model: str = "", object_id: str = "", type_name: str = "") -> Edition | None:
    """The edition that routing has found at the request's address, if it is the one that is asked for."""
    edition: Edition | None = getattr(request, FOUND, None)
    if edition is None:
        return None
    named = edition.type == type_name or (edition.model, edition.object_id) == (model, object_id)
    return edition if named else None


def page_of(edition: Edition) -> Any:
    """The page that the edition was built from; None for works that are no pages, or where it has just gone."""
    model = apps.get_model(edition.model)
    if not issubclass(model, Page):
        return None
    return model.objects.filter(pk=edition.object_id).first()
