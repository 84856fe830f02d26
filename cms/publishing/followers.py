"""Followers read the log and remember how far they have come.

A search index, webhooks or a cache purge derive from `LogFollower`. One that was down goes on where it stopped, so
nothing is lost; one that is new starts at the beginning.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from django.db import transaction
from django.utils import timezone

from .models import Change, Follower


class LogFollower(ABC):
    """A reader of the log. Subclasses say what it is called and what it does with changes."""

    name: ClassVar[str]
    """Names the cursor. Renaming a follower makes it start over."""
    batch_size: ClassVar[int] = 200

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
        while count := self._step():
            handled += count
        return handled

    def _step(self) -> int:
        Follower.objects.get_or_create(name=self.name)
        failure: Exception | None = None
        with transaction.atomic():
            place = Follower.objects.select_for_update().get(name=self.name)
            changes = list(Change.objects.filter(pk__gt=place.cursor).order_by("pk")[: self.batch_size])
            if not changes:
                return 0
            try:
                with transaction.atomic():
                    self.handle(changes)
            except Exception as error:  # noqa: BLE001 - remembered, and raised again below
                place.attempts += 1
                place.failure = f"{type(error).__name__}: {error}"
                failure = error
            else:
                place.cursor, place.attempts, place.failure = changes[-1].pk, 0, ""
                place.moved_at = timezone.now()
            place.save()
        if failure is not None:
            raise failure
        return len(changes)
