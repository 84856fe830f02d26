"""Queries that are put together once and run many times: Django can take longer to write one than the database to
answer it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import InterfaceError, OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet


class Prepared:
    """A `values_list` queryset as SQL, safe to share between threads.

    A value in it may be a stand-in, which each run replaces by another one of its type.
    """

    def __init__(self, queryset: QuerySet[Any, tuple[Any, ...]]) -> None:
        self._using = queryset.db
        compiler = queryset.query.get_compiler(self._using)
        try:
            self._sql, params = compiler.as_sql()
        except EmptyResultSet:  # conditions that no row can meet
            self._sql, params = "", ()
        self._params = tuple(params)
        columns = [column for column, _sql, _alias in compiler.select[: compiler.col_count]] if self._sql else []
        self._converters = compiler.get_converters(columns)

    @property
    def name(self) -> tuple[Any, ...]:
        """The same for queries that ask the same."""
        return (self._sql, *self._params)

    def rows(self, stand_ins: Mapping[Any, Any] | None = None) -> list[tuple[Any, ...]]:
        """What the database answers now, with `stand_ins` (both as the database takes them) replaced."""
        if not self._sql:
            return []
        params = self._params
        if stand_ins:
            params = tuple(stand_ins.get(param, param) for param in params)
        connection = connections[self._using]
        if connection.connection is None or connection.in_atomic_block:
            found = self._ask(connection, params)
        else:
            # A connection may have been lost since the last request. Asking again then is cheaper than asking first
            # each time whether it is still there, as Django's health checks do.
            connection.health_check_done = True  # type: ignore[attr-defined]  # the stubs do not know it
            try:
                found = self._ask(connection, params)
            except (InterfaceError, OperationalError):
                if connection.is_usable():  # then it was refused for another reason, such as a time limit
                    raise
                connection.close()
                found = self._ask(connection, params)
        return [self._converted(row, connection) for row in found] if self._converters else found

    def _ask(self, connection: BaseDatabaseWrapper, params: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        connection.ensure_connection()
        found: list[tuple[Any, ...]]
        if connection.vendor == "postgresql" and not connection.queries_logged and not connection.execute_wrappers:
            connection.validate_no_broken_transaction()
            with connection.wrap_database_errors:
                found = _server_cursor(connection.connection).execute(self._sql, params, binary=True).fetchall()
                return found
        with connection.cursor() as cursor:
            cursor.execute(self._sql, params)
            found = cursor.fetchall()
            return found

    def _converted(self, row: tuple[Any, ...], connection: Any) -> tuple[Any, ...]:
        values = list(row)
        for place, (converters, expression) in self._converters.items():
            for convert in converters:
                values[place] = convert(values[place], expression, connection)
        return tuple(values)


def _server_cursor(connection: Any) -> Any:
    """psycopg's own cursor, kept as long as its connection.

    With it the server plans a question once, when it is asked often (`prepare_threshold`), and answers in binary, which
    psycopg reads several times as fast as text. Django's cursors put the values into the SQL, which makes another
    question of it each time, and a new one of them costs as much as a small question.
    """
    import psycopg

    cursor = getattr(connection, "cursor_for_prepared", None)
    if cursor is None or cursor.closed:
        cursor = connection.cursor_for_prepared = psycopg.Cursor(connection)
    return cursor
