"""Noting what is to be sent: one row for every endpoint that wants to be told of a change, or for a test."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q
from django.utils import timezone

from cms.publishing.models import Change

from .models import Delivery, WebhookEndpoint


def queue_changes(changes: Sequence[Change]) -> int:
    """Notes `changes` for every endpoint that wants them, paused ones included. May be repeated.

    Returns how many messages there are to send.
    """
    now = timezone.now()
    rows = [
        Delivery(endpoint=endpoint, change=change, next_attempt_at=now)
        for endpoint in WebhookEndpoint.objects.filter(active=True)
        for change in changes
        if endpoint.wants(change)
    ]
    Delivery.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def queue_test(endpoint: WebhookEndpoint) -> Delivery:
    """Notes a test message. It is sent once, also when the endpoint is paused or off."""
    return Delivery.objects.create(endpoint=endpoint, next_attempt_at=timezone.now())


def queue_again(endpoint: WebhookEndpoint, deliveries: Q) -> int:
    """Has those of the endpoint's deliveries sent again, at once, and returns how many there are."""
    count = endpoint.deliveries.filter(deliveries, change__isnull=False).start_over(timezone.now())
    if count:
        WebhookEndpoint.objects.filter(pk=endpoint.pk).update(hold_until=None)
    return count
