"""`robots.txt`: what search engines have no business with, and where the sitemap is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from cms.publishing.builds import API_ROOT

DISALLOWED = (f"{API_ROOT}search/", f"{API_ROOT}suggest/", f"{API_ROOT}preview/", "/preview/")
"""Answers that are made for one question or one person. The rest of the API may be read by anybody."""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """The same for all robots."""
    paths = sorted({reverse("wagtailadmin_home"), *DISALLOWED})
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in paths), ""]
    lines.append(f"Sitemap: {request.build_absolute_uri(reverse('site_files:sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
