"""The settings of e-mails about translations, read once. A wrong value stops the start with a sentence.

| setting | default | meaning |
|---|---|---|
| `TRANSLATION_DIGEST_HOUR` | `7` | the hour, in the recipient's own time zone, of e-mails that come once a day |
| `TRANSLATION_NOTIFICATION_DAYS` | `90` | what was sent is forgotten after so many days |
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True, slots=True)
class MailSettings:
    """See the table above."""

    digest_hour: int
    keep: timedelta


@cache
def load() -> MailSettings:
    """The settings as they were at the start. Raises ImproperlyConfigured.

    Tests that change one call `load.cache_clear()`.
    """
    return MailSettings(
        digest_hour=_number("TRANSLATION_DIGEST_HOUR", least=0, most=23),
        keep=timedelta(days=_number("TRANSLATION_NOTIFICATION_DAYS", least=1, most=3650)),
    )


def _number(name: str, *, least: int, most: int) -> int:
    value: Any = getattr(settings, name)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ImproperlyConfigured(f"{name} is {value!r}: set it to a whole number from {least} to {most}.")
    return value
