"""From a change to a receiver, and what happens when the receiver does not take it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from standardwebhooks.webhooks import Webhook, WebhookVerificationError
from wagtail.models import Site

from cms.webhooks import leases, sending
from cms.webhooks.models import Delivery, WebhookEndpoint
from cms.webhooks.queueing import queue_test
from cms.webhooks.sending import send_due
from cms.webhooks.tasks import TICKS
from tests.newsroom import article_index, home_page, press_release
from tests.webhooks.log import change, changes, follow, pass_time
from tests.webhooks.receiver import Receiver, closed_port, hang, running_receiver, status

Status = Delivery.Status


def delivery_of(row: object) -> Delivery:
    return Delivery.objects.get(change=row)


def test_a_published_article_reaches_the_receiver(endpoint: WebhookEndpoint, receiver: Receiver, site: Site) -> None:
    site.hostname, site.port = "www.example.org", 443
    site.save()
    follow()
    send_due()
    receiver.received.clear()
    page = press_release(article_index(home_page(site)), "Streng geheim", live=False)
    page.save_revision().publish()

    follow()
    send_due()

    received = receiver.received[-1]
    message = Webhook(endpoint.secret).verify(received.body, received.headers)
    delivery = endpoint.deliveries.get(status="delivered", change__key=page.translation_key)
    assert received.id == f"change-{delivery.change_id}"
    assert message == {
        "type": "article.published",
        "timestamp": delivery.change.at.isoformat(),
        "data": {
            "id": delivery.change_id,
            "action": "published",
            "type": "article",
            "key": str(page.translation_key),
            "locale": "de",
            "api_url": f"https://www.example.org/api/v1/articles/{page.translation_key}/?locale=de",
            "at": delivery.change.at.isoformat(),
        },
    }


def test_what_is_no_longer_public_is_told_without_a_word_of_it(
    endpoint: WebhookEndpoint, receiver: Receiver, site: Site
) -> None:
    page = press_release(article_index(home_page(site)), "Streng geheim")
    page.unpublish()

    follow()
    send_due()

    assert json.loads(receiver.received[-1].body)["type"] == "article.unpublished"
    for received in receiver.received:
        assert b"geheim" not in received.body.lower()


def test_a_signature_covers_id_time_and_body(endpoint: WebhookEndpoint, receiver: Receiver) -> None:
    change()
    follow()
    send_due()

    (received,) = receiver.received
    verify = Webhook(endpoint.secret).verify
    verify(received.body, received.headers)
    for headers, body in (
        ({**received.headers, "webhook-id": "change-0"}, received.body),
        ({**received.headers, "webhook-timestamp": str(int(received.headers["webhook-timestamp"]) + 1)}, received.body),
        (received.headers, received.body + b" "),
    ):
        with pytest.raises(WebhookVerificationError):
            verify(body, headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(WebhookEndpoint(name="another").secret).verify(received.body, received.headers)


def test_for_a_day_after_a_rotation_both_secrets_sign(endpoint: WebhookEndpoint, receiver: Receiver) -> None:
    old = endpoint.secret
    endpoint.rotate_secret()
    change()
    follow()
    send_due()
    pass_time(hours=24)
    change()
    follow()
    send_due()

    during, after = receiver.received
    assert len(during.headers["webhook-signature"].split(" ")) == 2
    for secret in (old, endpoint.secret):
        Webhook(secret).verify(during.body, during.headers)
    Webhook(endpoint.secret).verify(after.body, after.headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(old).verify(after.body, after.headers)


def test_messages_arrive_in_the_order_of_the_log(endpoint: WebhookEndpoint, receiver: Receiver) -> None:
    rows = changes(12)
    follow()

    assert send_due() == 12
    assert send_due() == 0

    assert receiver.ids == [f"change-{row.pk}" for row in rows]
    assert set(Delivery.objects.values_list("status", flat=True)) == {"delivered"}


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


def test_a_test_is_sent_once_whatever_the_state_and_changes_nothing(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    endpoint.pause(WebhookEndpoint.PauseReason.BY_HAND)
    change()
    follow()
    receiver.behaviours.append(status(500, b"not yet"))
    failing = queue_test(endpoint)
    send_due()
    passing = queue_test(endpoint)
    send_due()

    failing.refresh_from_db()
    passing.refresh_from_db()
    assert (failing.status, passing.status) == (Status.FAILED, Status.DELIVERED)
    assert receiver.ids == [f"test-{failing.pk}", f"test-{passing.pk}"]
    message = Webhook(endpoint.secret).verify(receiver.received[-1].body, receiver.received[-1].headers)
    assert message["type"] == "test"
    assert failing.log.get().excerpt == "not yet"
    endpoint.refresh_from_db()
    assert (endpoint.failures, endpoint.failing_since, endpoint.is_paused) == (0, None, True)


def test_a_slow_receiver_does_not_hold_the_others_up(endpoint: WebhookEndpoint, receiver: Receiver) -> None:
    receiver.always = hang
    with running_receiver() as quick:
        WebhookEndpoint.objects.create(name="Quick", url=quick.url)
        changes(5)
        follow()
        quick.always = lambda handler: status(200)(handler) if len(quick.received) < 5 else all_there(handler)

        def all_there(handler: object) -> None:
            """The last of its messages comes while the slow one has had one request and not answered yet."""
            seen.append(len(receiver.received))
            status(200)(handler)  # type: ignore[arg-type]

        seen: list[int] = []
        send_due()

    assert seen == [1]
    assert len(quick.received) == 5
    assert set(endpoint.deliveries.exclude(attempts=0).values_list("last_reason", flat=True)) == {"timeout"}


def test_an_endpoint_that_is_paused_meanwhile_gets_no_further_message(
    endpoint: WebhookEndpoint, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes(3)
    follow()

    def record_and_pause(*args: object) -> None:
        record(*args)  # type: ignore[arg-type]
        WebhookEndpoint.objects.get().pause(WebhookEndpoint.PauseReason.BY_HAND)

    record = sending.record
    monkeypatch.setattr(sending, "record", record_and_pause)

    assert send_due() == 1


def test_asked_to_stop_it_ends_what_it_does_and_leaves_the_rest(endpoint: WebhookEndpoint, receiver: Receiver) -> None:
    changes(3)
    follow()

    assert send_due(stopping=lambda: len(receiver.received) >= 1) == 1

    endpoint.refresh_from_db()
    assert endpoint.leased_until is None
    assert send_due() == 2
    assert len(set(receiver.ids)) == 3


def test_an_endpoint_that_is_deleted_while_a_message_is_on_its_way(
    endpoint: WebhookEndpoint, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes(2)
    follow()

    def delete_and_record(*args: object) -> None:
        WebhookEndpoint.objects.all().delete()
        record(*args)  # type: ignore[arg-type]

    record = sending.record
    monkeypatch.setattr(sending, "record", delete_and_record)

    assert send_due() == 1
    assert not Delivery.objects.exists()


def test_a_sender_that_died_leaves_its_message_to_the_next_one(endpoint: WebhookEndpoint, receiver: Receiver) -> None:
    change()
    follow()
    taken = leases.take_next()
    assert taken is not None
    assert leases.next_due(taken) is not None

    assert send_due() == 0
    pass_time(minutes=3)
    assert send_due() == 1
    assert leases.next_due(taken) is None, "whoever lost the lease sends nothing"


def test_a_sender_that_died_before_it_could_note_the_answer_has_the_message_sent_again(
    endpoint: WebhookEndpoint, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = change()
    follow()

    def die(*_args: object) -> None:
        raise SystemExit

    with monkeypatch.context() as dying:
        dying.setattr(sending, "record", die)
        with pytest.raises(SystemExit):
            send_due()
    pass_time(minutes=3)
    send_due()

    assert receiver.ids == [f"change-{row.pk}"] * 2
    assert delivery_of(row).status == Status.DELIVERED


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
