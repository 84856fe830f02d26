"""Keeping the targets up to date: what the matrix, the inbox and the listings tell of each work in each locale."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID


def refresh(keys: Iterable[UUID]) -> None:
    """Brings the targets of these works up to date, within the running transaction.

    The number of queries does not depend on the number of works.
    """
