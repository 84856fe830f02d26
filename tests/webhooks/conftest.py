from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from cms.webhooks import conf
from cms.webhooks.models import WebhookEndpoint
from tests.webhooks.receiver import Receiver, running_receiver


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
