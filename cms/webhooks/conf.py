"""The webhooks' settings, read once. A wrong value stops the start with a sentence that says what to do.

| setting | default | meaning |
|---|---|---|
| `WEBHOOKS_ALLOW_PRIVATE_NETWORKS` | `False` | receivers may have loopback, private and other non-public addresses |
| `WEBHOOKS_ALLOW_HTTP` | `False` | receivers may be reached without TLS |
| `WEBHOOKS_TIMEOUT` | `15` | seconds for one attempt, from connecting to the last byte of the answer |
| `WEBHOOKS_RETRY_DELAYS` | two days in ten steps | seconds before each further attempt; up to a tenth is added |
| `WEBHOOKS_SENDERS` | `8` | endpoints that a worker sends to at the same time |
| `WEBHOOKS_KEEP_DAYS` | `30` | finished deliveries are erased from the log after so many days |
| `WEBHOOKS_NOTIFY` | `[]` | who is told when an endpoint is paused; empty: every active superuser |
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """See the table above."""

    allow_private_networks: bool
    allow_http: bool
    timeout: float
    retry_delays: tuple[int, ...]
    senders: int
    keep: timedelta
    notify: tuple[str, ...]


@cache
def load() -> WebhookSettings:
    """The settings as they were at the start. Raises ImproperlyConfigured.

    Tests that change one call `load.cache_clear()`.
    """
    return WebhookSettings(
        allow_private_networks=bool(settings.WEBHOOKS_ALLOW_PRIVATE_NETWORKS),
        allow_http=bool(settings.WEBHOOKS_ALLOW_HTTP),
        timeout=_number("WEBHOOKS_TIMEOUT", least=1, most=120),
        retry_delays=_delays(settings.WEBHOOKS_RETRY_DELAYS),
        senders=_number("WEBHOOKS_SENDERS", least=1, most=64),
        keep=timedelta(days=_number("WEBHOOKS_KEEP_DAYS", least=1, most=3650)),
        notify=tuple(settings.WEBHOOKS_NOTIFY),
    )


def _number(name: str, *, least: int, most: int) -> int:
    value: Any = getattr(settings, name)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ImproperlyConfigured(f"{name} is {value!r}: set it to a whole number from {least} to {most}.")
    return value


def _delays(value: Sequence[int]) -> tuple[int, ...]:
    delays = tuple(value)
    if not delays or any(isinstance(delay, bool) or not isinstance(delay, int) or delay < 1 for delay in delays):
        raise ImproperlyConfigured(
            f"WEBHOOKS_RETRY_DELAYS is {value!r}: write the seconds before each further attempt as whole numbers, "
            "such as 5,60,300,1800."
        )
    return delays
