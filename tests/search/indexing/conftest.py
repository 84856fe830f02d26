"""A site with a search server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from search import conf, searching
from search.engines import chosen
from search.engines.server import analysis
from search.indexing import registered
from search.indexing.server_follower import ServerIndexFollower
from search.indexing.server_index import ServerIndex


def forget_settings() -> None:
    """Has everything that depends on the settings made anew."""
    for remembered in (conf.load, registered.server_index, chosen.server_engine, searching.breaker):
        remembered.cache_clear()


@pytest.fixture
def use_server(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Configures the site for a server, and returns its index."""

    def use(product: str, *urls: str, prefix: str = "test") -> ServerIndex:
        settings.OPENSEARCH_URL = settings.ELASTICSEARCH_URL = ""
        setattr(settings, f"{product.upper()}_URL", ",".join(urls))
        settings.SEARCH_INDEX_PREFIX = prefix
        if product == "elasticsearch":
            # What stands in for Elasticsearch has no analysis of languages.
            monkeypatch.setattr(analysis, "analysis", analysis.plain)
        forget_settings()
        index = registered.server_index()
        assert index is not None
        return index

    yield use
    forget_settings()


@pytest.fixture(params=["opensearch", "elasticsearch"])
def index(request: pytest.FixtureRequest, use_server: Any, search_prefix: str) -> ServerIndex:
    """The site's index on each product in turn."""
    url = request.getfixturevalue(f"{request.param}_url")
    return use_server(request.param, url, prefix=search_prefix.rstrip("-"))


@pytest.fixture
def follower(index: ServerIndex) -> ServerIndexFollower:
    """What the worker has follow the log."""
    return ServerIndexFollower(index)
