"""What an attempt means for its delivery and its endpoint: done, again later, given up, paused, off."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from .backoff import delay_after, hold_after, whole_schedule, wished
from .models import Attempt, Delivery, Reason, WebhookEndpoint
from .transport import Reply

PauseReason = WebhookEndpoint.PauseReason
Notice = WebhookEndpoint.Notice
Status = Delivery.Status

TOLD_AGAIN_AFTER = timedelta(days=1)
"""A receiver that refuses some messages and takes others is complained of once a day."""


def record(delivery: Delivery, at: datetime, reply: Reply) -> None:
    """Writes down one attempt, made at `at`, and what follows from it. Nothing when the delivery is gone."""
    with transaction.atomic():
        endpoint = WebhookEndpoint.objects.select_for_update().filter(pk=delivery.endpoint_id).first()
        row = Delivery.objects.select_for_update().filter(pk=delivery.pk).first()
        if endpoint is None or row is None:
            return
        Attempt.objects.create(
            delivery=row,
            at=at,
            status=reply.status,
            reason=reply.reason,
            detail=reply.detail,
            excerpt=reply.excerpt,
            duration=reply.duration,
        )
        row.attempts += 1
        row.first_attempt_at = row.first_attempt_at or at
        row.last_status, row.last_reason = reply.status, reply.reason
        if row.is_test:
            _finish(row, Status.DELIVERED if reply.delivered else Status.FAILED, at, reply)
        elif reply.delivered:
            _finish(row, Status.DELIVERED, at, reply)
            _note_success(endpoint, at)
        elif reply.reason == Reason.GONE:
            _finish(row, Status.GONE, at, reply)
            _switch_off(endpoint, at)
        else:
            _note_failure(endpoint, row, at, reply)
        row.save()
        endpoint.save(
            update_fields=[
                "active", "paused_at", "pause_reason", "failures", "failing_since", "hold_until", "last_success_at",
                "notice", "given_up_told_at",
            ]
        )  # fmt: skip


def _finish(row: Delivery, status: str, at: datetime, reply: Reply) -> None:
    row.status, row.next_attempt_at = status, None
    row.finished_at = at + timedelta(seconds=reply.duration)


def _note_success(endpoint: WebhookEndpoint, at: datetime) -> None:
    endpoint.last_success_at = at
    endpoint.failures, endpoint.failing_since, endpoint.hold_until = 0, None, None


def _switch_off(endpoint: WebhookEndpoint, at: datetime) -> None:
    endpoint.active, endpoint.paused_at, endpoint.pause_reason = False, at, PauseReason.GONE
    endpoint.notice = Notice.GONE


def _note_failure(endpoint: WebhookEndpoint, row: Delivery, at: datetime, reply: Reply) -> None:
    ended = at + timedelta(seconds=reply.duration)
    wish = wished(reply.retry_after)
    endpoint.failures += 1
    endpoint.failing_since = endpoint.failing_since or at
    delay = delay_after(row.attempts)
    hold = hold_after(endpoint.failures)
    if wish or hold:
        endpoint.hold_until = ended + max(wish, hold or wish)
    nothing_else_went_well = endpoint.failing_since <= (row.first_attempt_at or at)
    if (delay is None and nothing_else_went_well) or ended - endpoint.failing_since > whole_schedule():
        _pause(endpoint, ended)
        row.next_attempt_at = ended
    elif delay is None:
        _finish(row, Status.FAILED, at, reply)
        _tell_of_giving_up(endpoint, ended)
    else:
        row.next_attempt_at = ended + max(delay, wish)


def _pause(endpoint: WebhookEndpoint, at: datetime) -> None:
    """What was waiting goes on waiting, this message included: going on sends all of it."""
    if endpoint.paused_at is None:
        endpoint.paused_at, endpoint.pause_reason = at, PauseReason.FAILING
        endpoint.notice = Notice.PAUSED


def _tell_of_giving_up(endpoint: WebhookEndpoint, at: datetime) -> None:
    told = endpoint.given_up_told_at
    if not endpoint.notice and (told is None or at - told > TOLD_AGAIN_AFTER):
        endpoint.notice, endpoint.given_up_told_at = Notice.GIVEN_UP, at
