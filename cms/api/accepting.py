"""The `Accept` header: which of an address's formats a client takes, refusals (`q=0`) included."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from django.http import HttpRequest
from rest_framework.exceptions import NotAcceptable

JSON_TYPE = "application/json"


def accepted(request: HttpRequest, media_types: Sequence[str]) -> str:
    """The one that the client prefers; the first one where it does not say. Raises NotAcceptable."""
    accept = request.META.get("HTTP_ACCEPT", "")
    if request.method == "OPTIONS" or accept == "*/*" or not accept.strip():
        return media_types[0]
    preferred = _preferred(accept, tuple(media_types))
    if preferred is None:
        raise NotAcceptable
    return preferred


@lru_cache(maxsize=1000)
def _preferred(accept: str, media_types: tuple[str, ...]) -> str | None:
    # Some clients ask for the character set that we always use.
    character_sets = ("", "; charset=utf-8", "; charset=UTF-8")
    names = {f"{name}{more}": name for more in character_sets for name in media_types}
    request = HttpRequest()
    request.META["HTTP_ACCEPT"] = accept
    preferred = request.get_preferred_type(list(names))
    return None if preferred is None else names[preferred]
