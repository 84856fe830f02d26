"""Answering for pages and library entries: from their editions, and from nothing else."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language
from wagtail.models import Page

from cms.publishing.answers import document_answer
from cms.publishing.models import Edition
from cms.publishing.preview import build_preview
from cms.publishing.registry import registry
from cms.publishing.surrogate_keys import SITE, work_key

from .languages import native_name
from .previewers import previewers
from .render import render_document
from .routing import edition_found

NOT_FOUND = 404
PRIVATE = "private, no-store"
PUBLIC = "public, max-age=0, must-revalidate"


def serve_page(request: HttpRequest, page: Page) -> HttpResponse:
    """A page that Wagtail has found, and whose visitor Wagtail has let in.

    An alias of a page in the same language leads to that page. Without an edition only a private page is shown, built
    for this visitor and kept out of caches. Raises Http404 for everything else that is not public, such as an embargoed
    page; for a page that stands in for a translation yet to be made, the answer (404) says where the work can be read.
    """
    if getattr(request, "is_preview", False):
        return serve_preview(request, page, "")
    name = {"model": page._meta.label_lower, "object_id": str(page.pk)}
    edition = edition_found(request, **name) or Edition.objects.filter(**name).first()
    if edition is not None:
        return _answer(request, edition, page)
    if page.alias_of_id is None and _is_private(page) and not _is_held_back(page):
        return _kept_private(render_document(request, build_preview(page), page=page))
    original = _original_of(page)
    if original is not None:
        return HttpResponseRedirect(original)
    edition_type = registry.for_model(type(page))
    if edition_type is None:
        raise Http404("No edition")
    return _not_translated(request, edition_type.name, key=page.translation_key)


def serve_edition(request: HttpRequest, type_name: str, slug: str) -> HttpResponse:
    """A library entry by its address below a page of the active locale.

    Raises Http404 where nothing of that name is published; where it is published in other locales only, the answer
    (404) leads to them. An entry whose address is another one now is redirected there; below a private library page it
    is shown to those whom Wagtail has let in.
    """
    found = edition_found(request, type_name=type_name)
    if found is not None and found.slug == slug:
        return _answer(request, found)
    named = {edition.locale: edition for edition in Edition.objects.of_type(type_name).filter(slug=slug)}
    edition = named.get(get_language() or "")
    if edition is not None and edition.path is None and _is_below_private_page(request):
        return _kept_private(_answer(request, edition))
    if edition is None or edition.path is None:
        return _not_translated(request, type_name, editions=list(named.values()))
    if edition.path != escape_uri_path(request.path):
        return HttpResponseRedirect(edition.path)
    return _answer(request, edition)


def serve_preview(request: HttpRequest, obj: Model, mode: str) -> HttpResponse:
    """The draft of a page or library entry as its readers would see it. `mode` is Wagtail's name of a preview mode."""
    elsewhere = previewers.show(request, obj)
    return _kept_private(elsewhere or render_document(request, build_preview(obj), page=obj, preview=True))


def _answer(request: HttpRequest, edition: Edition, page: Page | None = None) -> HttpResponse:
    document = document_answer(edition, requested=edition.locale, origin="", today=timezone.localdate())
    response = render_document(request, document, page=page)
    if getattr(request, "user", None) is not None and request.user.is_authenticated:
        # The user bar stands in it.
        return _kept_private(response)
    response["Cache-Control"] = PUBLIC
    response["Surrogate-Key"] = f"{work_key(edition.type, edition.key)} {SITE}"
    return response


def _kept_private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = PRIVATE
    return response


def _is_below_private_page(request: HttpRequest) -> bool:
    """Whether Wagtail has let the visitor in to a page that is not for everybody."""
    page = Page.find_for_request(request, request.path)
    return page is not None and page.alias_of_id is None and _is_private(page)


def _original_of(page: Page) -> str | None:
    """Where the public page in the same language is that `page` is an alias of; None for any other page."""
    original = Page.objects.filter(pk=page.alias_of_id, locale_id=page.locale_id).first() if page.live else None
    if original is None:
        return None
    model = original.specific_class._meta.label_lower
    return Edition.objects.filter(model=model, object_id=str(original.pk)).values_list("path", flat=True).first()


def _is_private(page: Page) -> bool:
    return bool(page.get_view_restrictions())


def _is_held_back(page: Page) -> bool:
    edition_type = registry.for_model(type(page))
    until = edition_type.held_back_until(page) if edition_type else None
    return until is not None and until > timezone.now()


def _not_translated(
    request: HttpRequest, type_name: str, *, key: Any = None, editions: list[Edition] | None = None
) -> HttpResponse:
    """404 that names the languages in which the work can be read. Raises Http404 where there are none."""
    if editions is None:
        editions = list(Edition.objects.of_type(type_name).filter(key=key).defer("document", "item", "text"))
    readable = [
        {"locale": edition.locale, "title": edition.title, "url": edition.path, "language": native_name(edition.locale)}
        for edition in editions
        if edition.path and edition.path != escape_uri_path(request.path)
    ]
    if not readable:
        raise Http404("Not published in any language")
    readable.sort(key=lambda entry: str(entry["language"]))
    return TemplateResponse(request, "not_translated.html", {"editions": readable}, status=NOT_FOUND)
