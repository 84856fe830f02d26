"""The end of the log of changes, looked at as rarely as a strict reader allows."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Condition

from django.db import Error, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from cms.publishing.models import Change


class LogHead:
    """Answers each caller from a look at the log that began after the caller came.

    Whatever was committed before somebody asks is therefore seen, in whichever process or machine it was written.
    There is one look at a time: those who come while one is under way let it pass, and share the next. However many
    ask at once, the database is asked one small question after the other.
    """

    def __init__(self, look: Callable[[], Hashable]) -> None:
        self._look = look
        self._turn = Condition()
        self._begun = 0
        self._ended = 0
        self._seen: Hashable = None

    def read(self) -> Hashable:
        """The last change; None where the database could not be asked."""
        with self._turn:
            first_of_use = self._begun + 1
            while self._begun != self._ended and self._ended < first_of_use:
                self._turn.wait()
            if self._ended >= first_of_use:
                return self._seen
            self._begun += 1
        seen: Hashable = None
        try:
            seen = self._look()
        finally:
            with self._turn:
                self._seen, self._ended = seen, self._begun
                self._turn.notify_all()
        return seen


class LookAtDatabase:
    """Reads number and moment of the last change, over a connection of its own and outside of every transaction.

    The moment tells apart two logs that happen to be equally long, such as one that was restored from a backup.
    """

    def __init__(self) -> None:
        self._connection: BaseDatabaseWrapper | None = None
        last = Change.objects.order_by("-pk").values_list("pk", "at")[:1]
        self._question = last.query.sql_with_params()

    def __call__(self) -> Hashable:
        try:
            if self._connection is None:
                self._connection = connections["default"].copy()
                self._connection.inc_thread_sharing()
            with self._connection.cursor() as cursor:
                cursor.execute(*self._question)
                return cursor.fetchone() or (0,)
        except Error:
            self.close()
            return None

    def close(self) -> None:
        """Ends the connection; the next look opens another one."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
