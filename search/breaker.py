"""A search server that does not answer is left alone for a while, and nobody waits to find out that it is back.

After a few failures in a row the breaker opens: whoever asks is told at once to ask somebody else. When its pause is
over, the next question is also put to the server in the background; its answer closes the breaker, its failure makes
the pause longer. Each process has a breaker of its own.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.utils import timezone

from .deadline import Deadline
from .engines import EngineError, QueryRefusedError

logger = logging.getLogger(__name__)

T = TypeVar("T")

FAILURES = 3
"""In a row, after which the server is left alone."""
PAUSE = 2.0
LONGEST_PAUSE = 30.0
"""Seconds. The pause doubles with each probe that fails."""


@dataclass(frozen=True, slots=True)
class BreakerState:
    """How it stands, for operators."""

    open: bool
    since: datetime | None
    """Since when it is as it is, where that changed after the start."""
    reason: str
    """Of the last failure; empty where the last question was answered."""


class Breaker:
    """Stands before one server, for all threads of this process."""

    def __init__(self, name: str, seconds: float, *, now: Callable[[], float] = time.monotonic) -> None:
        self._name = name
        self._deadline = Deadline(seconds)
        self._now = now
        self._lock = threading.Lock()
        self._failures = 0
        self._pause = PAUSE
        self._next_probe: float | None = None
        """None: closed."""
        self._state = BreakerState(open=False, since=None, reason="")

    @property
    def state(self) -> BreakerState:
        """How it stands now."""
        return self._state

    def call(self, ask: Callable[[], T]) -> T:
        """What `ask` returns, in time. Raises EngineError where it fails, is late, or is not to be asked now.

        `ask` runs in another thread, so it must not use the database.
        """
        if self._next_probe is not None:
            self._probe_if_due(ask)
            raise EngineError(f"{self._name} is left alone: {self._state.reason}")
        try:
            answer = self._deadline.call(ask)
        except QueryRefusedError:
            self._answered()
            raise
        except EngineError as error:
            self._failed(error)
            raise
        except Exception as error:
            # Nonsense that nobody thought of. Readers are answered all the same; the log tells where.
            logger.exception("%s was asked, and something unforeseen came of it", self._name)
            self._failed(error)
            raise EngineError(f"{type(error).__name__}: {error}") from error
        self._answered()
        return answer

    def _probe_if_due(self, ask: Callable[[], object]) -> None:
        with self._lock:
            if self._next_probe is None or self._now() < self._next_probe:
                return
            # Until this one is over there is no other: one that hangs must not be joined by more.
            self._next_probe = float("inf")
        self._deadline.begin(ask, self._probed)

    def _probed(self, error: BaseException | None) -> None:
        if error is None or isinstance(error, QueryRefusedError):
            self._answered()
        else:
            self._failed(error)

    def _answered(self) -> None:
        with self._lock:
            self._failures, self._pause = 0, PAUSE
            was_open = self._next_probe is not None
            self._next_probe = None
            if was_open or self._state.reason:
                self._state = BreakerState(open=False, since=timezone.now(), reason="")
        if was_open:
            logger.warning("%s answers searches again", self._name)

    def _failed(self, error: BaseException) -> None:
        reason = str(error) or type(error).__name__
        with self._lock:
            was_open = self._state.open
            self._failures += 1
            opens = was_open or self._failures >= FAILURES
            if opens:
                self._pause = min(self._pause * 2, LONGEST_PAUSE) if was_open else PAUSE
                self._next_probe = self._now() + self._pause
            since = self._state.since if was_open == opens else timezone.now()
            self._state = BreakerState(open=opens, since=since, reason=reason)
        if opens and not was_open:
            logger.warning("%s does not answer searches, so the database does until it is back: %s", self._name, reason)
