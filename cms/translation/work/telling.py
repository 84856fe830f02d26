"""Noting whom to tell of what. Part of the transaction in which it happens; `sending` does the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone

from cms.translation.models import Notification

from .timing import due_at

Kind = Notification.Kind

REPEATED = frozenset({Kind.COMMENTED})
"""Each of these says something else, so each is told."""
AT_MOST_DAILY = frozenset({Kind.OUTDATED})
"""An editor who mends a text ten times in an afternoon has not ten things to say."""


def tell(kind: Kind, recipients: Mapping[int, Iterable[int | None]], *, actor: Any = None, text: str = "") -> None:
    """Notes that these people (ids, by the target's id) are to be told of it, except the one who did it.

    What still waits to be told of the same target is not told twice. A constant number of queries.
    """
    wanted = {
        (recipient, target)
        for target, people in recipients.items()
        for recipient in people
        if recipient is not None and recipient != getattr(actor, "pk", None)
    }
    if not wanted:
        return
    now = timezone.now()
    users = _with_mail({recipient for recipient, _target in wanted})
    waiting = {} if kind in REPEATED else _waiting(kind, recipients)
    recently = _recently_told(kind, recipients) if kind in AT_MOST_DAILY else set()
    new = []
    for recipient, target in sorted(wanted):
        user = users.get(recipient)
        when = due_at(user, now) if user is not None else None
        if when is None or (recipient, target) in recently:
            continue
        if known := waiting.get((recipient, target)):
            known.actor, known.text = actor, text
            continue
        new.append(
            Notification(
                kind=kind,
                recipient_id=recipient,
                target_id=target,
                actor=actor,
                text=text,
                created_at=now,
                due_at=when,
            )
        )
    Notification.objects.bulk_update(waiting.values(), ["actor", "text"])
    Notification.objects.bulk_create(new)


def _with_mail(pks: Iterable[int]) -> dict[int, Any]:
    users = get_user_model()._default_manager.filter(pk__in=pks, is_active=True).exclude(email="")
    return {user.pk: user for user in users.select_related("wagtail_userprofile", "translation_notifications")}


def _waiting(kind: Kind, targets: Iterable[int]) -> dict[tuple[int, int], Notification]:
    """What is noted already; not what is just being sent, which nothing can be added to any more."""
    found = Notification.objects.filter(kind=kind, target__in=targets, sent_at=None, claim=None).exclude(due_at=None)
    return {(entry.recipient_id, entry.target_id): entry for entry in found}


def _recently_told(kind: Kind, targets: Iterable[int]) -> set[tuple[int, int]]:
    since = timezone.now() - timedelta(days=1)
    told = Notification.objects.filter(Q(sent_at__gt=since), kind=kind, target__in=targets)
    return set(told.values_list("recipient_id", "target_id"))


def forget(kind: Kind, target_id: int, *, except_for: int | None = None) -> None:
    """What waits to be told and is not true any more."""
    waiting = Notification.objects.filter(kind=kind, target=target_id, sent_at=None)
    waiting.exclude(recipient=except_for).delete()
