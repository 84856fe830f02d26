"""Addresses inside stored documents.

A document knows no host: every address in it starts with `ORIGIN`, and whoever answers puts
the scheme and host of the request (the content API) or nothing (the site's own pages) in its place.
"""

from typing import Any

ORIGIN = "trilog-origin:"


def address(path: str) -> str:
    """The stored form of a site path such as `/de/presse/`."""
    return f"{ORIGIN}{path}"


def with_origin(value: Any, origin: str) -> Any:
    """A copy of a stored JSON value whose addresses begin with `origin` (`https://example.org`, or nothing)."""
    if isinstance(value, str):
        return value.replace(f"{ORIGIN}/", f"{origin}/") if ORIGIN in value else value
    if isinstance(value, dict):
        return {name: with_origin(member, origin) for name, member in value.items()}
    if isinstance(value, list):
        return [with_origin(member, origin) for member in value]
    return value


def bytes_with_origin(json: bytes, origin: str) -> bytes:
    """The same for JSON in UTF-8."""
    return json.replace(b"%b/" % ORIGIN.encode(), f"{origin}/".encode())
