"""`changes/`: what has been published, changed and taken away since a client last asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from cms.publishing.models import Change

from .base_view import ApiView, Asked
from .caching import Answer
from .collection import collections
from .negotiation import LOCALE, locale_codes
from .parameters import Parameter
from .schema.operation import Operation
from .types import ChangeFeed
from .values import Choice, Integer

DEFAULT_LIMIT = 100
MAX_ID = 999_999_999_999


def _type_names() -> tuple[str, ...]:
    return tuple(collection.type for collection in collections.all())


CURSOR = Parameter(
    name="cursor",
    description="Where the client stopped: `cursor` of the last answer. Without it the log is told from its beginning.",
    value=Integer(0, MAX_ID),
)
TYPE = Parameter(name="type", description="Types of works; all without it.", value=Choice(_type_names), many=True)
LOCALES = Parameter(name="locale", description="Locales; all without it.", value=Choice(locale_codes), many=True)
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
                "An entry tells what happened to one edition; what it says now stands at `api_url`."
            ),
            tag="changes",
            name="ChangeFeed",
            shape=ChangeFeed,
            localized=False,
        )

    def answer(self, asked: Asked) -> Answer:
        """The next changes, from one query."""
        cursor, limit = asked.values.get("cursor", 0), asked.values.get("limit", DEFAULT_LIMIT)
        changes = Change.objects.filter(
            pk__gt=cursor,
            type__in=asked.values.get("type", _type_names()),
            locale__in=asked.values.get(LOCALE.name, locale_codes()),
        )
        rows = list(changes.order_by("pk")[: limit + 1])
        told = rows[:limit]
        content = {
            "changes": [_entry(change, asked.origin) for change in told],
            "cursor": str(told[-1].pk if told else cursor),
            "has_more": len(rows) > limit,
        }
        return Answer(content=content, changed_at=told[-1].at if told else None, surrogate_keys=("changes",))


def _entry(change: Change, origin: str) -> dict[str, Any]:
    collection = collections.of_type(change.type)
    path = reverse(f"api:{collection.path}-work", args=[change.key]) if collection else ""
    return {
        "id": change.pk,
        "action": change.action,
        "type": change.type,
        "key": str(change.key),
        "locale": change.locale,
        "api_url": f"{origin}{path}?locale={change.locale}",
        "at": change.at.isoformat(),
    }
