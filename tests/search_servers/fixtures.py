"""What tests ask for that are marked ``search_server``: `make test-search` starts the servers and runs them.

The servers are shared by all tests and processes of a run, and named by OPENSEARCH_TEST_URL and
ELASTICSEARCH_TEST_URL; a test names its indices by `search_prefix` and keeps away from the cluster's settings.
What takes a server away, or changes it, starts one of its own with `start_search_node` or `search_cluster`.
"""

import json
import os
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from .cluster import TwoNodes
from .distributions import Kind
from .node import SearchNode

NEEDED = "NEEDS SEARCH SERVERS: `make test-search` starts them and runs these tests with them"

StartSearchNode = Callable[..., SearchNode]
"""Takes what `SearchNode` takes, and returns it running."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests marked ``search_server`` run where servers are named."""
    if not _urls():
        for item in items:
            if item.get_closest_marker("search_server"):
                item.add_marker(pytest.mark.skip(reason=NEEDED))


@pytest.fixture(scope="session")
def opensearch_url() -> str:
    """Of the complete OpenSearch that all tests share."""
    return _url("opensearch")


@pytest.fixture(scope="session")
def elasticsearch_url() -> str:
    """Of the Elasticsearch core that all tests share: it has no analyzers for languages."""
    return _url("elasticsearch")


@pytest.fixture
def search_prefix() -> Iterator[str]:
    """What the names of a test's indices begin with. Indices and their aliases are removed afterwards."""
    prefix = f"test-{uuid.uuid4().hex[:12]}-"
    yield prefix
    for url in _urls():
        # One by one: Elasticsearch refuses to delete by a pattern.
        for index in _ask(f"{url}/_cat/indices/{prefix}*?format=json&h=index&expand_wildcards=all"):
            _ask(f"{url}/{index['index']}", method="DELETE")


@pytest.fixture
def start_search_node() -> Iterator[StartSearchNode]:
    """Starts servers of the test's own, which are gone afterwards. It takes about ten seconds each."""
    with ExitStack() as stack:

        def start(kind: Kind = "opensearch", **options: Any) -> SearchNode:
            return stack.enter_context(SearchNode(kind, **{"quick": True, **options}))

        yield start


@pytest.fixture(scope="module")
def search_cluster() -> Iterator[TwoNodes]:
    """Two nodes of OpenSearch, shared by the tests of a module."""
    with TwoNodes(quick=True) as cluster:
        yield cluster


def _url(kind: Kind) -> str:
    return os.environ.get(f"{kind.upper()}_TEST_URL") or pytest.skip(NEEDED)


def _urls() -> list[str]:
    return [url for kind in ("OPENSEARCH", "ELASTICSEARCH") if (url := os.environ.get(f"{kind}_TEST_URL"))]


def _ask(url: str, method: str = "GET") -> Any:
    with urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=30) as response:
        return json.load(response)
