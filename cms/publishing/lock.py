"""The projection lock: of two transactions that publish, the second sees all of the first.

PostgreSQL: a transaction-level advisory lock. SQLite: `BEGIN IMMEDIATE` (set in the settings) has taken the write
lock already. Because it is held to the commit, change numbers become visible in order.
"""

from django.db import connection

PROJECTION_LOCK_ID = 0x7472696C6F67  # "trilog"


class NotInTransactionError(RuntimeError):
    """The lock lasts as long as the transaction, so there must be one."""


def take_projection_lock() -> None:
    """Waits until no other transaction projects, and keeps others waiting until this one ends."""
    if not connection.in_atomic_block:
        raise NotInTransactionError("The projection lock needs a transaction")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PROJECTION_LOCK_ID])
