"""What the worker does for indices besides following the log: building those that are missing, comparing all."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from django_tasks import task

from cms.publishing.followers import followers
from cms.publishing.locales import content_locales
from cms.publishing.tasks import KEPT, enqueue_once
from cms.publishing.ticks import Tick, ticks

from ..models import BuiltIndex
from .index import Index, IndexUnavailableError, RebuildRunningError
from .leases import is_running
from .reconciling import reconcile
from .registered import indices, server_index

logger = logging.getLogger(__name__)

DAY = 24 * 60 * 60
LOOK = 10
"""Seconds between two looks whether the server has all indices."""
QUEUE = "search"
"""Has a thread of its own: a rebuild takes minutes."""


@task(backend=KEPT, queue_name=QUEUE)
def build_missing() -> None:
    """Makes the indices that a search server does not have: on the first start, and after it lost them."""
    index = server_index()
    if index is None:
        return
    try:
        missing = index.unbuilt()
        if missing:
            logger.info("Building search indices of %s for %s", index.engine, ", ".join(missing))
            counts = index.rebuild(missing)
            logger.info("Built search indices of %s: %s", index.engine, counts)
    except RebuildRunningError as error:
        logger.info("%s", error)
    except IndexUnavailableError as error:
        logger.warning("Search indices cannot be built, which will be tried again: %s", error)


@task(backend=KEPT, queue_name=QUEUE)
def compare() -> None:
    """Compares every index with the editions and repairs it."""
    for index in indices():
        for locale in content_locales():
            try:
                outcome = reconcile(index, locale)
            except (IndexUnavailableError, RebuildRunningError) as error:
                logger.warning("The search index of %s could not be compared: %s", index.engine, error)
            else:
                if not outcome.in_order:
                    logger.warning("Search index repaired: %s", outcome)


def build_soon(index: Index, locales: Sequence[str]) -> None:
    """Has the worker build these, which turned out not to be what they were."""
    BuiltIndex.objects.filter(engine=index.engine, locale__in=locales).delete()
    enqueue_once(build_missing)


def _something_missing() -> bool:
    index = server_index()
    if index is None or is_running(index.engine) or index.is_away():
        return False
    return bool(set(content_locales()) - set(index.built()) or index.unbuilt())


def register() -> None:
    """Called once, when the app registry is ready."""
    index = server_index()
    if index is not None:
        from .server_follower import ServerIndexFollower

        followers.register(ServerIndexFollower(index))
        ticks.register(Tick(build_missing, every=LOOK, is_due=_something_missing))
    ticks.register(Tick(compare, every=DAY))
