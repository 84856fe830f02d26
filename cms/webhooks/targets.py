"""Where a request may go: the address of a receiver, taken apart and checked before anything is sent.

A name is resolved here, once, and the connection is made to the addresses that were checked. So a name that changes
its mind in between cannot lead the worker into our own network.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _
from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from . import conf
from .networks import is_public

DEFAULT_PORTS = {"https": 443, "http": 80}
FIRST_UNPRIVILEGED_PORT = 1024
"""Below it only the web's own ports are allowed: a request there may mean something to a mail or name server."""
MAX_LENGTH = 2000


class TargetRefusedError(ValueError):
    """Nothing may be sent there. `message` says why: a text or a lazy translation."""

    def __init__(self, message: Any, *, unresolved: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.unresolved = unresolved
        """Whether the name could not be resolved, which may be different in a minute."""


@dataclass(frozen=True, slots=True)
class Target:
    """A receiver's address, taken apart."""

    scheme: str
    host: str
    """Without brackets; a name in its ASCII form."""
    port: int
    path: str
    """With the query."""
    host_header: str
    addresses: tuple[str, ...] = field(default=())
    """The IP addresses behind the host, all of them checked."""

    @property
    def is_secure(self) -> bool:
        """Whether it is reached over TLS."""
        return self.scheme == "https"


def find_target(url: str) -> Target:
    """The receiver behind `url`, with the addresses to connect to. Asks the resolver. Raises TargetRefusedError."""
    target = read_target(url)
    addresses = _resolve(target)
    if not conf.load().allow_private_networks and not all(is_public(address) for address in addresses):
        raise TargetRefusedError(_("This address leads into a private network."))
    return Target(target.scheme, target.host, target.port, target.path, target.host_header, addresses)


def read_target(url: str) -> Target:
    """What can be said of `url` without asking anybody. Raises TargetRefusedError."""
    parsed = _parse(url)
    if parsed.scheme not in DEFAULT_PORTS:
        raise TargetRefusedError(_("Enter an address that begins with https://."))
    if parsed.scheme == "http" and not conf.load().allow_http:
        raise TargetRefusedError(
            _("The receiver must be reached over TLS: enter an address that begins with https://.")
        )
    if parsed.auth is not None:
        raise TargetRefusedError(_("The address must not hold a user name or password: requests are signed."))
    if not parsed.host:
        raise TargetRefusedError(_("The address names no host."))
    default_port = DEFAULT_PORTS[parsed.scheme]
    port = parsed.port or default_port
    if port < FIRST_UNPRIVILEGED_PORT and port not in DEFAULT_PORTS.values():
        raise TargetRefusedError(
            _("Port %(port)s belongs to another service: use 443, or one from 1024 on.") % {"port": port}
        )
    host = parsed.host.removesuffix(".")
    return Target(
        scheme=parsed.scheme,
        host=host.strip("[]"),
        port=port,
        path=parsed.request_uri,
        host_header=host if port == default_port else f"{host}:{port}",
    )


def _parse(url: str) -> Url:
    if len(url) > MAX_LENGTH or not url.isprintable() or " " in url or "\\" in url:
        raise TargetRefusedError(_("This is not the address of a web service."))
    try:
        return parse_url(url)
    except LocationParseError:
        raise TargetRefusedError(_("This is not the address of a web service.")) from None


def _resolve(target: Target) -> tuple[str, ...]:
    try:
        found: list[Any] = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        found = []
    if not found:
        raise TargetRefusedError(_("The name %(host)s is not known.") % {"host": target.host}, unresolved=True)
    return tuple(dict.fromkeys(str(sockaddr[0]) for *_rest, sockaddr in found))
