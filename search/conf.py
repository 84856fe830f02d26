"""The search's settings, read once. A wrong value stops the start with a sentence that says what to do.

| setting | default | meaning |
|---|---|---|
| `ELASTICSEARCH_URL` | "" | nodes of an Elasticsearch, separated by commas; user and password may stand in them |
| `OPENSEARCH_URL` | "" | the same of an OpenSearch; with neither of them the database searches |
| `SEARCH_INDEX_PREFIX` | `"trilog"` | begins the names of our indices, so that several sites can share a server |
| `SEARCH_TIMEOUT` | `1.0` | seconds that a search server has to answer a reader before the database does |
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """See the table above."""

    server: Literal["elasticsearch", "opensearch"] | None
    nodes: tuple[str, ...]
    prefix: str
    timeout: float


@cache
def load() -> SearchSettings:
    """The settings as they were at the start. Raises ImproperlyConfigured.

    Tests that change one call `load.cache_clear()`.
    """
    elasticsearch = _nodes("ELASTICSEARCH_URL")
    opensearch = _nodes("OPENSEARCH_URL")
    if elasticsearch and opensearch:
        raise ImproperlyConfigured("ELASTICSEARCH_URL and OPENSEARCH_URL are both set: leave one of them empty.")
    return SearchSettings(
        server="elasticsearch" if elasticsearch else "opensearch" if opensearch else None,
        nodes=elasticsearch or opensearch,
        prefix=_prefix(),
        timeout=_timeout(),
    )


def _nodes(name: str) -> tuple[str, ...]:
    nodes = tuple(filter(None, (node.strip() for node in getattr(settings, name, "").split(","))))
    for node in nodes:
        if not re.fullmatch(r"https?://\S+", node):
            raise ImproperlyConfigured(f"{name} must hold addresses such as https://search.example.org:9200.")
    return nodes


def _prefix() -> str:
    prefix = getattr(settings, "SEARCH_INDEX_PREFIX", "trilog")
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,60}", prefix):
        raise ImproperlyConfigured(
            f"SEARCH_INDEX_PREFIX is {prefix!r}: use small letters, digits, hyphens and underscores."
        )
    return str(prefix)


def _timeout() -> float:
    seconds = getattr(settings, "SEARCH_TIMEOUT", 1.0)
    if not 0.05 <= seconds <= 1.5:
        raise ImproperlyConfigured(
            f"SEARCH_TIMEOUT is {seconds!r}: set it to 0.05 to 1.5 seconds: readers get an answer within 2."
        )
    return float(seconds)
