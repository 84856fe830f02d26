"""Keeps API requests out of what only the site needs."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch, get_resolver
from django.utils import translation

from .errors import problem_of
from .negotiation import accepted_locale

PREFIX = "/api"
BELOW = f"{PREFIX}/"
URLCONF = "cms.api.root"
USUAL_LENGTH = 200
"""Longer addresses than any of ours are not remembered."""


class ContentApiMiddleware:
    """Answers everything below `/api/` here.

    Sessions, sign-ins, forms and redirects belong to the site: the API has none of them. The site's middleware would
    only harm: Django's for locales turns a 404 into a redirect to `/<locale>/api/...`, where Wagtail's pages begin, and
    Wagtail's for redirects asks the database about every unknown address. So this one stands before them, after those
    for security, cross-origin requests and static files.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info != PREFIX and not request.path_info.startswith(BELOW):
            return self.get_response(request)
        response = self._answer(request)
        if response.status_code not in (204, 304):
            response.headers["Content-Length"] = str(len(response.content))
        if request.method == "HEAD":
            response.content = b""
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        try:
            match = request.resolver_match = _match(request.path_info)
            response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        except Exception as exc:  # noqa: BLE001  (the last place where an error can become a problem document)
            with translation.override(accepted_locale(request)):
                return problem_of(exc, request)
        return response


def _match(path: str) -> ResolverMatch:
    """The view of an address. Raises Resolver404."""
    return _remembered_match(path) if len(path) <= USUAL_LENGTH else get_resolver(URLCONF).resolve(path)


@lru_cache(maxsize=500)
def _remembered_match(path: str) -> ResolverMatch:
    return get_resolver(URLCONF).resolve(path)
