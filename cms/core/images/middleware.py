"""Keeps requests for pictures out of what only pages need."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import get_resolver

from .addresses import ROOT

URLCONF = "cms.core.images.urls"


class PicturesMiddleware:
    """Answers everything below `/images/` here.

    A picture is the same in every language and for everybody: sessions and sign-ins do not concern it, and Django's
    middleware for locales would have caches keep one copy for each language that browsers name.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(f"{ROOT}/"):
            return self.get_response(request)
        try:
            match = get_resolver(URLCONF).resolve(request.path_info)
            request.resolver_match = match
            response: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
        except Http404:  # of the address, or of the picture
            return HttpResponse(
                "Not Found", status=404, content_type="text/plain", headers={"Cache-Control": "no-cache"}
            )
        return response
