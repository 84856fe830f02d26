"""What the worker does for jobs."""

from __future__ import annotations

from django_tasks import task
from wagtail.models import Locale
from wagtail_localize.synctree import synchronize_tree

from cms.publishing.tasks import KEPT, enqueue_once
from cms.publishing.ticks import Tick

from . import leases
from .running import work_on

QUEUE = "translation"
EVERY = 5
"""Seconds between two looks for jobs that nobody works on."""


@task(backend=KEPT, queue_name=QUEUE)
def run_job(pk: int) -> None:
    """Deals with a job for a while; if there is more, it goes to the end of the queue."""
    if work_on(pk):
        enqueue_once(run_job, pk)


@task(backend=KEPT, queue_name="upkeep")
def take_up_jobs() -> None:
    """Has the worker go on with jobs whose task was lost, or whose worker died."""
    for pk in leases.free().values_list("pk", flat=True):
        enqueue_once(run_job, pk)


@task(backend=KEPT, queue_name=QUEUE)
def synchronise_trees(source_locale: int, target_locale: int) -> None:
    """Gives the target locale an alias for each of the source locale's pages that it lacks."""
    locales = Locale.objects.in_bulk([source_locale, target_locale])
    if len(locales) == 2:
        synchronize_tree(locales[source_locale], locales[target_locale])


def _anything_to_take_up() -> bool:
    return leases.free().exists()


TICKS = (Tick(take_up_jobs, every=EVERY, is_due=_anything_to_take_up),)
