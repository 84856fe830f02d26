"""How far the log has come: when something last changed, deletions included, and whether what was made still holds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from cms.publishing.models import Change

KEPT_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Position:
    """The last change of one type and locale, or of all. `number` is 0 and `at` None before the first."""

    number: int
    at: datetime | None


def position(type_name: str = "", locale: str = "") -> Position:
    """Where the log is now. One step into its index."""
    wanted = {name: value for name, value in (("type", type_name), ("locale", locale)) if value}
    last = Change.objects.filter(**wanted).order_by("-id").values_list("id", "at").first()
    return Position(*last) if last else Position(0, None)


def kept(request: HttpRequest, at: Position, make: Callable[[], bytes]) -> bytes:
    """What `make` made for this address, day and position of the log, kept for an hour where it costs much to make.

    Only for what depends on nothing else.
    """
    name = f"{request.build_absolute_uri()} {at.number} {at.at} {timezone.localdate()}"
    key = f"feeds:{hashlib.sha256(name.encode()).hexdigest()}"
    content: bytes | None = cache.get(key)
    if content is None:
        content = make()
        cache.set(key, content, KEPT_SECONDS)
    return content
