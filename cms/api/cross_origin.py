"""Scripts of other sites: django-cors-headers, at no cost to requests that no script of another site makes."""

from __future__ import annotations

from corsheaders.middleware import CorsMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers


class CrossOriginMiddleware(CorsMiddleware):
    """Looks at a request's headers only if one of them is `Origin`: making them readable takes longer than all else."""

    def add_response_headers(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """What the package says; to others that an answer to a script might hold more."""
        if "HTTP_ORIGIN" in request.META:
            return super().add_response_headers(request, response)
        if getattr(request, "_cors_enabled", False):  # what the package has noted before
            patch_vary_headers(response, ("origin",))
        return response
