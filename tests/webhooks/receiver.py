"""A real receiver on this machine that does what a test tells it to."""

from __future__ import annotations

import socket
import ssl
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

Behaviour = Callable[["Handler"], None]


@dataclass(frozen=True)
class Received:
    """A request as it arrived."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]


class Receiver:
    """Answers 204, unless `behaviours` say otherwise for the next requests, or `always` for all of them."""

    def __init__(self, certificate: Path | None = None) -> None:
        self.received: list[Received] = []
        self.behaviours: deque[Behaviour] = deque()
        self.always: Behaviour = status(204)
        self.arrived = threading.Condition()
        self.released = threading.Event()
        """Set when the test is over: whoever hangs stops."""
        receiver = self

        class BoundHandler(Handler):
            owner = receiver

        self._server = _Server(("127.0.0.1", 0), BoundHandler)
        self._scheme = "http"
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
            self._scheme = "https"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self.port}/hook?from=trilog"

    @property
    def ids(self) -> list[str]:
        """Ids of the messages in the order of their arrival."""
        return [received.id for received in self.received]

    def wait_for(self, count: int, timeout: float = 10) -> None:
        """Waits until so many requests have arrived."""
        with self.arrived:
            assert self.arrived.wait_for(lambda: len(self.received) >= count, timeout)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is what some tests are about."""


class Handler(BaseHTTPRequestHandler):
    owner: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        owner = self.owner
        with owner.arrived:
            owner.received.append(Received(self.path, headers, body))
            behaviour = owner.behaviours.popleft() if owner.behaviours else owner.always
            owner.arrived.notify_all()
        behaviour(self)

    def log_message(self, *_args: Any) -> None:
        """Quiet."""


def status(code: int, body: bytes = b"", **headers: str) -> Behaviour:
    """An ordinary answer; underscores in names of headers stand for hyphens."""

    def behave(handler: Handler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return behave


def hang(handler: Handler) -> None:
    """No answer at all."""
    handler.owner.released.wait(30)


def drip_headers(handler: Handler) -> None:
    """A byte now and then, so that no single read takes long, and no end."""
    _drip(handler, b"HTTP/1.1 200 OK\r\nX-Long: ")


def drip_body(handler: Handler) -> None:
    """An answer whose body never ends."""
    _drip(handler, b"HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\nso far ")


def _drip(handler: Handler, beginning: bytes) -> None:
    handler.wfile.write(beginning)
    for _ in range(600):
        if handler.owner.released.wait(0.05):
            return
        try:
            handler.wfile.write(b"x")
        except OSError:
            return


def hang_up(handler: Handler) -> None:
    """The connection ends without an answer."""
    handler.connection.shutdown(socket.SHUT_RDWR)


def no_http(handler: Handler) -> None:
    """An answer in another protocol."""
    handler.wfile.write(b"220 mail.example.org ESMTP ready\r\n")


@contextmanager
def running_receiver(certificate: Path | None = None) -> Iterator[Receiver]:
    """A receiver for the time of the block."""
    receiver = Receiver(certificate)
    receiver.start()
    try:
        yield receiver
    finally:
        receiver.stop()


def closed_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
