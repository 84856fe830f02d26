from collections.abc import Callable, Iterator
from typing import Any, Protocol

import pytest
from django.core.cache import cache
from django.test import Client

from cms.api import conf


class Get(Protocol):
    """Asks the API: `get("articles/", locale="de")`; keyword arguments become the query, `headers` is passed on."""

    def __call__(self, path: str, /, headers: dict[str, str] | None = None, **query: Any) -> Any: ...


@pytest.fixture
def get(client: Client, db: None) -> Callable[..., Any]:
    def ask(path: str, /, headers: dict[str, str] | None = None, **query: Any) -> Any:
        return client.get(f"/api/v1/{path}", query, headers=headers)

    return ask


@pytest.fixture(autouse=True)
def _fresh_settings() -> Iterator[None]:
    conf.load.cache_clear()
    cache.clear()
    yield
    conf.load.cache_clear()
