"""What lets clients and caches ask "still the same?".

An `ETag` changes exactly when the answer does. It is made from the answer itself, or where that would take longer than
anything else, from what tells the answer apart from all others (`stored_page`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from cms.publishing.surrogate_keys import work_key as work_key

CACHE_CONTROL = "public, max-age=0, must-revalidate"
PRIVATE = "private, max-age=0, must-revalidate"
RESTRICTED = "private, no-store"
CONDITIONS = frozenset({
    "HTTP_IF_MATCH", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE",
})  # fmt: skip
"""Headers that ask for more than an answer, as WSGI names them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Content to answer with, and what caches need to know of it."""

    content: Any
    """Anything that can be written as JSON."""
    changed_at: datetime | None = None
    """When it last changed, or later; None where nobody knows."""
    content_language: str = ""
    surrogate_keys: tuple[str, ...] = ()
    """Names under which a CDN can purge it."""
    varies: tuple[str, ...] = ()
    """Request headers that had a say."""
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    """More of them."""
    private: bool = False
    """Whether it is for this client alone; caches that serve several must not keep it."""
    restricted: bool = False
    """Whether it may hold restricted content. Then no cache keeps it, and nobody knows when it last changed: the log
    tells of public editions only."""
    tag: str = ""
    """The `ETag` where it is known otherwise than from the content; it must change exactly when the content does."""


def respond(request: HttpRequest, answer: Answer) -> HttpResponse:
    """The response, or 304 without a body, or 412."""
    body = answer.content if isinstance(answer.content, bytes) else encode(answer.content)
    modified = None if answer.restricted else _last_modified(answer.changed_at, timezone.now())
    headers = {
        "ETag": answer.tag or f'"{hashlib.sha256(body).hexdigest()[:32]}"',
        "Cache-Control": RESTRICTED if answer.restricted else PRIVATE if answer.private else CACHE_CONTROL,
        # What is public must not be answered from a cache to those who name a key: they may read more.
        "Vary": ", ".join((*answer.varies, "Authorization")),
        **answer.headers,
    }
    if modified is not None:
        headers["Last-Modified"] = _date(modified)
    if answer.content_language:
        headers["Content-Language"] = answer.content_language
    if answer.surrogate_keys and not answer.private:
        headers["Surrogate-Key"] = " ".join(answer.surrogate_keys)
    response = HttpResponse(body, content_type=answer.content_type, headers=headers)
    if CONDITIONS.isdisjoint(request.META):
        return response
    conditional = get_conditional_response(request, headers["ETag"], modified, response) or response
    if conditional.status_code == 304:
        for name, value in headers.items():
            conditional.headers.setdefault(name, value)
    return conditional


def is_held(request: HttpRequest, tag: str) -> bool:
    """Whether the client has the answer with this tag, so that `respond` will not send it whatever it is."""
    return "HTTP_IF_NONE_MATCH" in request.META and get_conditional_response(request, tag) is not None


def encode(content: Any) -> bytes:
    """JSON in UTF-8, without needless spaces."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _last_modified(changed_at: datetime | None, now: datetime) -> int:
    """Seconds since the epoch: the full second after the last change, but never in the future.

    HTTP dates know no fractions. Rounded down, a second change within the same second would go unnoticed by a client
    that compares dates; rounded up, the worst is one answer too many.
    """
    present = int(now.timestamp())
    if changed_at is None:
        return present
    return min(present, int(changed_at.timestamp()) + 1)


def latest(moments: Iterable[datetime | None]) -> datetime | None:
    """The last of some moments."""
    return max((moment for moment in moments if moment is not None), default=None)


def start_of_today() -> datetime:
    """When what depends on the date last changed."""
    return start_of(timezone.localdate())


@lru_cache(maxsize=10)
def start_of(day: date) -> datetime:
    """The first moment of a day in the site's time zone."""
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())


@lru_cache(maxsize=1000)
def _date(moment: int) -> str:
    return http_date(moment)
