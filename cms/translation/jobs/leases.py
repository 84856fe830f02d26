"""Which worker has a job: one at a time.

The job's last sign of life is its lease. It is taken by an UPDATE that succeeds for one process only, on PostgreSQL as
on SQLite, and renewed between items; a worker that dies leaves it to run out. Whoever outlives its lease while it
deals with an item keeps that item locked to the end of its transaction, so nobody else can do the same one meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from cms.translation.models import Job, JobItem

LEASE = timedelta(minutes=1)
RENEWED_AFTER = timedelta(seconds=10)
OVER = (Job.Status.DONE, Job.Status.CANCELLED)
TRIES = 3
"""How often a worker may end while dealing with an item before the item is given up."""


@dataclass(slots=True)
class Lease:
    """A job that this worker has. Only `take` makes one."""

    job: Job
    beat_at: datetime
    interrupted: bool
    """Whether the worker that had it last ended without giving it back."""

    def is_held(self) -> bool:
        """Whether this worker still has the job and nobody has asked to end it; tells others that it is alive."""
        held = _held(self)
        now = timezone.now()
        if now - self.beat_at < RENEWED_AFTER:
            return held.filter(cancelled_by=None).exists()
        if not held.filter(cancelled_by=None).update(beat_at=now):
            return False
        self.beat_at = now
        return True

    def give_back(self) -> None:
        """Lets others have the job; it goes on at once, here or there."""
        _held(self).update(beat_at=None)

    def finish(self) -> bool:
        """Writes that the job is over: done, or cancelled when somebody asked for it. False when the lease is lost."""
        return bool(_finish(_held(self)))


def unfinished() -> QuerySet[Job]:
    """Jobs that are waiting or running."""
    return Job.objects.exclude(status__in=OVER)


def free(now: datetime | None = None) -> QuerySet[Job]:
    """Those that no worker has."""
    return unfinished().filter(Q(beat_at=None) | Q(beat_at__lte=(now or timezone.now()) - LEASE))


def take(pk: int) -> Lease | None:
    """The job, for this worker alone; None when it is over or another has it."""
    now = timezone.now()
    before = unfinished().filter(pk=pk).values_list("beat_at", flat=True).first()
    changes = {"status": Job.Status.RUNNING, "beat_at": now, "started_at": Coalesce(F("started_at"), now)}
    if not free(now).filter(pk=pk).update(**changes):
        return None
    return Lease(Job.objects.get(pk=pk), now, interrupted=before is not None)


def cancel(job: Job, user: object) -> bool:
    """Has the job end after the item that is being dealt with; at once where no worker has it. False if it is over."""
    if not unfinished().filter(pk=job.pk).update(cancelled_by=user):
        return False
    _finish(free().filter(pk=job.pk))
    return True


def note_interruption(job: Job) -> JobItem | None:
    """Counts that a worker ended at the job's next item; returns the item if that has happened too often."""
    item = JobItem.objects.filter(job=job, status=JobItem.Status.WAITING).order_by("position").first()
    if item is None:
        return None
    same = JobItem.objects.filter(pk=item.pk, status=JobItem.Status.WAITING)
    same.update(interruptions=F("interruptions") + 1)
    return same.filter(interruptions__gte=TRIES).first()


def _held(lease: Lease) -> QuerySet[Job]:
    return unfinished().filter(pk=lease.job.pk, beat_at=lease.beat_at)


def _finish(jobs: QuerySet[Job]) -> int:
    now = timezone.now()
    cancelled = jobs.exclude(cancelled_by=None).filter(items__status=JobItem.Status.WAITING)
    ended = Job.objects.filter(pk__in=list(cancelled.values_list("pk", flat=True).distinct()))
    count = ended.update(status=Job.Status.CANCELLED, finished_at=now, beat_at=None)
    return count + jobs.update(status=Job.Status.DONE, finished_at=now, beat_at=None)
