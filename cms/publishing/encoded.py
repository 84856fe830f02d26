"""Stored JSON as the bytes that are sent: nothing takes it apart, nor decodes it, on the way from the database."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BinaryField, Func
from django.db.models.sql.compiler import SQLCompiler


class Encoded(Func):
    """The text of a JSON field in UTF-8."""

    template = "CAST(%(expressions)s AS BLOB)"
    arity = 1
    output_field: ClassVar = BinaryField()

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **more: Any
    ) -> tuple[str, list[str | int]]:
        """PostgreSQL's own way."""
        sql, params = self.as_sql(compiler, connection, template="convert_to(%(expressions)s::text, 'UTF8')", **more)
        return sql, list(params)
