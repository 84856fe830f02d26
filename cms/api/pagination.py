"""One page of a list, counted and fetched in a single query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import IntegerField, Subquery
from django.utils.translation import gettext as _

from cms.publishing.models import Edition
from cms.publishing.models.edition import EditionQuerySet

from .cursors import CursorValue, Position, beyond, position_of
from .errors import BadParametersError, FieldError
from .ordering import Term, ordered
from .parameters import Parameter
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


class _Count(Subquery):
    """The number of rows of a query, as a column of another one."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list and how to reach the ones around them: parameters to change, None where there are none."""

    editions: list[Edition]
    count: int
    next: Mapping[str, str | None] | None
    previous: Mapping[str, str | None] | None


def paginate(
    editions: EditionQuerySet, terms: tuple[Term, ...], values: Mapping[str, Any], columns: Mapping[str, Any]
) -> Page:
    """The page that the parameters ask for; `columns` are annotated to its rows.

    One query, with the total as a column. Only a page beyond the end needs a second one to know the total.
    """
    limit = values.get("limit", DEFAULT_LIMIT)
    if "cursor" not in values:
        return _by_offset(editions, terms, limit, values.get("offset", 0), columns)
    if "offset" in values:
        raise BadParametersError([FieldError("offset", _("cannot be combined with “cursor”"))])
    try:
        return _by_cursor(editions, terms, limit, values["cursor"], columns)
    except ValueNotAllowedError as error:
        raise BadParametersError([FieldError("cursor", error.detail)]) from None


def _by_offset(
    editions: EditionQuerySet, terms: tuple[Term, ...], limit: int, offset: int, columns: Mapping[str, Any]
) -> Page:
    found = _fetch(ordered(editions, terms)[offset : offset + limit], editions, terms, columns)
    count = _total(found, editions, at_start=offset == 0)
    following = {"offset": str(offset + limit)} if offset + limit < min(count, MAX_OFFSET) else None
    before = max(0, offset - limit)
    previous = {"offset": str(before) if before else None} if offset else None
    return Page(found, count, following, previous)


def _by_cursor(
    editions: EditionQuerySet, terms: tuple[Term, ...], limit: int, place: Position | None, columns: Mapping[str, Any]
) -> Page:
    backwards = place is not None and place.backwards
    rest = editions if place is None else editions.filter(beyond(place, terms))
    wanted = ordered(rest, terms, backwards=backwards)[: limit + 1]
    found = _fetch(wanted, editions, terms, columns, backwards=backwards)
    count = _total(found, editions, at_start=place is None)
    more = len(found) > limit
    found = found[:limit]
    if backwards:
        found.reverse()
    following = _place(found[-1], terms, backwards=False) if found and (backwards or more) else None
    has_previous = more if backwards else place is not None
    previous = _place(found[0], terms, backwards=True) if found and has_previous else None
    return Page(found, count, following, previous)


def _place(edition: Edition, terms: Sequence[Term], *, backwards: bool) -> dict[str, str]:
    return {"cursor": position_of(edition, terms, backwards=backwards).encode()}


def _fetch(
    wanted: EditionQuerySet,
    counted: EditionQuerySet,
    terms: tuple[Term, ...],
    columns: Mapping[str, Any],
    *,
    backwards: bool = False,
) -> list[Edition]:
    """The rows with their total. Chosen by id first, so that the database need not sort whole documents."""
    total = _Count(counted.order_by().values("pk"), output_field=IntegerField())
    rows = wanted.peers().filter(pk__in=wanted.values("pk")).defer("document", "summary", "text")
    return list(ordered(rows, terms, backwards=backwards).annotate(total=total, **columns))


def _total(found: Sequence[Any], editions: EditionQuerySet, *, at_start: bool) -> int:
    if found:
        return int(found[0].total)
    return 0 if at_start else editions.count()
