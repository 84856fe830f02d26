"""From a document to HTML: which template, in which language, with which list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import select_template
from django.utils.cache import patch_vary_headers
from django.utils.translation import override

from cms.publishing.types import Json

from .listings import front_listing, listing_of
from .pages_tree import HOME

BAD_REQUEST = 400


@dataclass(frozen=True, slots=True)
class Shared:
    """The link by which a draft is shown."""

    token: str
    until: datetime


def template_names(type_name: str, kind: str) -> list[str]:
    """The templates that may show a work: its kind's (`article/press_release.html`), then its type's."""
    general = f"{type_name}/{type_name}.html"
    return [f"{type_name}/{kind}.html", general] if kind else [general]


def render_document(
    request: HttpRequest,
    document: Json,
    *,
    page: Any = None,
    preview: bool = False,
    shared: Shared | None = None,
) -> HttpResponse:
    """A document as HTML, in its own language. `page` is for Wagtail's user bar only.

    `shared` is set for a draft that is shown to somebody by a link.
    Status 400 where the query string asks its list for what cannot be.
    """
    with override(document["locale"]):
        listing = front_listing(document) if document.get("kind") == HOME else listing_of(document, request.GET)
        template = select_template(template_names(document["type"], document.get("kind", "")))
        context = {"document": document, "listing": listing, "page": page, "preview": preview}
        context["shared"] = shared
        content = template.render(context, request)
    response = HttpResponse(content, status=200 if listing is None or listing.is_valid else BAD_REQUEST)
    response["Content-Language"] = document["locale"]
    # The user bar is shown to those who are signed in.
    patch_vary_headers(response, ["Cookie"])
    return response
