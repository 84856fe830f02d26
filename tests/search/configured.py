"""A site that is configured for a search server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from search import conf, searching
from search.engines import chosen
from search.engines.server import analysis
from search.indexing import registered
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
