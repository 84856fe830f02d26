"""Which engines there are, by the settings."""

from __future__ import annotations

from functools import cache

from ..conf import load
from .base import Engine


@cache
def server_engine() -> Engine | None:
    """The search server's, where one is configured. Tests that configure another call `server_engine.cache_clear()`."""
    if load().server is None:
        return None
    from .server import ServerEngine

    return ServerEngine()


@cache
def database_engine() -> Engine:
    """The one that is always there."""
    from .database import DatabaseEngine

    return DatabaseEngine()
