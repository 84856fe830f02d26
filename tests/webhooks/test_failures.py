"""What happens when a receiver does not take a message."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.core import mail
from django.utils import timezone

from cms.webhooks.models import Delivery, WebhookEndpoint
from cms.webhooks.sending import send_due
from cms.webhooks.tasks import TICKS
from tests.webhooks.log import change, changes, follow, pass_time
from tests.webhooks.receiver import Receiver, closed_port, status

Status = Delivery.Status


def delivery_of(row: object) -> Delivery:
    return Delivery.objects.get(change=row)


def test_a_failure_is_tried_again_and_every_attempt_is_in_the_log(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    receiver.behaviours.append(status(500, b"no space left"))
    row = change()
    follow()

    send_due()
    assert send_due() == 0
    delivery = delivery_of(row)
    assert (delivery.status, delivery.attempts, delivery.last_status) == ("pending", 1, 500)
    assert timedelta(seconds=4) < delivery.next_attempt_at - timezone.now() < timedelta(seconds=6)
    pass_time(seconds=6)
    send_due()

    delivery.refresh_from_db()
    assert (delivery.status, delivery.attempts, delivery.next_attempt_at) == ("delivered", 2, None)
    assert [(attempt.status, attempt.reason, attempt.excerpt) for attempt in delivery.log.order_by("pk")] == [
        (500, "status", "no space left"),
        (204, "", ""),
    ]
    first, second = receiver.received
    assert first.id == second.id
    assert first.body == second.body
    endpoint.refresh_from_db()
    assert (endpoint.failures, endpoint.failing_since) == (0, None)


def test_one_message_that_is_refused_does_not_stop_the_rest(endpoint: WebhookEndpoint, receiver: Receiver) -> None:
    receiver.behaviours.append(status(422))
    refused, taken, taken_too = changes(3)
    follow()

    send_due()

    assert receiver.ids == [f"change-{row.pk}" for row in (refused, taken, taken_too)]
    assert delivery_of(refused).status == Status.PENDING
    assert delivery_of(taken).status == delivery_of(taken_too).status == Status.DELIVERED


def test_a_receiver_that_is_down_is_left_alone_and_then_told_in_order(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    receiver.always = status(503)
    rows = changes(10)
    follow()

    send_due()
    assert receiver.ids == [f"change-{row.pk}" for row in rows[:2]], "two failures in a row are enough"
    change_while_down = change()
    follow()
    assert send_due() == 0
    pass_time(seconds=6)
    assert send_due() == 1, "one message finds out whether it is back"
    pass_time(seconds=67)
    receiver.always = status(200)
    receiver.received.clear()
    send_due()
    pass_time(minutes=1)
    send_due()

    assert receiver.ids[0] == f"change-{rows[0].pk}"
    assert sorted(receiver.ids) == sorted(f"change-{row.pk}" for row in [*rows, change_while_down])
    assert not Delivery.objects.exclude(status=Status.DELIVERED).exists()


def test_a_receiver_may_say_when_to_come_back(endpoint: WebhookEndpoint, receiver: Receiver) -> None:
    receiver.behaviours.append(status(429, Retry_After="600"))
    changes(2)
    follow()

    send_due()
    assert len(receiver.received) == 1
    pass_time(seconds=590)
    assert send_due() == 0
    pass_time(seconds=11)
    send_due()

    assert not Delivery.objects.exclude(status=Status.DELIVERED).exists()


def test_nobody_is_left_alone_for_longer_than_an_hour_at_their_wish(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    receiver.behaviours.append(status(503, Retry_After="999999999"))
    change()
    follow()

    send_due()

    endpoint.refresh_from_db()
    assert endpoint.hold_until - timezone.now() < timedelta(hours=1, seconds=1)


def test_one_that_is_gone_is_switched_off_at_once(
    endpoint: WebhookEndpoint, receiver: Receiver, administrator: object
) -> None:
    receiver.behaviours.append(status(410, b"moved away"))
    first, second = changes(2)
    follow()

    send_due()

    endpoint.refresh_from_db()
    assert (endpoint.active, endpoint.pause_reason) == (False, "gone")
    assert (delivery_of(first).status, delivery_of(second).status) == (Status.GONE, Status.PENDING)
    assert len(receiver.received) == 1
    TICKS[1].task.func()
    assert [message.to for message in mail.outbox] == [["administrator@example.org"]]


def test_after_two_days_of_failures_it_is_paused_and_nothing_is_lost(
    endpoint: WebhookEndpoint, receiver: Receiver, administrator: object
) -> None:
    receiver.always = status(500)
    rows = changes(3)
    follow()
    attempts = 0
    hours = 0
    while not WebhookEndpoint.objects.get().is_paused:
        attempts += send_due()
        pass_time(hours=1)
        hours += 1

    assert 45 <= hours <= 60
    assert attempts < 40
    assert set(Delivery.objects.values_list("status", flat=True)) == {"pending"}
    more = change()
    follow()
    assert send_due() == 0
    TICKS[1].task.func()
    (message,) = mail.outbox
    assert "Partner portal" in message.subject
    assert "127.0.0.1" in message.body
    assert endpoint.secret not in message.body
    assert "/hook" not in message.body

    receiver.always = status(200)
    receiver.received.clear()
    WebhookEndpoint.objects.get().resume()
    send_due()

    assert receiver.ids == [f"change-{row.pk}" for row in [*rows, more]]
    assert set(Delivery.objects.values_list("status", flat=True)) == {"delivered"}


def test_a_message_that_is_never_taken_is_given_up_while_others_are(
    endpoint: WebhookEndpoint, receiver: Receiver, administrator: object
) -> None:
    poison = change()

    def picky(handler: object) -> None:
        is_poison = receiver.received[-1].id == f"change-{poison.pk}"
        status(400 if is_poison else 200)(handler)  # type: ignore[arg-type]

    receiver.always = picky
    for _ in range(60):
        change()
        follow()
        send_due()
        pass_time(hours=1)

    endpoint.refresh_from_db()
    assert endpoint.paused_at is None
    assert delivery_of(poison).status == Status.FAILED
    assert delivery_of(poison).attempts == 11
    assert Delivery.objects.filter(status=Status.DELIVERED).count() == 60
    TICKS[1].task.func()
    assert len(mail.outbox) == 1


def test_a_receiver_that_moved_into_a_private_network_is_not_asked(
    endpoint: WebhookEndpoint, receiver: Receiver, webhook_settings: Callable[..., None]
) -> None:
    webhook_settings(allow_private_networks=False)
    row = change()
    follow()

    send_due()

    assert receiver.received == []
    assert (delivery_of(row).status, delivery_of(row).last_reason) == (Status.PENDING, "address")


def test_nobody_listens(endpoint: WebhookEndpoint) -> None:
    WebhookEndpoint.objects.update(url=f"http://127.0.0.1:{closed_port()}/")
    row = change()
    follow()

    send_due()

    assert (delivery_of(row).last_status, delivery_of(row).last_reason) == (None, "connection")
