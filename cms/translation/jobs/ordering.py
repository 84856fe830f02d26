"""Ordering a job."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.publishing.tasks import enqueue_once
from cms.translation.errors import TranslationError
from cms.translation.models import Job, JobItem

from .kinds import KINDS, ItemValues
from .options import JobOptions
from .running import work_on
from .selections import Selection
from .tasks import run_job

BATCH = 1000
"""Items written by one query, where the database takes so many values."""


class NothingSelectedError(TranslationError):
    """There would be no item."""

    def __init__(self) -> None:
        super().__init__(_("There is nothing to do for what was selected."))


@transaction.atomic
def order(kind: Job.Kind, selection: Selection, options: JobOptions, user: Any) -> Job:
    """Makes a job of everything in the selection that concerns it; the worker begins after the commit.

    `user` None is the system. Raises PermissionDenied for those to whom such jobs are not offered, and
    NothingSelectedError. A constant number of queries, but for the items, which are written in batches.
    """
    if user is not None and not KINDS[kind].may_order(user):
        raise PermissionDenied
    items = KINDS[kind].items(selection.targets(user), options)
    return _order(kind, items, replace(options, selection=str(selection), by_system=user is None), user)


@transaction.atomic
def order_again(job: Job, user: Any) -> Job:
    """Makes a new job of the items that were refused, that failed, or that a cancelled job did not come to."""
    if not KINDS[job.kind].may_order(user):
        raise PermissionDenied
    rows = job.items.exclude(status__in=(JobItem.Status.DONE, JobItem.Status.NOTHING)).order_by("position")
    items = [ItemValues(*row) for row in rows.values_list("content_type_id", "translation_key", "locale_id", "title")]
    options = replace(JobOptions.from_json(job.options), by_system=False, repeats=job.pk)
    return _order(Job.Kind(job.kind), items, options, user)


def _order(kind: Job.Kind, items: Sequence[ItemValues], options: JobOptions, user: Any) -> Job:
    if not items:
        raise NothingSelectedError
    options = replace(options, language=get_language() or "")
    job = Job.objects.create(kind=kind, options=options.as_json(), user=user)
    JobItem.objects.bulk_create(
        [JobItem(job=job, position=position, **item._asdict()) for position, item in enumerate(items)],
        batch_size=BATCH,
    )
    start(job)
    return job


def start(job: Job) -> None:
    """Has the worker begin after the commit."""
    if settings.TRANSLATION_JOBS_IMMEDIATE:
        transaction.on_commit(lambda: work_on(job.pk, seconds=None))
    else:
        enqueue_once(run_job, job.pk)
