"""How many requests one client may make: counted by API key, or else by address, in the default cache.

Time is cut into windows, each client's own: one begins with the first request after the last one's end. A request
costs two small steps in the cache, and counting is atomic where the cache's `incr` is (in memory, Redis, memcached).
"""

from __future__ import annotations

import math
import re
import time
from functools import lru_cache
from ipaddress import IPv6Address, IPv6Network, ip_address

from django.core.cache import DEFAULT_CACHE_ALIAS, caches
from django.http import HttpRequest
from django.utils.translation import gettext as _

from . import conf
from .conf import Throttle
from .errors import ProblemError
from .models import ApiKey

PREFIX = "content-api-throttle"


class TooManyRequestsError(ProblemError):
    """The client has used up its limit for the time being."""

    def __init__(self, detail: str, seconds: int) -> None:
        super().__init__(429, detail=detail, headers={"Retry-After": str(seconds)})


def throttle_key(key: ApiKey) -> None:
    """Counts a request made with a key. Raises TooManyRequestsError."""
    seconds = _wait(f"{PREFIX}:key:{key.pk}", key.limit(conf.load().key_throttle))
    if seconds:
        detail = _("Too many requests with this API key. Try again in %(seconds)d seconds.") % {"seconds": seconds}
        raise TooManyRequestsError(detail, seconds)


def throttle_address(request: HttpRequest) -> None:
    """Counts a request made without a key, or with a wrong one. Raises TooManyRequestsError."""
    seconds = _wait(f"{PREFIX}:address:{_connection_of(address_of(request))}", conf.load().throttle)
    if seconds:
        detail = _("Too many requests from this address. Try again in %(seconds)d seconds.") % {"seconds": seconds}
        raise TooManyRequestsError(detail, seconds)


def address_of(request: HttpRequest) -> str:
    """The client's address: the connection's own, or with `CONTENT_API_PROXIES` the one that the outermost trusted
    proxy saw. What a client writes into `X-Forwarded-For` itself never counts.
    """
    proxies = conf.load().proxies
    if proxies:
        forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
        if forwarded:
            return forwarded[-min(proxies, len(forwarded))]
    return str(request.META.get("REMOTE_ADDR", ""))


@lru_cache(maxsize=1000)
def _connection_of(address: str) -> str:
    """What one client has of addresses: of IPv6 a whole network (/64), from which it can take a new one each time."""
    # Some proxies add the port, a new one for each connection.
    host = re.fullmatch(r"\[(.+)\](?::\d+)?|([\d.]+):\d+", address)
    try:
        parsed = ip_address((host[1] or host[2]) if host else address)
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    return str(parsed.ipv4_mapped or IPv6Network((parsed, 64), strict=False).network_address)


def _wait(client: str, limit: Throttle | None) -> int:
    """Counts one request; 0 when it may go on, or else for how many seconds the client has to wait."""
    if limit is None:
        return 0
    cache = caches[DEFAULT_CACHE_ALIAS]
    now = time.time()
    begun = cache.get(client)
    if begun is None or now >= begun + limit.seconds:
        begun = now
        if not cache.add(client, begun, limit.seconds):
            begun = cache.get(client, now)
    counter = f"{client}:{begun:.6f}"
    try:
        count = cache.incr(counter)
    except ValueError:  # the first one in this window, unless another process was faster
        count = 1 if cache.add(counter, 1, 2 * limit.seconds) else cache.incr(counter)
    return 0 if count <= limit.requests else max(1, math.ceil(begun + limit.seconds - now))
