"""Telling a receiver again, all of it or one message."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoAssertNumQueries

from cms.webhooks import replay
from cms.webhooks.models import Delivery, WebhookEndpoint
from cms.webhooks.queueing import queue_again, queue_failed
from cms.webhooks.replay import request_replay, run_replays
from cms.webhooks.sending import send_due
from cms.webhooks.tasks import TICKS, deliver
from tests.webhooks.log import change, changes, follow
from tests.webhooks.receiver import Receiver, status

pytestmark = pytest.mark.django_db


def replayed(endpoint: WebhookEndpoint, receiver: Receiver, first: int) -> list[str]:
    receiver.received.clear()
    request_replay(endpoint, first)
    deliver.func()
    return receiver.ids


def test_everything_since_a_change_comes_again_in_order_with_the_same_ids_and_bodies(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    rows = changes(4)
    follow()
    send_due()
    before = {received.id: received.body for received in receiver.received}

    ids = replayed(endpoint, receiver, rows[1].pk)

    assert ids == [f"change-{row.pk}" for row in rows[1:]]
    assert {received.id: received.body for received in receiver.received} == {name: before[name] for name in ids}
    assert Delivery.objects.count() == 4
    assert Delivery.objects.get(change=rows[1]).log.count() == 2


def test_a_replay_reaches_back_before_the_endpoint_and_past_what_was_erased(
    receiver: Receiver, local_receivers: None
) -> None:
    older = changes(3)
    endpoint = WebhookEndpoint.objects.create(name="New", url=receiver.url)
    newer = changes(2)
    follow()
    send_due()
    Delivery.objects.all().delete()

    assert replayed(endpoint, receiver, older[0].pk) == [f"change-{row.pk}" for row in [*older, *newer]]


def test_a_replay_minds_the_filters(endpoint: WebhookEndpoint, receiver: Receiver) -> None:
    endpoint.locales = ["en"]
    endpoint.save()
    first = change(locale="de")
    wanted = change(locale="en")

    assert request_replay(endpoint, first.pk) == 1
    assert replayed(endpoint, receiver, first.pk) == [f"change-{wanted.pk}"]


def test_a_long_replay_is_noted_in_batches(
    endpoint: WebhookEndpoint, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    monkeypatch.setattr(replay, "BATCH", 10)
    rows = changes(25)
    request_replay(endpoint, rows[0].pk)
    assert TICKS[0].is_due()

    with django_assert_max_num_queries(30):
        assert run_replays() == 25

    assert Delivery.objects.count() == 25
    assert run_replays() == 0


def test_a_second_replay_during_the_first_takes_in_both(endpoint: WebhookEndpoint, receiver: Receiver) -> None:
    rows = changes(3)
    request_replay(endpoint, rows[0].pk)

    assert replayed(endpoint, receiver, rows[2].pk) == [f"change-{row.pk}" for row in rows]


def test_one_message_again(endpoint: WebhookEndpoint, receiver: Receiver) -> None:
    change()
    follow()
    send_due()
    delivery = Delivery.objects.get()

    queue_again(delivery)
    send_due()

    assert receiver.ids == [delivery.message_id] * 2


def test_all_that_was_given_up_again(endpoint: WebhookEndpoint, receiver: Receiver) -> None:
    rows = changes(3)
    follow()
    Delivery.objects.filter(change__in=rows[:2]).update(status="failed", next_attempt_at=None)

    assert queue_failed(endpoint) == 2
    send_due()

    assert receiver.ids == [f"change-{row.pk}" for row in rows]


class TestCommand:
    def test_it_replays_for_one_endpoint_by_name_or_number(self, endpoint: WebhookEndpoint) -> None:
        first, _second = changes(2)
        for named in (endpoint.name, str(endpoint.pk)):
            out = StringIO()
            call_command("replay_webhooks", named, "--from", str(first.pk), stdout=out)
            assert out.getvalue() == f"{endpoint.pk} Partner portal: 2 messages are sent again\n"

    def test_without_a_name_all_active_ones_are_told(self, endpoint: WebhookEndpoint) -> None:
        WebhookEndpoint.objects.create(name="Off", url="https://example.org", active=False)
        first = change()
        out = StringIO()

        call_command("replay_webhooks", "--from", str(first.pk), stdout=out)

        assert "Partner portal" in out.getvalue()
        assert "Off" not in out.getvalue()

    def test_mistakes_are_named(self, endpoint: WebhookEndpoint) -> None:
        row = change()
        with pytest.raises(CommandError, match="There is no endpoint 'Nobody'"):
            call_command("replay_webhooks", "Nobody", "--from", str(row.pk))
        with pytest.raises(CommandError, match=f"the log reaches from 1 to {row.pk}"):
            call_command("replay_webhooks", "--from", str(row.pk + 1))


def test_a_receiver_that_fails_during_a_replay_gets_the_rest_later(
    endpoint: WebhookEndpoint, receiver: Receiver
) -> None:
    rows = changes(4)
    receiver.always = status(500)

    replayed(endpoint, receiver, rows[0].pk)

    assert Delivery.objects.filter(status="pending").count() == 4
