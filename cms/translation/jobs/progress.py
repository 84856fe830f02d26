"""How far jobs are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from cms.translation.models import Job, JobItem


@dataclass(frozen=True, slots=True)
class Progress:
    """The number of a job's items by what became of them."""

    waiting: int = 0
    done: int = 0
    nothing: int = 0
    refused: int = 0
    failed: int = 0

    @property
    def total(self) -> int:
        """All items."""
        return self.over + self.waiting

    @property
    def over(self) -> int:
        """Those that have been dealt with, whatever came of it."""
        return self.done + self.nothing + self.refused + self.failed

    @property
    def unsuccessful(self) -> int:
        """Those worth trying again."""
        return self.refused + self.failed

    @property
    def percent(self) -> int:
        """How much has been dealt with, 0 to 100."""
        return self.over * 100 // self.total if self.total else 100


def progress_of(job: Job) -> Progress:
    """One query."""
    return progress_of_all([job])[job.pk]


def progress_of_all(jobs: Iterable[Job]) -> dict[int, Progress]:
    """The progress of each job by its id; one query for any number of jobs."""
    counts: defaultdict[int, dict[str, int]] = defaultdict(dict)
    pks = [job.pk for job in jobs]
    rows = JobItem.objects.filter(job__in=pks).order_by().values_list("job_id", "status").annotate(Count("pk"))
    for pk, status, count in rows:
        counts[pk][status] = count
    return {pk: Progress(**counts[pk]) for pk in pks}
