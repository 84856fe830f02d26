"""Calls that end in time, whatever hangs: a name server, a connection, a server that takes a question and is silent.

A client's own time limits do not cover all of these, and they count for each attempt. So calls run in threads, and
whoever waits for one stops waiting.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotInTimeError
from typing import TypeVar

from .engines import EngineError

T = TypeVar("T")

CALLS = 16
"""At the same time in one process; calls that nobody waits for any more included."""


class Deadline:
    """Runs calls for which nobody waits longer than so many seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._begin_anew()
        # A thread pool does not survive a fork, and some servers load the site before they fork.
        os.register_at_fork(after_in_child=self._begin_anew)

    def _begin_anew(self) -> None:
        self._pool = ThreadPoolExecutor(CALLS, thread_name_prefix="search")
        self._free = threading.BoundedSemaphore(CALLS)

    def call(self, function: Callable[[], T]) -> T:
        """What the function returns or raises. Raises EngineError when that takes too long or too many hang."""
        future = self._submit(function)
        try:
            return future.result(self.seconds)
        except NotInTimeError:
            if future.done():
                # Its own error, which happens to be of that type.
                raise EngineError("It did not answer in time") from None
            raise EngineError(f"No answer within {self.seconds:g} seconds") from None

    def begin(self, function: Callable[[], object], done: Callable[[BaseException | None], None]) -> None:
        """Runs the function in the background and calls `done` with its error or None. Raises nothing.

        An answer that comes too late is an error, too.
        """
        begun = time.monotonic()

        def tell(ended: Future[object]) -> None:
            error = ended.exception()
            if error is None and time.monotonic() - begun > self.seconds:
                error = EngineError(f"It took longer than {self.seconds:g} seconds")
            done(error)

        try:
            future = self._submit(function)
        except EngineError as error:
            done(error)
        else:
            future.add_done_callback(tell)

    def _submit(self, function: Callable[[], T]) -> Future[T]:
        if not self._free.acquire(blocking=False):
            raise EngineError(f"{CALLS} searches are waiting for answers already")
        free = self._free
        future = self._pool.submit(function)
        future.add_done_callback(lambda _ended: free.release())
        return future
