"""What the worker does for notifications: sending them, forgetting old ones."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks import task

from cms.publishing.tasks import KEPT
from cms.publishing.ticks import Tick
from cms.translation.models import Notification

from . import conf
from .claims import due
from .sending import send_due

DAY = 24 * 60 * 60


@task(backend=KEPT, queue_name="mail")
def send_notifications() -> None:
    """Sends what is due."""
    send_due()


@task(backend=KEPT, queue_name="upkeep")
def forget_notifications() -> None:
    """Erases what was sent, or given up, long ago."""
    old_notifications().delete()


def old_notifications() -> QuerySet[Notification]:
    """What nobody asks about any more. What still waits is never among it."""
    before = timezone.now() - conf.load().keep
    given_up = Q(sent_at=None, due_at=None, created_at__lt=before)
    return Notification.objects.filter(Q(sent_at__lt=before) | given_up)


def _anything_due() -> bool:
    return due(timezone.now()).exists()


def _anything_old() -> bool:
    return old_notifications().exists()


TICKS = (
    Tick(send_notifications, every=10, is_due=_anything_due),
    Tick(forget_notifications, every=DAY, is_due=_anything_old),
)
"""Announced when Django starts."""
