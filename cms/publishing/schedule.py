"""What time alone changes: go-live, expiry, and the end of embargoes. Run every half minute by the worker."""

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
    others: int = 0
    failed: int = 0

    def __bool__(self) -> bool:
        return bool(self.published or self.expired or self.released or self.others or self.failed)

    def __str__(self) -> str:
        done = f"{self.published} published, {self.expired} expired, {self.released} released"
        others = f", {self.others} others" if self.others else ""
        return f"{done}{others}, {self.failed} failed"


@dataclass(frozen=True, slots=True)
class Due:
    """What else time alone changes. Other apps register it, because this one knows none of them."""

    rows: Callable[[datetime], models.QuerySet[Any]]
    """What is due at a time. A row that was dealt with must not be found any more."""
    action: Callable[[Any], None]
    """Deals with one of them, within a transaction that holds the projection lock."""


_others: list[Due] = []


def register(due: Due) -> None:
    """Has every run look for it; called from `AppConfig.ready()`."""
    if due not in _others:
        _others.append(due)


def run_due(now: datetime | None = None) -> Report:
    """Does everything that is due, each work in a transaction of its own. Never early, and once only.

    Several processes may run it at the same time.
    """
    now = now or timezone.now()
    report = Report()
    for rows in _expired(now):
        report.expired += _each(report, _expire, rows)
    revisions = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    report.published += _each(report, _go_live, revisions)
    report.released += _each(report, _release, HeldBack.objects.filter(until__lte=now).order_by("until"))
    for due in _others:
        report.others += _each(report, due.action, due.rows(now))
    return report


def _each(report: Report, action: Callable[[Any], None], due: models.QuerySet[Any]) -> int:
    """Deals with all that is due, one by one, and returns with how many. Those that fail are counted in the report."""
    done = 0
    for pk in list(due.values_list("pk", flat=True)):
        try:
            with publication():
                # Read again under the lock: somebody else may have dealt with it.
                subject = due.filter(pk=pk).first()
                if subject is not None:
                    action(subject)
        except Exception:
            logger.exception("Could not deal with %s %s", due.model.__name__, pk)
            report.failed += 1
        else:
            done += subject is not None
    return done


def _expired(now: datetime) -> Iterator[models.QuerySet[Any]]:
    for edition_type in registry.all():
        for model in edition_type.models:
            if issubclass(model, DraftStateMixin):
                manager: models.Manager[Any] = model._default_manager
                yield manager.filter(live=True, expire_at__lte=now).order_by("expire_at")


def _expire(row: Any) -> None:
    row.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _go_live(revision: Revision) -> None:
    revision.publish(log_action="wagtail.publish.scheduled")


def _release(held: HeldBack) -> None:
    with publication() as batch:
        batch.touch_work(held.type, str(held.key))
