"""Takes out of an answer what whoever asks could not look up by themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.api.v3.querysets import get_pages_queryset

NAMED_PAGES = ("parent", "alias_of")
"""Members of `meta` in which Wagtail names another page, whoever may see that."""


def close_references(request: HttpRequest, response: HttpResponse) -> None:
    """Replaces pages named in the answer by null, unless the request's user may list them. One query."""
    if not response.content or not response.get("Content-Type", "").startswith("application/json"):
        return
    content = json.loads(response.content)
    named = list(_places(content))
    if not named:
        return
    seen = {meta[name]["id"] for meta, name in named}
    visible = set(get_pages_queryset(request).filter(pk__in=seen).values_list("pk", flat=True))
    hidden = [(meta, name) for meta, name in named if meta[name]["id"] not in visible]
    for meta, name in hidden:
        meta[name] = None
    if hidden:
        response.content = json.dumps(content, ensure_ascii=False).encode()


def _places(value: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Every place that names another page: the `meta` and the member's name."""
    if isinstance(value, list):
        for member in value:
            yield from _places(member)
    elif isinstance(value, dict):
        meta = value.get("meta")
        if isinstance(meta, dict):
            yield from ((meta, name) for name in NAMED_PAGES if isinstance(meta.get(name), dict))
        for name, member in value.items():
            if name != "meta":
                yield from _places(member)
