"""A cache in front of the site: notes what it is asked to purge, and fails when it is told to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class CacheServer:
    """What it was asked: method, path and headers of each request."""

    def __init__(self) -> None:
        self.status = 200
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        self.location = ""

    def paths(self) -> set[str]:
        """What was purged by address."""
        return {path for _method, path, _headers in self.asked}


@contextmanager
def cache_server() -> Iterator[CacheServer]:
    """Listens on a free port of this machine."""
    cache = CacheServer()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            cache.asked.append((self.command, self.path, dict(self.headers)))
            self.send_response(cache.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_PURGE = do_POST = answer  # noqa: N815 - as http.server calls them

        def log_message(self, *arguments: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    cache.location = f"http://127.0.0.1:{server.server_port}"
    try:
        yield cache
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
