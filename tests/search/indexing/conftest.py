"""A site with an index on a genuine server."""

from __future__ import annotations

from typing import Any

import pytest

from search.indexing.server_follower import ServerIndexFollower
from search.indexing.server_index import ServerIndex
from tests.search.configured import use_server

__all__ = ["use_server"]


@pytest.fixture(params=["opensearch", "elasticsearch"])
def index(request: pytest.FixtureRequest, use_server: Any, search_prefix: str) -> ServerIndex:
    """The site's index on each product in turn."""
    url = request.getfixturevalue(f"{request.param}_url")
    return use_server(request.param, url, prefix=search_prefix.rstrip("-"))


@pytest.fixture
def follower(index: ServerIndex) -> ServerIndexFollower:
    """What the worker has follow the log."""
    return ServerIndexFollower(index)
