"""Identifiers that stay the same whatever host answers and wherever a work moves."""

from __future__ import annotations

from uuid import UUID, uuid5


def urn(key: str | UUID, *parts: str) -> str:
    """`urn:uuid:` of a part of a work, such as its edition in a locale."""
    return f"urn:uuid:{derived(key, *parts)}"


def derived(key: str | UUID, *parts: str) -> UUID:
    """A UUID made from a work's key and the names of a part of it: the same each time."""
    return uuid5(UUID(str(key)), "/".join(parts))
