"""Which query parameters an operation of Wagtail's API takes."""

from __future__ import annotations

import re
from functools import cache

from django.http import HttpRequest
from django.urls import ResolverMatch

from .mounting import api

FILTERED_BY_FIELDS = frozenset({"list_pages", "list_images", "list_documents", "list_snippets"})
"""Lists that can be filtered by the fields of what they list; they refuse unknown ones themselves."""


def unknown_parameters(request: HttpRequest, match: ResolverMatch, prefix: str) -> list[str]:
    """Names in the query that the operation does not know. Wagtail's API would ignore them."""
    if match.url_name in FILTERED_BY_FIELDS and request.method == "GET":
        return []
    template = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", f"/{match.route}".removeprefix(prefix))
    known = _parameters().get((f"/{template}", str(request.method).lower()))
    return [] if known is None else sorted(set(request.GET) - known)


@cache
def _parameters() -> dict[tuple[str, str], frozenset[str]]:
    described = api.get_openapi_schema(path_prefix="")
    return {
        (path, method): frozenset(entry["name"] for entry in operation.get("parameters", ()) if entry["in"] == "query")
        for path, operations in described["paths"].items()
        for method, operation in operations.items()
    }
