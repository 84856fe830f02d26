"""Pages of a list, each counted and fetched in a single query."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import F, Q
from django.utils.translation import gettext as _

from cms.publishing.models.edition import EditionQuerySet
from cms.publishing.prepared import Prepared

from .counts import KNOWN_AT, count_columns, known, learn
from .cursors import CursorValue, Position, beyond, position_of
from .errors import BadParametersError, FieldError
from .ordering import Term
from .parameters import Parameter
from .ranges import Chosen
from .rows import COLUMNS, Row, row_columns, row_of
from .values import Integer, ValueNotAllowedError

DEFAULT_LIMIT = 20
MAX_LIMIT = 100
MAX_OFFSET = 1_000_000

LIMIT = Parameter(name="limit", description="Rows on a page.", value=Integer(1, MAX_LIMIT, DEFAULT_LIMIT))
OFFSET = Parameter(name="offset", description="Rows to leave out before the page.", value=Integer(0, MAX_OFFSET, 0))
CURSOR = Parameter(
    name="cursor",
    description=(
        "A place in the list, for paging that neither repeats nor skips rows while others come and go: empty to begin, "
        "then as `next` and `previous` hold it. Not together with `offset`."
    ),
    value=CursorValue(),
    empty=True,
)
PAGING = (LIMIT, OFFSET, CURSOR)


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list and how to reach the ones around them: parameters to change, None where there are none."""

    rows: Sequence[Row]
    count: int
    next: Mapping[str, str | None] | None
    previous: Mapping[str, str | None] | None


class Paging:
    """What a page of a list is made from. It is prepared once for all requests that ask for the same page.

    `counted` names all rows of the list for those who ask for another page of it; None keeps the count to itself.
    """

    _wanted: EditionQuerySet
    """The page's rows."""

    def __init__(self, chosen: Chosen, order: tuple[Term, ...], type_name: str, *, counted: Hashable | None) -> None:
        self._chosen = chosen
        self._order = order
        self._type = type_name
        self._counted = counted

    def page(self, *, stored: bool = True) -> Page:
        """The page as it is now. Without `stored`, rows have their JSON only if it depends on the day."""
        raise NotImplementedError

    @cached_property
    def _rows(self) -> Prepared:
        return self._prepared(self._wanted, stored=True)

    @cached_property
    def _rows_without_content(self) -> Prepared:
        return self._prepared(self._wanted, stored=False)

    def _prepared(self, rows: EditionQuerySet, *, stored: bool) -> Prepared:
        """These rows with the total."""
        columns = row_columns("item", self._type, stored=stored)
        counts = count_columns(self._chosen.counted())
        names = [f"order_{number}" for number in range(len(self._order))]
        values = {name: F(term.column.column) for name, term in zip(names, self._order, strict=True)}
        rows = rows.annotate(**columns, **counts, **values)
        return Prepared(rows.values_list(*counts, *COLUMNS, *columns, *names))

    def _fetch(self, *, stored: bool, at_start: bool) -> tuple[list[Row], int]:
        """Rows and their total. Only a page beyond the end needs a second query to know the total."""
        before = known(self._counted) if self._counted is not None else None
        prepared = self._rows if stored else self._rows_without_content
        found = prepared.rows({KNOWN_AT: before.head if before else KNOWN_AT})
        if not found:
            return [], 0 if at_start else self._chosen.all().count()
        head, total = found[0][:2]
        if total is None and before is not None:
            total = before.count
        elif self._counted is not None:
            learn(self._counted, head, total)
        return [row_of(values[2:]) for values in found], total


class OffsetPaging(Paging):
    """`limit=` and `offset=`."""

    def __init__(
        self,
        chosen: Chosen,
        order: tuple[Term, ...],
        type_name: str,
        limit: int,
        offset: int,
        *,
        counted: Hashable | None,
    ) -> None:
        super().__init__(chosen, order, type_name, counted=counted)
        self._limit = limit
        self._offset = offset
        self._wanted = chosen.page(order, offset, offset + limit)

    def page(self, *, stored: bool = True) -> Page:
        limit, offset = self._limit, self._offset
        found, count = self._fetch(stored=stored, at_start=offset == 0)
        following = {"offset": str(offset + limit)} if offset + limit < min(count, MAX_OFFSET) else None
        before = max(0, offset - limit)
        previous = {"offset": str(before) if before else None} if offset else None
        return Page(found, count, following, previous)


class CursorPaging(Paging):
    """`limit=` and `cursor=`. Raises ValueNotAllowedError for a cursor of another order."""

    def __init__(
        self,
        chosen: Chosen,
        order: tuple[Term, ...],
        type_name: str,
        limit: int,
        place: Position | None,
        *,
        counted: Hashable | None,
    ) -> None:
        super().__init__(chosen, order, type_name, counted=counted)
        self._limit = limit
        self._at_start = place is None
        self._backwards = place is not None and place.backwards
        rest = (Q(),) if place is None else beyond(place, order)
        self._wanted = chosen.page(order, 0, limit + 1, beyond=rest, backwards=self._backwards)

    def page(self, *, stored: bool = True) -> Page:
        found, count = self._fetch(stored=stored, at_start=self._at_start)
        more = len(found) > self._limit
        found = found[: self._limit]
        if self._backwards:
            found.reverse()
        following = self._place(found[-1], backwards=False) if found and (self._backwards or more) else None
        has_previous = more if self._backwards else not self._at_start
        previous = self._place(found[0], backwards=True) if found and has_previous else None
        return Page(found, count, following, previous)

    def _place(self, row: Row, *, backwards: bool) -> dict[str, str]:
        return {"cursor": position_of(row, self._order, backwards=backwards).encode()}


def paging(
    chosen: Chosen,
    order: tuple[Term, ...],
    type_name: str,
    values: Mapping[str, Any],
    *,
    counted: Hashable | None,
) -> Paging:
    """What the parameters ask for. Raises BadParametersError."""
    limit = values.get("limit", DEFAULT_LIMIT)
    if "cursor" not in values:
        return OffsetPaging(chosen, order, type_name, limit, values.get("offset", 0), counted=counted)
    if "offset" in values:
        raise BadParametersError([FieldError("offset", _("cannot be combined with “cursor”"))])
    try:
        return CursorPaging(chosen, order, type_name, limit, values["cursor"], counted=counted)
    except ValueNotAllowedError as error:
        raise BadParametersError([FieldError("cursor", error.detail)]) from None
