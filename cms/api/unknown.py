"""Addresses below `/api/` where there is nothing."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.views import View

from .base_view import ApiView

URLCONF = "cms.api.root"


class UnknownAddressView(ApiView):
    """Answers 404, or leads to the address with the slash that was forgotten."""

    http_method_names = View.http_method_names

    def unknown(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises Http404 unless only the last slash is missing."""
        path = request.path
        if request.method in ("GET", "HEAD") and not path.endswith("/") and _exists(f"{path}/"):
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(f"{path}/" + (f"?{query}" if query else ""))
        raise Http404

    get = head = post = put = patch = delete = options = unknown


def _exists(path: str) -> bool:
    try:
        found = resolve(path, urlconf=URLCONF)
    except Resolver404:
        return False
    return getattr(found.func, "cls", None) is not UnknownAddressView
