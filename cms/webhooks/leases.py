"""Who may send to an endpoint: one sender at a time, so every message is sent by one and in order.

A lease is a row's column, taken by an UPDATE that succeeds for one process only, on PostgreSQL as on SQLite. No
transaction stays open while a receiver is waited for; a process that dies leaves its lease to run out.
"""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from .models import Delivery, WebhookEndpoint
from .models.endpoint import EndpointQuerySet

LEASE = timedelta(minutes=1)
"""Renewed several times a minute while a receiver is waited for."""


def with_something_due(now: datetime) -> EndpointQuerySet:
    """Endpoints that something can be sent to now, whoever may have them."""
    due = Delivery.objects.due(now).filter(endpoint=OuterRef("pk"))
    ready = WebhookEndpoint.objects.ready(now).filter(Exists(due))
    tests = WebhookEndpoint.objects.filter(Exists(due.filter(change=None)))
    return ready | tests


def take_next() -> WebhookEndpoint | None:
    """An endpoint with something to send, for this process alone; the one that has waited longest."""
    while True:
        now = timezone.now()
        waiting = with_something_due(now).free(now).order_by(F("served_at").asc(nulls_first=True), "pk")
        endpoint = waiting.first()
        if endpoint is None:
            return None
        if _take(endpoint, now):
            return endpoint


def _take(endpoint: WebhookEndpoint, now: datetime) -> bool:
    token = str(uuid.uuid4())
    taken = WebhookEndpoint.objects.free(now).filter(pk=endpoint.pk)
    if not taken.update(lease=token, leased_until=now + LEASE, served_at=now):
        return False
    endpoint.lease = token
    return True


def renew(endpoint: WebhookEndpoint) -> None:
    """Keeps the lease for longer."""
    _held(endpoint).update(leased_until=timezone.now() + LEASE)


def give_back(endpoint: WebhookEndpoint) -> None:
    """Lets others have the endpoint."""
    _held(endpoint).update(lease="", leased_until=None)


def next_due(endpoint: WebhookEndpoint) -> Delivery | None:
    """The next message for an endpoint that this process has; None when there is none, or the lease is lost.

    What happened to the endpoint meanwhile (paused, switched off, a new address) is seen here, before every message.
    """
    now = timezone.now()
    due = Delivery.objects.due(now).filter(endpoint=endpoint, endpoint__lease=endpoint.lease)
    open_now = Q(endpoint__hold_until=None) | Q(endpoint__hold_until__lte=now)
    ready = Q(endpoint__active=True, endpoint__paused_at=None) & open_now
    return due.filter(ready | Q(change=None)).select_related("endpoint", "change").in_order().first()


def _held(endpoint: WebhookEndpoint) -> EndpointQuerySet:
    return WebhookEndpoint.objects.filter(pk=endpoint.pk, lease=endpoint.lease)
