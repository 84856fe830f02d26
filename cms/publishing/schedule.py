"""What time alone changes: go-live, expiry, and the end of embargoes. Run every half minute by the scheduler."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from wagtail.models import DraftStateMixin, Revision

from .models import HeldBack
from .projection import publication
from .registry import registry

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Report:
    """What a run did. A work that fails is left as it was, named here, and tried again by the next run."""

    published: int = 0
    expired: int = 0
    released: int = 0
    failed: int = 0

    def __bool__(self) -> bool:
        return bool(self.published or self.expired or self.released or self.failed)

    def __str__(self) -> str:
        return f"{self.published} published, {self.expired} expired, {self.released} released, {self.failed} failed"


def run_due(now: datetime | None = None) -> Report:
    """Does everything that is due, each work in a transaction of its own. Never early."""
    now = now or timezone.now()
    report = Report()
    for row in _expired(now):
        report.expired += _attempt(report, _expire, row)
    for revision in Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at"):
        report.published += _attempt(report, _go_live, revision)
    for held in HeldBack.objects.filter(until__lte=now).order_by("until"):
        report.released += _attempt(report, _release, held)
    return report


def _attempt(report: Report, action: Callable[[Any], None], subject: Any) -> int:
    """Does it in a transaction of its own; 1 when that went well, 0 when it is counted as failed."""
    try:
        with publication():
            action(subject)
    except Exception:
        logger.exception("The scheduler could not deal with %s", subject)
        report.failed += 1
        return 0
    return 1


def _expired(now: datetime) -> Iterator[Any]:
    for edition_type in registry.all():
        for model in edition_type.models:
            if issubclass(model, DraftStateMixin):
                manager: models.Manager[Any] = model._default_manager
                yield from manager.filter(live=True, expire_at__lte=now).order_by("expire_at")


def _expire(row: Any) -> None:
    row.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _go_live(revision: Revision) -> None:
    revision.publish(log_action="wagtail.publish.scheduled")


def _release(held: HeldBack) -> None:
    with publication() as batch:
        batch.touch_work(held.type, str(held.key))
