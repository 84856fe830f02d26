"""`changes/`: what has been published, changed and taken away since a client last asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Max, Q
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _

from cms.publishing.models import Change
from cms.publishing.prepared import Prepared
from cms.publishing.surrogate_keys import FEED

from .base_view import ApiView, Asked
from .caching import Answer, encode
from .collection import collections
from .errors import ProblemError
from .negotiation import LOCALE, locale_codes
from .parameters import Parameter
from .recent import Recent
from .schema.operation import Operation
from .types import ChangeFeed
from .values import Choice, Integer, Value

DEFAULT_LIMIT = 100
MAX_ID = 999_999_999_999
LATEST = "latest"
"""As a cursor: the end of the log."""
AFTER = -5_190_274_386_120_447
"""Stands for a cursor in questions that are put together once for all of them."""

ANY = UUID("0d9c1c56-6d3b-4a55-9ef8-1f6b0f1d3c27")
"""Stands for the key of a work in entries that are written once for all of them."""

_prepared: Recent[Prepared] = Recent(100)


def _type_names() -> tuple[str, ...]:
    return tuple(collection.type for collection in collections.all())


class LogCursor(Value):
    """A place in the log: the number of a change, or a word for its end."""

    number = Integer(0, MAX_ID)

    def parse(self, text: str) -> int | None:
        """The number; None for the end."""
        return None if text == LATEST else self.number.parse(text)

    def schema(self) -> dict[str, Any]:
        """An integer with its limits, or the word."""
        return {"anyOf": [self.number.schema(), {"type": "string", "enum": [LATEST]}]}


CURSOR = Parameter(
    name="cursor",
    description=(
        "Where the client stopped: `cursor` of the last answer, however long ago. Without it the log is told from its "
        f"beginning. `{LATEST}` tells nothing but where its end is now: what to ask with after reading all lists. 410 "
        "where the log does not reach that far, because an older state of the site was restored: what the client has "
        "may never have been, so it starts over."
    ),
    value=LogCursor(),
)
TYPE = Parameter(
    name="type",
    description="Types of works; all without it. Removals are told whatever the type.",
    value=Choice(_type_names),
    many=True,
)
LOCALES = Parameter(
    name="locale",
    description="Locales; all without it. Removals are told whatever the locale.",
    value=Choice(locale_codes),
    many=True,
)
LIMIT = Parameter(name="limit", description="Changes in one answer.", value=Integer(1, 100, DEFAULT_LIMIT))


class ChangesView(ApiView):
    """The log in its order, without gaps: whoever goes on from `cursor` misses nothing, deletions included.

    An action tells what happened to the edition of one work in one locale; what it says now stands at `api_url`.
    """

    def parameters(self) -> Sequence[Parameter]:
        """Where to begin, and what to tell of."""
        return (CURSOR, TYPE, LOCALES, LIMIT)

    def operation(self) -> Operation:
        """The feed."""
        return Operation(
            id="changes",
            summary="What has changed since",
            description=(
                "The log in its order, without gaps: whoever goes on from `cursor` misses nothing, deletions included. "
                "An entry tells what happened to one edition; what it says now stands at `api_url`. `unpublished` and "
                "`deleted` are told whatever the filters, so that a client gets rid of everything it ever took in."
            ),
            tag="changes",
            name="ChangeFeed",
            shape=ChangeFeed,
            localized=False,
            gone=True,
        )

    def answer(self, asked: Asked) -> Answer:
        """The next changes, from one query. Raises ProblemError (410) for a cursor from beyond the end of the log."""
        cursor, limit = asked.values.get("cursor", 0), asked.values.get("limit", DEFAULT_LIMIT)
        if cursor is None:
            return _end_of_log()
        rows = self._read(asked).rows({AFTER: cursor})
        if cursor and not rows and not Change.objects.filter(pk__gte=cursor).exists():
            raise ProblemError(410, detail=_("The log does not reach that far. Read everything anew."))
        later = [row for row in rows if row[0] > cursor]
        answered = later[:limit]
        entries = ",".join([_entry_text(asked.origin, *row) for row in answered])
        position, more = answered[-1][0] if answered else cursor, "true" if len(later) > limit else "false"
        content = f'{{"changes":[{entries}],"cursor":"{position}","has_more":{more}}}'.encode()
        return Answer(
            content=content,
            changed_at=answered[-1][-1] if answered else None,
            surrogate_keys=(FEED,),
        )

    def _read(self, asked: Asked) -> Prepared:
        """The question to the database, whatever the cursor."""
        types, locales = asked.values.get("type", _type_names()), asked.values.get(LOCALE.name, locale_codes())
        limit = asked.values.get("limit", DEFAULT_LIMIT)
        name = (tuple(types), tuple(locales), limit)
        prepared = _prepared.get(name)
        if prepared is None:
            told = Q(action__in=Change.REMOVALS) | Q(type__in=types, locale__in=locales)
            # The change that the cursor names is read as well: as long as it is there, the log reaches that far.
            changes = Change.objects.filter(Q(pk=AFTER) | told, pk__gte=AFTER).order_by("pk")[: limit + 2]
            prepared = Prepared(changes.values_list("pk", "action", "type", "locale", "key", "at"))
            _prepared.put(name, prepared)
        return prepared


def _end_of_log() -> Answer:
    last = Change.objects.aggregate(last=Max("pk"))["last"] or 0
    content = {"changes": [], "cursor": str(last), "has_more": False}
    return Answer(content=content, surrogate_keys=(FEED,))


@cache
def _address(path: str, script_prefix: str) -> str:
    """Of a collection; looked up once, for a feed names a hundred works at a time."""
    return reverse(f"api:{path}")


def change_entry(change: Change, origin: str) -> dict[str, Any]:
    """A change as apps see it, here and in webhooks. `origin` is scheme and host, without a slash at the end."""
    collection = collections.of_type(change.type)
    path = f"{_address(collection.path, get_script_prefix())}{change.key}/" if collection else ""
    return {
        "id": change.pk,
        "action": change.action,
        "type": change.type,
        "key": str(change.key),
        "locale": change.locale,
        "api_url": f"{origin}{path}?locale={change.locale}",
        "at": change.at.isoformat(),
    }


def _entry_text(origin: str, number: int, action: str, type_name: str, locale: str, key: UUID, at: datetime) -> str:
    """`change_entry` as JSON."""
    entry = _entry_of_any(action, type_name, locale, origin, get_script_prefix())
    return entry % {"id": number, "key": key, "at": at.isoformat()}


@lru_cache(maxsize=1000)
def _entry_of_any(action: str, type_name: str, locale: str, origin: str, script_prefix: str) -> str:
    """The entry with places for what is different in each."""
    change = Change(pk=0, action=action, type=type_name, locale=locale, key=ANY, at=datetime.min.replace(tzinfo=UTC))
    entry = {**change_entry(change, origin), "id": f"{ANY}id", "at": f"{ANY}at"}
    text = encode(entry).decode().replace("%", "%%")
    return text.replace(f'"{ANY}id"', "%(id)d").replace(f"{ANY}at", "%(at)s").replace(str(ANY), "%(key)s")
