"""Cursors: a place in an ordered list that stays where it is while rows come and go before it."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from .ordering import Term
from .rows import Row
from .values import Value, ValueNotAllowedError


@dataclass(frozen=True, slots=True)
class Position:
    """Just after a row, or just before it when `backwards`."""

    order: tuple[str, ...]
    """The order it belongs to; in another one it means nothing."""
    backwards: bool
    values: tuple[str | None, ...]
    key: UUID

    def encode(self) -> str:
        """The text clients pass back."""
        content = json.dumps(
            [list(self.order), int(self.backwards), list(self.values), self.key.hex], ensure_ascii=False
        )
        return base64.urlsafe_b64encode(content.encode()).decode().rstrip("=")


class CursorValue(Value):
    """The text of a position; empty for the start."""

    def parse(self, text: str) -> Position | None:
        """The position, or None for the start."""
        if not text:
            return None
        try:
            content = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
            order, backwards, values, key = content
            if not all(isinstance(name, str) for name in order) or len(order) != len(values):
                raise ValueError(text)
            if not all(value is None or isinstance(value, str) for value in values):
                raise ValueError(text)
            if b"\0" in "".join(filter(None, values)).encode():  # half a character cannot be encoded
                raise ValueError(text)
            return Position(tuple(order), bool(backwards), tuple(values), UUID(hex=key))
        except (ValueError, TypeError, AttributeError, binascii.Error, RecursionError):
            raise unusable_cursor() from None

    def schema(self) -> dict[str, Any]:
        """An opaque string."""
        return {"type": "string"}


def unusable_cursor() -> ValueNotAllowedError:
    """The refusal of a cursor that we did not hand out for this list."""
    return ValueNotAllowedError(
        _("is not a cursor of this list. Take it from “next” or “previous”, or leave it empty to begin at the start")
    )


def names(terms: Sequence[Term]) -> tuple[str, ...]:
    """An order as cursors hold it."""
    return tuple(f"-{term.name}" if term.descending else term.name for term in terms)


def position_of(row: Row, terms: Sequence[Term], *, backwards: bool) -> Position:
    """The place after (or before) a row."""
    values = tuple(map(_text, row.order))
    return Position(names(terms), backwards, values, row.key)


def _text(value: str | date | datetime | None) -> str | None:
    return value if value is None or isinstance(value, str) else value.isoformat()


def beyond(position: Position, terms: Sequence[Term]) -> tuple[Q, ...]:
    """The rows that follow a position in its direction, as conditions that each are a range of an index.

    Raises ValueNotAllowedError for a position of another order.
    """
    if position.order != names(terms):
        raise unusable_cursor()
    try:
        values = [
            None if value is None else term.column.read(value)
            for term, value in zip(terms, position.values, strict=True)
        ]
    except ValueError:
        raise unusable_cursor() from None
    alike = Q()
    result = Q(pk__in=[])
    for term, value in zip(terms, values, strict=True):
        column = term.column.column
        if (further := _further(column, value, term.descending, position.backwards)) is not None:
            result |= alike & further
        alike &= Q(**{f"{column}__isnull": True}) if value is None else Q(**{column: value})
    result |= alike & Q(**{"key__lt" if position.backwards else "key__gt": position.key})
    return tuple(bound & result for bound in _bounds(terms[0], values[0], backwards=position.backwards))


def _bounds(first: Term, value: Any, *, backwards: bool) -> Sequence[Q]:
    """Where the rows beyond a value lie in an index that begins with this column."""
    column = first.column.column
    missing = Q(**{f"{column}__isnull": True})
    if value is None:
        return (missing, ~missing) if backwards else (missing,)
    bound = Q(**{f"{column}__{'lte' if first.descending != backwards else 'gte'}": value})
    return (bound, missing) if first.column.nullable and not backwards else (bound,)


def _further(column: str, value: Any, descending: bool, backwards: bool) -> Q | None:
    """Rows that differ in this column and come later; rows without a value come after all others."""
    missing = Q(**{f"{column}__isnull": True})
    if value is None:
        return ~missing if backwards else None
    comparison = "lt" if descending != backwards else "gt"
    later = Q(**{f"{column}__{comparison}": value})
    return later if backwards else later | missing
