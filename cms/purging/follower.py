"""The follower that tells caches in front of the site what has become stale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.db.models import Max
from wagtail.models import Site

from cms.publishing.followers import RemoteFollower
from cms.publishing.models import Change

from . import conf
from .backends import KeyBackend
from .complaints import complaints_raised
from .stale import stale_keys, stale_paths


class PurgeFollower(RemoteFollower):
    """Purges by name where the cache can, else by address. While a cache is away, everything waits for it."""

    name = "purge"
    batch_size = 50  # several addresses each, one request for every address
    lease = timedelta(minutes=5)

    def first_cursor(self) -> int:
        """The end of the log: a cache that is new holds nothing old."""
        return Change.objects.aggregate(last=Max("pk"))["last"] or 0

    def handle(self, changes: Sequence[Change]) -> None:
        """Purges once what the changes concern together. Raises PurgeFailedError."""
        keys = stale_keys(changes)
        origins = [site.root_url for site in Site.objects.select_related("root_page")]
        paths = stale_paths(changes)
        for backend in conf.load().values():
            if isinstance(backend, KeyBackend):
                backend.purge_keys(keys)
                continue
            hosts = [origin for origin in origins if backend.invalidates_hostname(origin.partition("://")[2])]
            with complaints_raised():
                backend.purge_batch([f"{origin}{path}" for origin in hosts for path in sorted(paths)])
