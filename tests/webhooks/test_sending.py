"""From a change to a receiver."""

from __future__ import annotations

import json

import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError
from wagtail.models import Site

from cms.webhooks import leases, sending
from cms.webhooks.models import Delivery, WebhookEndpoint
from cms.webhooks.queueing import queue_test
from cms.webhooks.sending import send_due
from tests.newsroom import article_index, home_page, press_release
from tests.webhooks.log import change, changes, follow, pass_time
from tests.webhooks.receiver import Receiver, hang, running_receiver, status

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
