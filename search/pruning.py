"""Has the worker forget, once a day, what readers did not find long ago."""

from __future__ import annotations

from django_tasks import task

from cms.publishing.tasks import KEPT
from cms.publishing.ticks import Tick, ticks

from .unanswered import is_anything_old, prune

DAY = 24 * 60 * 60


@task(backend=KEPT, queue_name="upkeep")
def prune_empty_searches() -> None:
    """See `search.unanswered.prune`."""
    prune()


def register() -> None:
    """Announces the tick; called when the app is ready."""
    ticks.register(Tick(prune_empty_searches, every=DAY, is_due=is_anything_old))
