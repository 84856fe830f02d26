"""How many requests one address may make."""

from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView

from . import conf


class AddressThrottle(SimpleRateThrottle):
    """Counts requests per client address in the default cache, over a sliding window.

    The address is the connection's own, or with `CONTENT_API_PROXIES` the one that the outermost trusted proxy saw:
    what a client writes into `X-Forwarded-For` itself never counts.
    """

    cache_format = "content-api-throttle:{}"

    def __init__(self) -> None:
        limit = conf.load().throttle
        self.num_requests = limit.requests if limit else None  # type: ignore[assignment]
        self.duration = limit.seconds if limit else None  # type: ignore[assignment]
        self.rate = f"{limit.requests}/{limit.seconds}s" if limit else None  # None: no limit

    def get_ident(self, request: Request) -> str:
        """The client's address."""
        proxies = conf.load().proxies
        forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
        if proxies and forwarded:
            return forwarded[-min(proxies, len(forwarded))]
        return str(request.META.get("REMOTE_ADDR", ""))

    def get_cache_key(self, request: Request, view: APIView) -> str:
        """Where the address' recent requests are kept."""
        return self.cache_format.format(self.get_ident(request))
