from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation
from pytest_django.fixtures import Settings

from cms.core.models import User
from cms.webhooks import conf
from cms.webhooks.models import Delivery, WebhookEndpoint
from cms.webhooks.sending import send_due
from tests.webhooks.log import change, follow
from tests.webhooks.receiver import Receiver, running_receiver, status


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """What is said is compared in the language it is written in."""
    with translation.override("en"):
        yield


@pytest.fixture
def client() -> Client:
    """A browser that prefers English."""
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A receiver on this machine."""
    with running_receiver() as running:
        yield running


@pytest.fixture
def webhook_settings(settings: Settings) -> Iterator[Callable[..., None]]:
    """Changes settings of webhooks, named without their prefix and in lower case."""

    def change(**values: Any) -> None:
        for name, value in values.items():
            setattr(settings, f"WEBHOOKS_{name.upper()}", value)
        conf.load.cache_clear()

    conf.load.cache_clear()
    yield change
    conf.load.cache_clear()


@pytest.fixture
def local_receivers(webhook_settings: Callable[..., None]) -> None:
    """Receivers may be on this machine, without TLS."""
    webhook_settings(allow_private_networks=True, allow_http=True, timeout=1)


@pytest.fixture
def endpoint(receiver: Receiver, local_receivers: None, db: None) -> WebhookEndpoint:
    """An endpoint that wants to be told of everything."""
    return WebhookEndpoint.objects.create(name="Partner portal", url=receiver.url)


@pytest.fixture
def admin(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


@pytest.fixture
def told(endpoint: WebhookEndpoint, receiver: Receiver) -> Delivery:
    """A message that the receiver first refused, then took."""
    receiver.behaviours.append(status(500, b"<b>no space left</b>"))
    change()
    follow()
    send_due()
    Delivery.objects.update(next_attempt_at=timezone.now())
    send_due()
    return Delivery.objects.get()
