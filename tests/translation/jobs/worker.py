"""The worker's part in these tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.module_loading import import_string
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.core.models import User
from cms.translation.jobs.running import work_on
from cms.translation.jobs.tasks import QUEUE
from cms.translation.models import Job

Ordered = Callable[..., Job]
Member = Callable[..., User]
Committing = Any


def waiting_tasks() -> list[DBTaskResult]:
    """What the worker finds in the queue of translation jobs."""
    return list(DBTaskResult.objects.filter(queue_name=QUEUE, status=TaskResultStatus.READY).order_by("enqueued_at"))


def the_worker_runs() -> int:
    """Runs what waits in the queue, and what is added to it meanwhile; returns how many tasks that were."""
    count = 0
    while tasks := waiting_tasks():
        for row in tasks:
            row.claim("a worker")
            import_string(row.task_path).call(*row.args_kwargs["args"], **row.args_kwargs["kwargs"])
            count += 1
    return count


def finished(job: Job) -> Job:
    """The job, after a worker has dealt with it."""
    work_on(job.pk, seconds=None)
    job.refresh_from_db()
    return job


def statuses(job: Job) -> list[str]:
    """What became of its items."""
    return list(job.items.order_by("position").values_list("status", flat=True))


def messages(job: Job) -> list[str]:
    """Why."""
    return list(job.items.order_by("position").values_list("message", flat=True))
