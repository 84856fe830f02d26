"""The front door: says again what has been said before, as long as nothing has been published since.

It stands before Django's middleware. A request that it may answer waits for a look at the log of changes that began
after the request came (see `log_head`). Where the log has not grown and the day is the same, the kept answer is exactly
what Django would say, and goes out byte by byte. Everything else passes through to Django: other addresses, requests
with a key, answers that may not be shared, and all of it while the database does not answer.

An answer is kept under everything of the request that Django looks at. So nothing is decided here a second time: a 304,
a HEAD or a header for cross-origin requests is just another answer to another request.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Hashable, Iterable
from types import SimpleNamespace
from typing import Any, cast
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import parse_http_date_safe

from cms.api.caching import CACHE_CONTROL
from cms.api.collection import collections
from cms.api.throttling import TooManyRequestsError, throttle_address

from .log_head import LogHead
from .memory import Kept, Memory

LOOKED_AT = (
    "REQUEST_METHOD", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "wsgi.url_scheme", "SERVER_NAME", "SERVER_PORT",
    "HTTP_HOST", "HTTP_ORIGIN", "HTTP_ACCEPT", "HTTP_ACCEPT_LANGUAGE", "HTTP_IF_NONE_MATCH", "HTTP_IF_MATCH",
    "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_PROTO",
)  # fmt: skip
"""What of a request has a say in its answer, besides the header of `SECURE_PROXY_SSL_HEADER`."""
VARY = frozenset({"accept", "accept-language", "authorization", "origin"})
"""Headers an answer may depend on; it then names them in `Vary`. With `Authorization` no request is answered here."""
SETTLED = 2
"""Seconds after which the `Last-Modified` of an answer is final: see `cms.api.caching`."""


class FrontDoor:
    """A WSGI application before another one."""

    def __init__(self, application: WSGIApplication, head: LogHead, memory: Memory) -> None:
        self._application = application
        self._head = head
        self._memory = memory
        names = "|".join(re.escape(collection.path) for collection in collections.all())
        self._is_ours = re.compile(rf"/api/v1/(?:(?:{names})/(?:[^/]+/)?|changes/)").fullmatch
        self._looked_at = (*LOOKED_AT, *(settings.SECURE_PROXY_SSL_HEADER or ())[:1])

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """The kept answer, or Django's."""
        head = self._head.read() if self._may_answer(environ) else None
        if head is None:
            return self._application(environ, start_response)
        version = (head, timezone.localdate())
        name = tuple(map(environ.get, self._looked_at))
        kept = self._memory.get(name, version)
        if kept is None:
            kept = self._answer(environ, name, version)
            if _may_be_kept(kept):
                self._memory.put(kept)
        elif not _is_within_limit(environ):
            return self._application(environ, start_response)
        start_response(kept.status, list(kept.headers))
        return (kept.body,)

    def _may_answer(self, environ: WSGIEnvironment) -> bool:
        return (
            environ["REQUEST_METHOD"] in ("GET", "HEAD")
            and "HTTP_AUTHORIZATION" not in environ
            and self._is_ours(environ["PATH_INFO"]) is not None
        )

    def _answer(self, environ: WSGIEnvironment, name: tuple[str | None, ...], version: Hashable) -> Kept:
        """What Django says. It may know of more than `version`, never of less."""
        begun: list[tuple[str, list[tuple[str, str]]]] = []

        def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Callable[..., Any]:
            begun.append((status, headers))
            return lambda data: None

        response = self._application(environ, start_response)
        try:
            body = b"".join(response)
        finally:
            if hasattr(response, "close"):
                response.close()
        status, headers = begun[-1]
        return Kept(name, version, status, tuple(headers), body)


def _is_within_limit(environ: WSGIEnvironment) -> bool:
    """Counts a request that Django will not see. One too many is left to Django, which says so."""
    try:
        throttle_address(cast("HttpRequest", SimpleNamespace(META=environ)))
    except TooManyRequestsError:
        return False
    return True


def _may_be_kept(answer: Kept) -> bool:
    """Whether everybody may be told so, and will be told so again in the same words."""
    headers = {name.lower(): value for name, value in answer.headers}
    if not answer.status.startswith(("200", "304")) or headers.get("cache-control") != CACHE_CONTROL:
        return False
    if "set-cookie" in headers or not VARY.issuperset(re.findall(r"[^,\s]+", headers.get("vary", "").lower())):
        return False
    modified = parse_http_date_safe(headers.get("last-modified", ""))
    return modified is not None and modified <= time.time() - SETTLED
