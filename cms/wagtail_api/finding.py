"""Addresses of the site begin with a locale, which Wagtail's API does not expect when it looks one up."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.utils import translation
from wagtail.models import Page

from cms.publishing.locales import content_locales


def look_up_by_id(request: HttpRequest) -> None:
    """Replaces `html_path` (such as `/xx/news/`) in the query by the id of the page at that address, if there is one.

    Whether the request's user may see it, Wagtail's API asks afterwards.
    """
    locale, _slash, path = request.GET.get("html_path", "").strip("/").partition("/")
    if locale not in content_locales():
        return
    with translation.override(locale):
        try:
            page = Page.find_for_request(request, path)
        except Http404:
            return
    if page is not None:
        query = request.GET.copy()
        del query["html_path"]
        query["id"] = str(page.pk)
        request.GET = query  # type: ignore[assignment]  # the stubs want what only the parser makes
