"""Answers below `/api/wagtail/v3/`, where the setting allows it; nobody without a token learns anything there."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import get_resolver, get_urlconf, set_urlconf
from django.utils import translation

from cms.api.errors import problem_of
from cms.api.negotiation import accepted_locale
from cms.api.throttling import throttle_address
from cms.publishing.middleware import SAFE_METHODS

PREFIX = "/api/wagtail/v3/"
URLCONF = "cms.wagtail_api.root"
BAD_REQUEST = 400


class WagtailApiMiddleware:
    """Stands before the middleware that answers everything else below `/api/`.

    Sign-ins and forms of the admin play no part here: a request is made by the owner of its token. What it writes is
    committed with the projection, or not at all. Off (`WAGTAIL_API_V3`), the addresses do not exist.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not settings.WAGTAIL_API_V3 or not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        head = request.method == "HEAD"
        if head:
            request.method = "GET"  # Wagtail's API answers HEAD with 405
        before = get_urlconf()
        set_urlconf(URLCONF)
        try:
            with translation.override(accepted_locale(request)):
                response = self._answer(request)
        finally:
            set_urlconf(before)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        if head:
            response.headers["Content-Length"] = str(len(response.content))
            response.content = b""
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        # Wagtail's API is imported with the first request, when it is known to be wanted.
        from .answering import answer

        try:
            throttle_address(request)
            match = get_resolver(URLCONF).resolve(request.path_info)
            request.resolver_match = match
            if request.method in SAFE_METHODS:
                return answer(request, match, PREFIX)
            with transaction.atomic():
                response = answer(request, match, PREFIX)
                if response.status_code >= BAD_REQUEST:
                    transaction.set_rollback(True)
                return response
        except Exception as exc:  # noqa: BLE001  (the last place where an error can become a problem document)
            return problem_of(exc, request)
