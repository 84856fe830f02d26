"""Addresses below `/api/` where there is nothing."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils import translation

from .errors import problem_of
from .negotiation import accepted_locale

URLCONF = "cms.api.root"


def unknown_address(request: HttpRequest) -> HttpResponse:
    """Answers 404, or leads to the address with the slash that was forgotten."""
    path = request.path
    if request.method in ("GET", "HEAD") and not path.endswith("/") and _exists(f"{path}/"):
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{path}/" + (f"?{query}" if query else ""))
    with translation.override(accepted_locale(request)):
        return problem_of(Http404(), request)


def _exists(path: str) -> bool:
    try:
        return resolve(path, urlconf=URLCONF).func is not unknown_address
    except Resolver404:
        return False
