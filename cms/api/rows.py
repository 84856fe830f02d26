"""Rows of lists as they are read: what an answer needs of an edition, and its finished text."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import BinaryField, Case, Subquery, Value, When
from django.db.models.expressions import Combinable

from cms.publishing.encoded import Encoded
from cms.publishing.models import Change

COLUMNS = ("type", "key", "locale", "state", "changed_at", "change_id", "day_dependent", "earliest")


class Row(NamedTuple):
    """A stored edition, or rather what lists and details need of one."""

    type: str
    key: UUID
    locale: str
    state: str
    changed_at: datetime
    change_id: int | None
    day_dependent: bool
    earliest: date | None
    stored: bytes
    """The JSON of its document or list row, in UTF-8."""
    logged_at: datetime | None
    """When any work of its type last changed, deletions included."""
    order: tuple[Any, ...]
    """The values that it is ordered by."""

    def content(self) -> dict[str, Any]:
        """What is stored."""
        content: dict[str, Any] = json.loads(self.stored)
        return content


def row_columns(field: str, type_name: str, *, stored: bool = True) -> dict[str, Combinable]:
    """The columns of a row besides COLUMNS: the JSON field as it is stored, and when the log last told of the type.

    Without `stored`, the JSON is there only where an answer says something else of it from day to day.
    """
    changes = Change.objects.filter(type=type_name).order_by("-id").values("at")
    content: Combinable = Encoded(field)
    if not stored:
        content = Case(When(day_dependent=True, then=content), default=Value(b""), output_field=BinaryField())
    return {"stored": content, "logged_at": Subquery(changes[:1])}


def row_of(values: tuple[Any, ...]) -> Row:
    """The row in a tuple of COLUMNS, the two above, and those that it is ordered by."""
    return Row._make((*values[:10], values[10:]))
