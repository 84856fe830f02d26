"""Running the followers: all of them, whatever becomes of one."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max
from django.utils import timezone

from .followers import LogFollower, followers
from .models import Change, Follower
from .stopping import is_stopping

logger = logging.getLogger(__name__)


def follow_all() -> int:
    """Has every follower catch up, and returns how many changes were handled.

    They take turns, batch by batch, so that one with much to do does not keep the others waiting. One that fails is
    left alone until its pause is over; the failure stands in its row.
    """
    handled = 0
    waiting = due_followers()
    while waiting:
        for follower in tuple(waiting):
            if is_stopping():
                return handled
            count = _attempt(follower)
            handled += count
            if not count:
                waiting.remove(follower)
    return handled


def due_followers(now: datetime | None = None) -> list[LogFollower]:
    """Those that are behind the log and not in the pause after a failure. Two queries."""
    now = now or timezone.now()
    return [place.follower for place in places() if place.behind and (place.retry_at is None or place.retry_at <= now)]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a follower stands in the log."""

    follower: LogFollower
    cursor: int
    behind: bool
    retry_at: datetime | None


def places() -> list[Place]:
    """Where every follower stands. Two queries, however many there are."""
    last = Change.objects.aggregate(last=Max("pk"))["last"] or 0
    rows = Follower.objects.in_bulk([follower.name for follower in followers.all()])
    found = []
    for follower in followers.all():
        row = rows.get(follower.name)
        cursor = row.cursor if row else 0
        found.append(Place(follower, cursor, behind=cursor < last, retry_at=row.retry_at if row else None))
    return found


def _attempt(follower: LogFollower) -> int:
    try:
        return follower.step()
    except Exception:
        logger.exception("The follower %s failed; it will be tried again", follower.name)
        return 0
