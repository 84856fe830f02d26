"""`/<locale>/search/`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.api.errors import FieldError
from cms.api.throttling import TooManyRequestsError, throttle_address
from cms.publishing.locales import content_locales, fallback_order

from ..asking import SearchQuery
from ..labels import NAMES
from ..parameters import ALL, SCOPE, Q
from ..promotions import promoted
from ..searching import search
from ..unanswered import note_if_empty
from .asked import PAGE, PageAsked, Pages
from .shown import ShownHit, frame_document, shown_facets

TEMPLATE = "search/page.html"


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """The hits with all that narrows them; everything, newest first, where nothing was typed.

    Status 400 where the address asks for what cannot be, 429 where somebody asks too often.
    """
    active = get_language()
    locale = active if active in content_locales() else settings.LANGUAGE_CODE
    asked = PageAsked.read(request)
    status = 200
    headers: dict[str, str] = {}
    context: dict[str, Any] = {}
    if asked.errors:
        status, context = 400, {"errors": [_said(error) for error in asked.errors]}
    else:
        try:
            throttle_address(request)
            context = _found(request, asked, locale)
            status = 400 if context.get("errors") else 200
        except TooManyRequestsError as error:
            status, headers, context = 429, error.headers, {"errors": [error.detail]}
    document = frame_document(_addresses(asked), locale, _("Search"))
    context |= {"asked": asked, "document": document, "is_search_page": True}
    response = HttpResponse(render_to_string(TEMPLATE, context, request), status=status, headers=headers)
    response["Content-Language"] = locale
    # The user bar is shown to those who are signed in.
    patch_vary_headers(response, ["Cookie"])
    return response


def _found(request: HttpRequest, asked: PageAsked, locale: str) -> dict[str, Any]:
    query = asked.query(locale)
    answered = search(query)
    note_if_empty(request, query, answered)
    found = answered.found
    pages = Pages(asked, found.total)
    if found.total and asked.page > pages.page_count:
        message = _("There is no page %(number)d; the last one is %(last)d.")
        return {"errors": [message % {"number": asked.page, "last": pages.page_count}]}
    context = {
        "count": found.total,
        "hits": [ShownHit.of(row, locale) for row in answered.rows],
        "facets": list(shown_facets(found.facets, found.total, asked, locale)),
        "pages": pages,
        "promoted": promoted(query.text, locale) if asked.page == 1 else (),
        "degraded": answered.degraded,
        "cleared": asked.without_facets(),
    }
    if found.suggestion:
        context["suggestion"] = {"text": found.suggestion, "address": asked.without_facets(q=found.suggestion)}
    if not found.total and not asked.everywhere:
        context["elsewhere"] = {"count": _count_elsewhere(query), "address": asked.address(scope=ALL)}
    return context


def _count_elsewhere(query: SearchQuery) -> int:
    """How many there are in whatever language."""
    return search(replace(query, locales=tuple(fallback_order(query.locale)), limit=1, offset=0)).found.total


def _said(error: FieldError) -> str:
    label = {Q.name: _("Search for"), SCOPE.name: _("Languages"), PAGE.name: _("Page"), **NAMES}.get(error.parameter)
    return f"{label}: {error.detail}" if label else error.detail


def _addresses(asked: PageAsked) -> dict[str, str]:
    """This search in each language, not narrowed: other languages have other numbers of everything."""
    given = {name: asked.values[name] for name in (Q.name, SCOPE.name) if asked.values.get(name)}
    addresses = {}
    for code in content_locales():
        with override(code):
            addresses[code] = reverse("search:page") + (f"?{urlencode(given)}" if given else "")
    return addresses
