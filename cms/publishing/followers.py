"""Followers read the log and remember how far they have come.

A search index, webhooks or a cache purge derive from `LogFollower` or `RemoteFollower` and are announced with
`followers.register()`; the worker then has them catch up after every commit that appended to the log. One that was
down goes on where it stopped, so nothing is lost; one that is new starts at the beginning.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from .models import Change, Follower

FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(minutes=15)


class LogFollower(ABC):
    """A reader of the log that writes rows to this database. Subclasses give it a name and say what it does.

    What `handle` writes and the cursor's move are committed together: each change is dealt with exactly once. For
    followers that talk to other systems there is `RemoteFollower`.
    """

    name: ClassVar[str]
    """Names the cursor. Renaming a follower makes it start over."""
    batch_size: ClassVar[int] = 200
    longest_pause: ClassVar[timedelta] = LONGEST_PAUSE
    """How long it is left alone at most after failures in a row."""

    def first_cursor(self) -> int:
        """Where one that is new starts: at the beginning of the log."""
        return 0

    @abstractmethod
    def handle(self, changes: Sequence[Change]) -> None:
        """Deals with changes in order. May see a change again after a failure, so it must not mind a repeat.

        Raises whatever goes wrong: the cursor then stays, and the failure is remembered with it.
        """

    def catch_up(self) -> int:
        """Handles every change after the cursor and returns how many there were.

        Two processes never handle the same one. Raises what `handle` raised.
        """
        handled = 0
        while count := self.step():
            handled += count
        return handled

    def step(self) -> int:
        """Handles one batch of changes and returns how many there were. Raises what `handle` raised."""
        Follower.objects.get_or_create({"cursor": self.first_cursor}, name=self.name)
        failure: Exception | None = None
        with transaction.atomic():
            place = Follower.objects.select_for_update().get(name=self.name)
            changes = _after(place.cursor, self.batch_size)
            if not changes:
                return 0
            try:
                with transaction.atomic():
                    self.handle(changes)
            except Exception as error:  # noqa: BLE001 - remembered, and raised again below
                _note_failure(place, error, self.longest_pause)
                failure = error
            else:
                _note_progress(place, changes[-1])
            place.save()
        if failure is not None:
            raise failure
        return len(changes)


class RemoteFollower(LogFollower):
    """A follower whose `handle` talks to other systems, which may take long.

    It runs outside of transactions, so that nobody waits for a lock meanwhile. One process at a time has it, for
    `lease`; `handle` must give up earlier. A process that dies leaves the lease to run out, and its batch is handled
    again.
    """

    lease: ClassVar[timedelta] = timedelta(minutes=2)

    def step(self) -> int:
        """See `LogFollower.step`; 0 also while another process has the lease."""
        place = self._take_lease()
        if place is None:
            return 0
        failure: Exception | None = None
        changes = _after(place.cursor, self.batch_size)
        try:
            if changes:
                self.handle(changes)
                _note_progress(place, changes[-1])
        except Exception as error:  # noqa: BLE001 - remembered, and raised again below
            _note_failure(place, error, self.longest_pause)
            failure = error
        self._give_back(place)
        if failure is not None:
            raise failure
        return len(changes)

    def _take_lease(self) -> Follower | None:
        now = timezone.now()
        Follower.objects.get_or_create({"cursor": self.first_cursor}, name=self.name)
        free = Follower.objects.filter(Q(leased_until=None) | Q(leased_until__lte=now), name=self.name)
        if not free.update(leased_until=now + self.lease):
            return None
        return Follower.objects.get(name=self.name)

    def _give_back(self, place: Follower) -> None:
        """Writes the outcome, unless the lease ran out meanwhile and somebody else has it."""
        Follower.objects.filter(name=self.name, leased_until=place.leased_until).update(
            cursor=place.cursor,
            moved_at=place.moved_at,
            attempts=place.attempts,
            failure=place.failure,
            retry_at=place.retry_at,
            leased_until=None,
        )


class FollowerAlreadyRegisteredError(ValueError):
    """Two followers claim the same name, and with it the same cursor."""


class Followers:
    """The followers that apps have announced."""

    def __init__(self) -> None:
        self._by_name: dict[str, LogFollower] = {}

    def register(self, follower: LogFollower) -> None:
        """Announces a follower; called from `AppConfig.ready()`. Raises FollowerAlreadyRegisteredError."""
        if self._by_name.setdefault(follower.name, follower) is not follower:
            raise FollowerAlreadyRegisteredError(follower.name)

    def all(self) -> tuple[LogFollower, ...]:
        """Every follower, in the order of registration."""
        return tuple(self._by_name.values())


followers = Followers()


def _after(cursor: int, count: int) -> list[Change]:
    return list(Change.objects.filter(pk__gt=cursor).order_by("pk")[:count])


def _note_progress(place: Follower, last: Change) -> None:
    place.cursor, place.attempts, place.failure, place.retry_at = last.pk, 0, "", None
    place.moved_at = timezone.now()


def _note_failure(place: Follower, error: Exception, longest_pause: timedelta) -> None:
    place.attempts += 1
    place.failure = f"{type(error).__name__}: {error}"
    place.retry_at = timezone.now() + min(pause_after(place.attempts), longest_pause)


def pause_after(attempts: int) -> timedelta:
    """How long a follower is left alone after so many failures in a row: doubled each time, up to a limit."""
    return min(FIRST_PAUSE * 2 ** min(attempts - 1, 20), LONGEST_PAUSE)
