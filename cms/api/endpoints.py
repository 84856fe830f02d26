"""Endpoints besides the collections: whoever owns one announces it, so that the API need not know its owners."""

from __future__ import annotations

from dataclasses import dataclass

from .base_view import ApiView


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One more address below the API's root."""

    path: str
    """Without slashes; also its name in `api:<path>`."""
    view: type[ApiView]
    listed: bool = True
    """Whether the API's index names it."""


class EndpointAlreadyRegisteredError(ValueError):
    """Two endpoints claim the same path."""


class Endpoints:
    """The endpoints that apps have announced."""

    def __init__(self) -> None:
        self._by_path: dict[str, Endpoint] = {}

    def register(self, endpoint: Endpoint) -> None:
        """Announces an endpoint; called from `AppConfig.ready()`. Raises EndpointAlreadyRegisteredError."""
        if self._by_path.setdefault(endpoint.path, endpoint) is not endpoint:
            raise EndpointAlreadyRegisteredError(endpoint.path)

    def all(self) -> tuple[Endpoint, ...]:
        """Every endpoint, by path."""
        return tuple(self._by_path[path] for path in sorted(self._by_path))


endpoints = Endpoints()
