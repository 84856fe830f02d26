"""Tasks that the worker runs, and how they get there: after the commit, and not twice for the same."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.db import transaction
from django_tasks import task
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from .following import follow_all

KEPT = "kept"
"""Alias of the backend whose tasks are rows of the database, run by the worker."""


@task(backend=KEPT, queue_name="followers")
def follow() -> None:
    """Has every follower catch up with the log."""
    follow_all()


@task(backend=KEPT, queue_name="upkeep")
def tidy() -> None:
    """Forgets tasks that went well a day after, and those that failed two weeks after."""
    ages = ("--min-age-days=1", "--failed-min-age-days=14")
    call_command("prune_db_task_results", f"--backend={KEPT}", "--queue-name=*", *ages, verbosity=0)


def wake_followers() -> None:
    """Called by whoever has appended to the log: after the commit the worker has its followers catch up."""
    enqueue_once(follow)


def enqueue_once(wanted: Task[Any, Any], *arguments: str | int) -> None:
    """Enqueues the task after the commit, unless one with the same arguments is waiting to be started.

    So a worker that is away finds one task, however much has happened. Nothing gets lost: a worker marks a task as
    started before it reads what there is to do, and whoever saw it waiting had committed before that.
    """

    def enqueue() -> None:
        _enqueue_once(wanted, arguments)

    # Robust: what has been committed is committed, whatever becomes of this. The ticks find what there is to do.
    transaction.on_commit(enqueue, robust=True)


def _enqueue_once(wanted: Task[Any, Any], arguments: tuple[str | int, ...]) -> None:
    waiting = DBTaskResult.objects.filter(
        status=TaskResultStatus.READY,
        backend_name=wanted.backend,
        queue_name=wanted.queue_name,
        task_path=wanted.module_path,
        args_kwargs={"args": list(arguments), "kwargs": {}},
    )
    if not waiting.exists():
        wanted.enqueue(*arguments)
