"""Telling a receiver again what happened since a change: it was new, or it lost something."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from .models import Delivery, WebhookEndpoint
from .models.endpoint import everything_so_far

BATCH = 500


def request_replay(endpoint: WebhookEndpoint, first: int) -> int:
    """Has everything from change `first` on sent again, in the order of the log, and returns how much that is now.

    Messages keep their ids, so a receiver that has seen one can tell. The worker notes them batch by batch.
    """
    last = everything_so_far()
    running = endpoint.replay_next
    endpoint.replay_next = first if running is None else min(first, running)
    endpoint.replay_to = last
    endpoint.save(update_fields=["replay_next", "replay_to"])
    return endpoint.wanted_changes().filter(pk__gte=first, pk__lte=last).count()


def run_replays() -> int:
    """Notes what replays ask for, and returns how many messages that are. Nothing is sent here."""
    return sum(_run(pk) for pk in WebhookEndpoint.objects.replaying().values_list("pk", flat=True))


def _run(pk: int) -> int:
    noted = 0
    while (count := _step(pk)) is not None:
        noted += count
    return noted


def _step(pk: int) -> int | None:
    """One batch; None when there is no more."""
    with transaction.atomic():
        endpoint = WebhookEndpoint.objects.select_for_update().replaying().filter(pk=pk).first()
        if endpoint is None:
            return None
        wanted = endpoint.wanted_changes().filter(pk__gte=endpoint.replay_next, pk__lte=endpoint.replay_to)
        numbers = list(wanted.values_list("pk", flat=True)[:BATCH])
        if numbers:
            now = timezone.now()
            endpoint.deliveries.filter(change__in=numbers).start_over(now)
            rows = [Delivery(endpoint=endpoint, change_id=number, next_attempt_at=now) for number in numbers]
            Delivery.objects.bulk_create(rows, ignore_conflicts=True)
            endpoint.replay_next = numbers[-1] + 1
        if len(numbers) < BATCH:
            endpoint.replay_next = endpoint.replay_to = None
        endpoint.save(update_fields=["replay_next", "replay_to"])
        return len(numbers)
