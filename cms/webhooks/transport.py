"""One signed request to a receiver, and what came of it.

Built on the standard library's HTTP client and a socket of our own: connected to an address that was checked, no
redirects, no proxies, no cookies, no reuse, and a deadline for all of it that a receiver cannot stretch by sending
a byte now and then.
"""

from __future__ import annotations

import io
import socket
import ssl
import time
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any

from .models.attempt import Reason
from .targets import Target, TargetRefusedError, find_target

USER_AGENT = "Trilog-Webhooks/1"
MAX_EXCERPT = 4096
"""Bytes of an answer that are read; the rest is never fetched."""
CONNECT_TIMEOUT = 5.0
"""Seconds for one address; a host may have several."""
KEPT_FORMAT_CHARACTERS = "\n\t"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of one request."""

    reason: str
    """A value of `Reason`; empty when the receiver took it."""
    status: int | None = None
    detail: str = ""
    """More about a failure, for those who look after the receiver."""
    excerpt: str = ""
    """The beginning of the answer's body."""
    retry_after: float | None = None
    """Seconds for which the receiver asked to be left alone."""
    duration: float = 0.0
    """Seconds."""

    @property
    def delivered(self) -> bool:
        """Whether the receiver took it."""
        return not self.reason


class Deadline:
    """A moment after which nothing is waited for."""

    def __init__(self, seconds: float) -> None:
        self.started = time.monotonic()
        self._end = self.started + seconds

    def remaining(self) -> float:
        """Seconds left. Raises TimeoutError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("The time for this attempt is over")
        return left

    def elapsed(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self.started


def post(url: str, body: bytes, headers: Mapping[str, str], timeout: float) -> Reply:
    """Sends `body` and says what came of it; a failure is an answer too, not an exception."""
    deadline = Deadline(timeout)
    reply = _attempt(url, body, headers, deadline)
    return Reply(
        reply.reason, reply.status, reply.detail, reply.excerpt, reply.retry_after, round(deadline.elapsed(), 3)
    )


def _attempt(url: str, body: bytes, headers: Mapping[str, str], deadline: Deadline) -> Reply:
    try:
        target = find_target(url)
        with _connected(target, deadline) as channel:
            return _exchange(channel, target, body, headers, deadline)
    except TargetRefusedError as error:
        return Reply(Reason.NAME if error.unresolved else Reason.ADDRESS)
    except ssl.SSLError as error:
        return Reply(Reason.TLS, detail=_one_line(error))
    except TimeoutError:
        return Reply(Reason.TIMEOUT)
    except ConnectionError as error:
        return Reply(Reason.CONNECTION, detail=_one_line(error))
    except (HTTPException, ValueError) as error:
        return Reply(Reason.PROTOCOL, detail=_one_line(error))
    except OSError as error:
        return Reply(Reason.CONNECTION, detail=_one_line(error))


def _connected(target: Target, deadline: Deadline) -> socket.socket:
    failure: OSError | None = None
    for address in target.addresses:
        try:
            plain = _connect(address, target.port, min(CONNECT_TIMEOUT, deadline.remaining()))
        except OSError as error:
            failure = error
            continue
        if not target.is_secure:
            return plain
        plain.settimeout(deadline.remaining())
        return tls_context().wrap_socket(plain, server_hostname=target.host)
    raise failure or ConnectionError("There is no address to connect to")


def _connect(address: str, port: int, timeout: float) -> socket.socket:
    """A connection to this IP address and no other: nothing is resolved here."""
    channel = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        channel.settimeout(timeout)
        channel.connect((address, port))
    except BaseException:
        channel.close()
        raise
    return channel


@cache
def tls_context() -> ssl.SSLContext:
    """Verifies certificates and names against the authorities that this machine trusts."""
    return ssl.create_default_context()


def _exchange(
    channel: socket.socket, target: Target, body: bytes, headers: Mapping[str, str], deadline: Deadline
) -> Reply:
    connection = HTTPConnection(target.host, target.port)
    connection.sock = _DeadlineSocket(channel, deadline)
    fixed = {
        "Host": target.host_header,
        "User-Agent": USER_AGENT,
        "Content-Type": "application/json",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    connection.request("POST", target.path, body=body, headers={**fixed, **headers})
    response = connection.getresponse()
    return _read(response)


def _read(response: HTTPResponse) -> Reply:
    status = response.status
    excerpt = _excerpt(response)
    if 200 <= status < 300:
        return Reply("", status, excerpt=excerpt)
    if 300 <= status < 400:
        location = _printable(response.headers.get("Location", ""))[:200]
        return Reply(Reason.REDIRECT, status, detail=location, excerpt=excerpt)
    reason = Reason.GONE if status == 410 else Reason.STATUS
    return Reply(reason, status, excerpt=excerpt, retry_after=_retry_after(response.headers.get("Retry-After", "")))


def _excerpt(response: HTTPResponse) -> str:
    """The beginning of the body, as far as it came: what counts is the status, which is there already."""
    content = b""
    try:
        while len(content) < MAX_EXCERPT and (chunk := response.read1(MAX_EXCERPT - len(content))):
            content += chunk
    except (OSError, HTTPException, ValueError):
        pass
    return _printable(content[:MAX_EXCERPT].decode(errors="replace"))


def _printable(text: str) -> str:
    """Without characters that are not seen, which might upset a database or disguise what is read."""
    return "".join(
        character
        for character in text
        if character in KEPT_FORMAT_CHARACTERS or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )


def _one_line(error: Exception) -> str:
    return _printable(" ".join(str(error).split()))[:200]


def _retry_after(value: str) -> float | None:
    """Seconds, from a number or a date."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        at = parsedate_to_datetime(value)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, (at - datetime.now(UTC)).total_seconds())


class _DeadlineSocket:
    """A connected socket for HTTPConnection whose every wait ends with the deadline. Whoever connected it closes it."""

    def __init__(self, channel: socket.socket, deadline: Deadline) -> None:
        self._channel = channel
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        self._channel.settimeout(self._deadline.remaining())
        self._channel.sendall(data)

    def makefile(self, *_args: Any) -> io.BufferedReader:
        return io.BufferedReader(_DeadlineReader(self._channel, self._deadline))

    def close(self) -> None:
        """HTTPConnection closes before the answer has been read."""


class _DeadlineReader(io.RawIOBase):
    def __init__(self, channel: socket.socket, deadline: Deadline) -> None:
        self._channel = channel
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._channel.settimeout(self._deadline.remaining())
        return self._channel.recv_into(buffer)
