"""Which worker sends what: one for all that a person is to be told now.

A claim is an UPDATE that succeeds for one worker only; no transaction stays open while a mail server is waited for.
A worker that dies leaves its claim to run out, and another one sends the same then. Where it died after the mail server
had taken the e-mail and before that was noted, the person gets it twice: better than not at all.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from cms.translation.models import Notification

from .timing import BUNDLING, LEASE, retry_at

ERROR_LENGTH = 2000


def due(now: datetime) -> QuerySet[Notification]:
    """What is to be sent now."""
    return Notification.objects.filter(sent_at=None, due_at__lte=now)


def claim_for(recipient: int, now: datetime) -> list[Notification]:
    """All that this person is to be told, for this worker alone; what has just begun to wait is told along with it."""
    token = uuid.uuid4()
    soon = Q(claim=None, due_at__lte=now + BUNDLING)
    open_to_all = Notification.objects.filter(Q(due_at__lte=now) | soon, recipient=recipient, sent_at=None)
    if not open_to_all.update(claim=token, due_at=now + LEASE, attempts=F("attempts") + 1):
        return []
    related = (
        "recipient__wagtail_userprofile",
        "recipient__translation_notifications",
        "actor",
        "target__locale",
        "target__source_locale",
        "target__content_type",
        "target__assignment",
    )
    return list(Notification.objects.filter(claim=token, sent_at=None).select_related(*related))


def done(batch: Sequence[Notification]) -> None:
    """They were sent, or need not be."""
    _held(batch).update(sent_at=timezone.now(), due_at=None, claim=None, error="")


def failed(batch: Sequence[Notification], error: object) -> None:
    """They are tried again later, ever more rarely, and given up at last; the error is kept."""
    message = f"{type(error).__name__}: {error}"[:ERROR_LENGTH]
    for attempts in {entry.attempts for entry in batch}:
        _held([entry for entry in batch if entry.attempts == attempts]).update(
            due_at=retry_at(attempts), claim=None, error=message
        )


def given_up() -> QuerySet[Notification]:
    """What could not be sent, however often it was tried."""
    return Notification.objects.filter(sent_at=None, due_at=None)


def _held(batch: Sequence[Notification]) -> QuerySet[Any]:
    """Those that have not been taken over by another worker meanwhile."""
    claims = {entry.claim for entry in batch}
    return Notification.objects.filter(pk__in=[entry.pk for entry in batch], claim__in=claims, sent_at=None)
