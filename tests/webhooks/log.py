"""Changes without works behind them, and time that passes at once."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.db.models import F
from django.utils import timezone

from cms.publishing.models import Change
from cms.webhooks.follower import WebhookFollower
from cms.webhooks.models import Delivery, WebhookEndpoint


def change(action: str = "published", *, type: str = "article", locale: str = "de") -> Change:  # noqa: A002
    """A row of the log."""
    return Change.objects.create(action=action, type=type, locale=locale, key=uuid.uuid4(), at=timezone.now())


def changes(count: int, **fields: Any) -> list[Change]:
    """Rows of the log, one after the other."""
    return [change(**fields) for _ in range(count)]


def follow() -> None:
    """What the worker does when the log has grown."""
    WebhookFollower().catch_up()


def pass_time(**duration: float) -> None:
    """Moves everything into the past, as if so much time had gone by."""
    delta = timedelta(**duration)
    _move(Delivery, delta, "created_at", "first_attempt_at", "next_attempt_at", "finished_at")
    _move(
        WebhookEndpoint, delta, "paused_at", "failing_since", "hold_until", "last_success_at", "given_up_told_at",
        "leased_until", "served_at", "previous_secret_until",
    )  # fmt: skip


def _move(model: Any, delta: timedelta, *names: str) -> None:
    model.objects.update(**{name: F(name) - delta for name in names})
