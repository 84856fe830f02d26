import json
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


class VerbatimJSONField(models.JSONField):
    """JSON that the database keeps letter by letter, without needless spaces, so that it can be sent as it is stored.

    PostgreSQL's usual `jsonb` takes values apart and has to put them together for each reader; this is its `json`.
    """

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        return "json" if connection.vendor == "postgresql" else super().db_type(connection)

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        # Also for SQL's own values and expressions, which the field leaves alone.
        if value is None or hasattr(value, "resolve_expression"):
            return super().get_db_prep_value(value, connection, prepared)
        return json.dumps(value, cls=self.encoder, ensure_ascii=False, separators=(",", ":"))

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        return None if value is None else self.get_db_prep_value(value, connection)

    def from_db_value(self, value: Any, expression: Any, connection: BaseDatabaseWrapper) -> Any:
        # PostgreSQL's driver has read `json` already.
        return super().from_db_value(value, expression, connection) if isinstance(value, str) else value
