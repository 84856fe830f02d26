"""How far behind the log each follower is, and whether anybody runs the worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Min, Q
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from ..followers import followers
from ..models import Change, Follower
from ..tasks import KEPT

PATIENCE = timedelta(minutes=1)
"""How long a task may wait before it looks as if no worker were running."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One follower."""

    name: str
    cursor: int
    behind: int
    """Changes it has yet to be told."""
    since: datetime | None
    """When the first of those was made."""
    moved_at: datetime | None
    attempts: int
    """Failures in a row."""
    failure: str
    retry_at: datetime | None


def standings() -> list[Standing]:
    """Every follower that is registered. Two queries, however many there are."""
    names = [follower.name for follower in followers.all()]
    rows = Follower.objects.in_bulk(names)
    places = [rows.get(name) or Follower(name=name) for name in names]
    told = _behind(places)
    return [
        Standing(
            name=place.name,
            cursor=place.cursor,
            behind=told[f"behind_{number}"],
            since=told[f"since_{number}"],
            moved_at=place.moved_at,
            attempts=place.attempts,
            failure=place.failure,
            retry_at=place.retry_at,
        )
        for number, place in enumerate(places)
    ]


def worker_missing_since(now: datetime | None = None) -> datetime | None:
    """Since when a task has been waiting that should long have been started; None where all is well."""
    waiting = DBTaskResult.objects.filter(backend_name=KEPT, status=TaskResultStatus.READY)
    first: datetime | None = waiting.aggregate(first=Min("enqueued_at"))["first"]
    return first if first is not None and first < (now or timezone.now()) - PATIENCE else None


def _behind(places: list[Follower]) -> dict[str, Any]:
    if not places:
        return {}
    asked: dict[str, Count | Min] = {}
    for number, place in enumerate(places):
        after = Q(pk__gt=place.cursor)
        asked[f"behind_{number}"] = Count("pk", filter=after)
        asked[f"since_{number}"] = Min("at", filter=after)
    return Change.objects.filter(pk__gt=min(place.cursor for place in places)).aggregate(**asked)
