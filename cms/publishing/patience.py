"""Writes that are worth less than a reader's time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, router
from django.db.models import Model


@contextmanager
def without_waiting(model: type[Model]) -> Iterator[None]:
    """Within it, a write gives up at once where another one is under way on SQLite: OperationalError.

    Elsewhere writes do not wait for each other.
    """
    connection = connections[router.db_for_write(model)]
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {int(patience)}")
