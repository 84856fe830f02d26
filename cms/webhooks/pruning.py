"""Erasing finished deliveries from the log once nobody asks about them any more."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone

from . import conf
from .models import Delivery

BATCH = 1000


def outdated() -> QuerySet[Delivery]:
    """Deliveries that were finished long ago. What is waiting is never among them."""
    before = timezone.now() - conf.load().keep
    return Delivery.objects.exclude(status=Delivery.Status.PENDING).filter(finished_at__lt=before)


def prune() -> int:
    """Erases them with their attempts, some at a time, and returns how many there were."""
    erased = 0
    while numbers := list(outdated().order_by("pk").values_list("pk", flat=True)[:BATCH]):
        Delivery.objects.filter(pk__in=numbers).delete()
        erased += len(numbers)
    return erased
