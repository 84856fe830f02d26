"""Noting what is to be sent: one row for every endpoint that wants to be told of a change, or for a test."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from cms.publishing.models import Change

from .models import Delivery, WebhookEndpoint
from .models.delivery import DeliveryQuerySet


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


def queue_again(delivery: Delivery) -> None:
    """Has a message sent again, at once."""
    _start_over(delivery.endpoint, Delivery.objects.filter(pk=delivery.pk))


def queue_failed(endpoint: WebhookEndpoint) -> int:
    """Has everything sent again that was given up, and returns how much that is."""
    return _start_over(endpoint, endpoint.deliveries.given_up())


def _start_over(endpoint: WebhookEndpoint, deliveries: DeliveryQuerySet) -> int:
    WebhookEndpoint.objects.filter(pk=endpoint.pk).update(hold_until=None)
    return deliveries.start_over(timezone.now())
