"""How many rows lists have, remembered as long as nothing is published."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.lookups import Exact

from cms.publishing.models import Change

from .recent import Recent

KNOWN_AT = -7_346_518_290_463_125
"""Stands for the number of the change at which a count was last known. No change has a number below zero."""


@dataclass(frozen=True, slots=True)
class Known:
    """A count, and the last change at that time."""

    head: int
    count: int


class _Count(Subquery):
    """The number of rows of a query, as a column of another one."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"


_known: Recent[Known] = Recent(2_000)


def count_columns(counted: QuerySet[Any, Any]) -> dict[str, Combinable]:
    """Two columns: the number of the last change in the log, and the count; the latter is empty where the former is
    KNOWN_AT. So one query, and one snapshot of the database, tells whether the count has to be made, and makes it.
    """
    head = Subquery(Change.objects.order_by("-pk").values("pk")[:1])
    total = _Count(counted, output_field=IntegerField())
    return {
        "head": head,
        "total": Case(When(Exact(head, Value(KNOWN_AT)), then=Value(None)), default=total, output_field=IntegerField()),
    }


def known(name: Hashable) -> Known | None:
    """What was last counted under this name."""
    return _known.get(name)


def learn(name: Hashable, head: int | None, count: int) -> None:
    """Notes a count for others of this name."""
    if head is not None:
        _known.put(name, Known(head, count))
