"""Backends for Wagtail's frontend cache that say when they fail, and some that purge by name.

A name (surrogate key) stands in the header of each answer that it concerns. So a handful of names purges lists, menus
and pages whose addresses nobody could enumerate.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar
from urllib.parse import urlsplit, urlunsplit

import urllib3
from wagtail.contrib.frontend_cache.backends import BaseBackend

TIMEOUT = urllib3.Timeout(connect=3, read=10)
NOT_CACHED = 404


class PurgeFailedError(Exception):
    """A cache could not be told. Whatever was to be purged is purged again later."""


class HTTPBackend(BaseBackend):  # type: ignore[misc]  # Wagtail has no types
    """Sends `PURGE` for each address to the cache at `LOCATION`, as Wagtail's own does, but never waits long."""

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        location = urlsplit(params["LOCATION"])
        if location.scheme not in {"http", "https"} or not location.hostname:
            raise ValueError("LOCATION")
        self._location = location
        self._pool = urllib3.PoolManager(timeout=TIMEOUT, retries=False)

    def purge(self, url: str) -> None:
        """Raises PurgeFailedError."""
        parts = urlsplit(url)
        target = urlunsplit((self._location.scheme, self._location.netloc, parts.path, parts.query, ""))
        self._send("PURGE", target, {"Host": parts.netloc})

    def _send(self, method: str, url: str, headers: Mapping[str, str]) -> None:
        try:
            response = self._pool.request(method, url, headers=headers, redirect=False)
        except urllib3.exceptions.HTTPError as error:
            raise PurgeFailedError(f"{self._location.netloc}: {error}") from error
        if not 200 <= response.status < 300 and response.status != NOT_CACHED:
            raise PurgeFailedError(f"{self._location.netloc} answered {method} with {response.status}")


class KeyBackend(HTTPBackend):
    """A cache that purges by name."""

    keys_at_once: ClassVar[int] = 100

    @abstractmethod
    def purge_some_keys(self, keys: Sequence[str]) -> None:
        """Purges everything that bears any of these names. Raises PurgeFailedError."""

    def purge_keys(self, keys: Iterable[str]) -> None:
        """Purges any number of names. Raises PurgeFailedError."""
        wanted = sorted(set(keys))
        for start in range(0, len(wanted), self.keys_at_once):
            self.purge_some_keys(wanted[start : start + self.keys_at_once])


class VarnishBackend(KeyBackend):
    """Varnish with its module xkey: one `PURGE` to `LOCATION` with the names in the header `KEY_HEADER`.

    Its configuration must copy `Surrogate-Key` of our answers to `xkey`; see docs/operators.md.
    """

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._header = str(params.get("KEY_HEADER", "xkey-purge"))

    def purge_some_keys(self, keys: Sequence[str]) -> None:
        """One request."""
        self._send("PURGE", urlunsplit((*self._location[:2], "/", "", "")), {self._header: " ".join(keys)})


class FastlyBackend(KeyBackend):
    """Fastly's API: needs `SERVICE_ID` and a `TOKEN` that may purge."""

    keys_at_once = 256
    api: ClassVar[str] = "https://api.fastly.com"

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__({"LOCATION": self.api, **params})
        self._service, self._token = params["SERVICE_ID"], params["TOKEN"]

    def purge_some_keys(self, keys: Sequence[str]) -> None:
        """One request."""
        url = urlunsplit((*self._location[:2], f"/service/{self._service}/purge", "", ""))
        self._send("POST", url, {"Fastly-Key": self._token, "Surrogate-Key": " ".join(keys)})
