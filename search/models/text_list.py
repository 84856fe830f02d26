import json
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


class TextListField(models.Field[list[str], list[str]]):
    """A list of strings: PostgreSQL's `text[]`, elsewhere JSON in a text."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "text[]" if connection.vendor == "postgresql" else "text"

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        if value is None or connection.vendor == "postgresql" or isinstance(value, str):
            return value
        return json.dumps(list(value), ensure_ascii=False)

    def from_db_value(self, value: Any, expression: Any, connection: BaseDatabaseWrapper) -> Any:
        return json.loads(value) if isinstance(value, str) else value
