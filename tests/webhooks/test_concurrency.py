"""Several workers at once."""

from __future__ import annotations

import threading
from collections import Counter

import pytest
from django.db import connection

from cms.webhooks.models import Delivery, WebhookEndpoint
from cms.webhooks.sending import send_due
from tests.webhooks.log import changes, follow
from tests.webhooks.receiver import Handler, Receiver, status

pytestmark = [pytest.mark.transactions, pytest.mark.django_db(transaction=True)]


def in_threads(count: int) -> None:
    """Runs so many senders, each on a connection of its own."""
    failures: list[BaseException] = []

    def run() -> None:
        try:
            while send_due():
                pass
        except BaseException as error:  # noqa: BLE001 - told below
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


@pytest.mark.postgresql
def test_every_message_is_sent_by_one_of_several_workers(receiver: Receiver, local_receivers: None) -> None:
    endpoints = [WebhookEndpoint.objects.create(name=f"Endpoint {n}", url=f"{receiver.url}&n={n}") for n in range(6)]
    rows = changes(25)
    follow()

    in_threads(4)

    sent = Counter((received.path, received.id) for received in receiver.received)
    assert len(sent) == 25 * len(endpoints)
    assert set(sent.values()) == {1}
    for number in range(6):
        ids = [received.id for received in receiver.received if received.path.endswith(f"n={number}")]
        assert ids == [f"change-{row.pk}" for row in rows]
    assert not Delivery.objects.exclude(status="delivered").exists()


def test_no_transaction_is_open_while_a_receiver_is_waited_for(endpoint: WebhookEndpoint, receiver: Receiver) -> None:
    """Somebody else can write to the same rows meanwhile."""
    changes(1)
    follow()
    written: list[int] = []

    def write_meanwhile(handler: Handler) -> None:
        try:
            written.append(WebhookEndpoint.objects.filter(pk=endpoint.pk).update(name="Renamed meanwhile"))
        finally:
            connection.close()
        status(200)(handler)

    receiver.always = write_meanwhile
    send_due()

    endpoint.refresh_from_db()
    assert written == [1]
    assert endpoint.name == "Renamed meanwhile"
    assert Delivery.objects.get().status == "delivered"
