"""The indices that there are, by the settings."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..conf import load
from .index import Index

# Sites without a search server need not load the clients of one.
if TYPE_CHECKING:
    from .server_index import ServerIndex


def indices() -> list[Index]:
    """All that are kept: the database's, and the search server's where one is configured."""
    from ..engines.database.index import DatabaseIndex

    server = server_index()
    return [*([server] if server else []), DatabaseIndex()]


@cache
def server_index() -> ServerIndex | None:
    """The search server's. Tests that configure another one call `server_index.cache_clear()`."""
    from ..engines.server.client import for_writers
    from .server_index import ServerIndex

    settings = load()
    return ServerIndex(for_writers(), settings.prefix) if settings.server else None
