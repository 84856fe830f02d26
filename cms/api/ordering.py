"""Order of a list: documented fields only, and always the same order for the same rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from django.db.models import F, QuerySet
from django.db.models.expressions import OrderBy
from django.utils.translation import gettext as _

from cms.publishing.models import Edition

from .parameters import Parameter
from .values import Choice, ValueNotAllowedError

Rows = TypeVar("Rows", bound=QuerySet[Any, Any])
"""Of editions, or of terms, which have the columns most lists are ordered by."""


@dataclass(frozen=True, slots=True)
class OrderColumn:
    """A column of Edition that lists can be ordered by.

    `read` turns its value back from the text of a cursor. Raises ValueError.
    """

    column: str
    read: Callable[[str], Any]

    @property
    def nullable(self) -> bool:
        """Whether rows may have no value in it."""
        return bool(Edition._meta.get_field(self.column).null)


def _moment(text: str) -> datetime:
    """A moment that databases can hold. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError(text) from None


PATH = OrderColumn("path", str)
DATE = OrderColumn("earliest", date.fromisoformat)
TITLE = OrderColumn("sort_title", str)
FIRST_PUBLISHED = OrderColumn("first_published_at", _moment)
LAST_CHANGED = OrderColumn("changed_at", _moment)


@dataclass(frozen=True, slots=True)
class Term:
    """One step of an order. Rows without a value come last in both directions."""

    name: str
    column: OrderColumn
    descending: bool

    def expression(self, *, backwards: bool = False) -> OrderBy:
        """For `order_by`; backwards is the exact reverse."""
        field, descending = F(self.column.column), self.descending != backwards
        if not self.column.nullable:  # or else databases would not find the order in an index
            return field.desc() if descending else field.asc()
        if backwards:
            return field.asc(nulls_first=True) if self.descending else field.desc(nulls_first=True)
        return field.desc(nulls_last=True) if self.descending else field.asc(nulls_last=True)


@dataclass(frozen=True, kw_only=True)
class OrderParameter(Parameter):
    """`order=-date,title`."""

    columns: Mapping[str, OrderColumn]

    def combine(self, values: list[str]) -> tuple[Term, ...]:
        """The steps in order."""
        terms = [
            Term(value.removeprefix("-"), self.columns[value.removeprefix("-")], value[0] == "-") for value in values
        ]
        names = [term.name for term in terms]
        for name in names:
            if names.count(name) > 1:
                raise ValueNotAllowedError(_("“%(word)s” is named twice") % {"word": name})
        return tuple(terms)

    def array(self) -> dict[str, Any]:
        """Each field once, in one direction."""
        twice = [{"allOf": [{"contains": {"const": sign + name}} for sign in ("", "-")]} for name in self.columns]
        return {**super().array(), "uniqueItems": True, "not": {"anyOf": twice}}


def order_parameter(columns: Mapping[str, OrderColumn], default: str) -> OrderParameter:
    """The `order` parameter of a collection that can be ordered by these fields."""
    choices = tuple(sign + name for name in columns for sign in ("", "-"))
    return OrderParameter(
        name="order",
        description=f"Fields to order by, `-` for descending; rows without a value come last. Default: `{default}`.",
        value=Choice(choices),
        many=True,
        columns=columns,
    )


def ordered(rows: Rows, terms: tuple[Term, ...], *, backwards: bool = False) -> Rows:
    """The rows in this order; rows that are alike in all of it are ordered by their work's id."""
    tie = "-key" if backwards else "key"
    return rows.order_by(*(term.expression(backwards=backwards) for term in terms), tie)
