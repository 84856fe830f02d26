from copy import copy
from typing import Any

from django.db import models


class NullsLastIndex(models.Index):
    """An index whose descending columns hold rows without a value last.

    SQLite orders so by itself, and refuses to be told.
    """

    def create_sql(self, model: Any, schema_editor: Any, using: str = "", **kwargs: Any) -> Any:
        """With the words where they are needed."""
        if schema_editor.connection.vendor != "postgresql":
            return super().create_sql(model, schema_editor, using, **kwargs)
        index = copy(self)
        index.fields_orders = [(name, order and f"{order} NULLS LAST") for name, order in self.fields_orders]
        return super(NullsLastIndex, index).create_sql(model, schema_editor, using, **kwargs)
