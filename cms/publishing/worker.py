"""The worker: one process with threads for each queue of tasks, one for the ticks and one for the schedule.

Threads, so that what is slow in one queue (a receiver of webhooks that does not answer) delays nothing in another, and
least of all the end of an embargo. Several workers may run at the same time.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from functools import partial

from django.db import close_old_connections, connection
from django.utils.crypto import get_random_string
from django_tasks import task_backends
from django_tasks_db.management.commands.db_worker import Worker

from .schedule import run_due
from .stopping import stop_asked
from .tasks import KEPT
from .ticks import Clock

logger = logging.getLogger(__name__)

THREADS = {"deliveries": 4}
"""Queues in which several tasks may run at the same time; one in all others."""
LOOK = 1.0
"""Seconds between two looks into a queue or at the clock."""
RECOVERY = 5.0
"""Seconds that a part waits after something it does not expect, such as a database that is away."""


class NewsroomWorker:
    """All threads of one process."""

    def __init__(self, *, schedule_every: float) -> None:
        self._queues = [_queue_worker(name) for name in sorted(_queue_names()) for _ in range(THREADS.get(name, 1))]
        self._threads = [
            _thread("schedule", run_schedule, schedule_every),
            _thread("clock", Clock().look, LOOK),
            *[_thread(queue.queue_names[0], queue.run, RECOVERY) for queue in self._queues],
        ]

    def start(self) -> None:
        """Begins to work, and returns."""
        for thread in self._threads:
            thread.start()

    def finish(self, grace: float) -> bool:
        """Begins nothing new and waits up to `grace` seconds for what has begun; whether all of it has ended."""
        stop_asked.set()
        for queue in self._queues:
            queue.running = False
        deadline = time.monotonic() + grace
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)


def run_schedule() -> None:
    """One round of what time alone changes."""
    report = run_due()
    if report:
        logger.info("Schedule: %s", report)


def repeat(step: Callable[[], None], *, every: float) -> None:
    """Takes the step again and again until the process is asked to stop. A failure is logged, and no reason to end."""
    try:
        while not stop_asked.is_set():
            close_old_connections()
            try:
                step()
            except Exception:
                logger.exception("The worker's %s failed; it goes on", threading.current_thread().name)
            stop_asked.wait(every)
    finally:
        connection.close()


def _thread(name: str, step: Callable[[], None], every: float) -> threading.Thread:
    return threading.Thread(target=partial(repeat, step, every=every), name=name, daemon=True)


def _queue_names() -> set[str]:
    return task_backends[KEPT].queues


def _queue_worker(name: str) -> Worker:
    return Worker(
        queue_names=[name],
        interval=LOOK,
        batch=False,
        backend_name=KEPT,
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
