"""What becomes due by time alone: deliveries to be tried again, followers whose pause is over, tidying up.

A tick asks every so often whether there is anything to do, and only then enqueues its task. So nothing depends on a
task having been enqueued by whoever made the work, and nothing is written while there is nothing to do.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django_tasks.base import Task

from .tasks import enqueue_once

logger = logging.getLogger(__name__)


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Tick:
    """A task to be run every so many seconds if something is due."""

    task: Task[Any, Any]
    """Takes no arguments and finds out itself what is due: it may run twice, and for two workers at once."""
    every: float
    """Seconds."""
    is_due: Callable[[], bool] = _always
    """Whether there is anything to do; should cost a query or two."""

    @property
    def name(self) -> str:
        """For the log."""
        return str(self.task.module_path)


class Ticks:
    """The ticks that apps have announced."""

    def __init__(self) -> None:
        self._ticks: list[Tick] = []

    def register(self, tick: Tick) -> None:
        """Announces a tick; called from `AppConfig.ready()`."""
        if tick not in self._ticks:
            self._ticks.append(tick)

    def all(self) -> tuple[Tick, ...]:
        """Every tick."""
        return tuple(self._ticks)


ticks = Ticks()


class Clock:
    """Remembers when each tick was last looked at by this process."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._next: dict[Tick, float] = {}

    def look(self) -> None:
        """Enqueues the tasks of all ticks whose time has come and that have something to do. Raises nothing."""
        for tick in ticks.all():
            now = self._now()
            if now < self._next.get(tick, now):
                continue
            self._next[tick] = now + tick.every
            try:
                if tick.is_due():
                    enqueue_once(tick.task)
            except Exception:
                # The database may be away for a moment; the next look finds everything that is still due.
                logger.exception("Could not find out whether %s is due", tick.name)
