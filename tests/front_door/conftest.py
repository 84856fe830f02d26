"""An application behind a front door, and the same one without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from django.core.handlers.wsgi import WSGIHandler

from cms.front_door.door import FrontDoor
from cms.front_door.log_head import LogHead, LookAtDatabase
from cms.front_door.memory import Memory


@dataclass(frozen=True)
class Said:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Site:
    """Answers requests, and counts those that reach Django."""

    memory: Memory = field(default_factory=lambda: Memory(1_000_000))
    look: Callable[[], Any] = field(default_factory=LookAtDatabase)
    passed: int = 0

    def __post_init__(self) -> None:
        self.django = WSGIHandler()
        self.door = FrontDoor(self._count, LogHead(self.look), self.memory)

    def _count(self, environ: Any, start_response: Any) -> Any:
        self.passed += 1
        return self.django(environ, start_response)

    def get(self, path: str, method: str = "GET", **environ: str) -> Said:
        """The answer at the door."""
        return said(self.door, path, method, environ)

    def plain(self, path: str, method: str = "GET", **environ: str) -> Said:
        """Django's."""
        return said(self.django, path, method, environ)


def said(application: Any, path: str, method: str, more: dict[str, str]) -> Said:
    path, _mark, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "testserver",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        **more,
    }
    begun: list[Any] = []
    response = application(environ, lambda status, headers, *_error: begun.append((status, headers)))
    body = b"".join(response)
    if hasattr(response, "close"):
        response.close()
    return Said(int(begun[-1][0].split()[0]), dict(begun[-1][1]), body)


@pytest.fixture
def front(transactional_db: None, settings: Any) -> Iterator[Site]:
    settings.ALLOWED_HOSTS = ["testserver", "example.org"]
    site = Site()
    yield site
    site.look.close()
