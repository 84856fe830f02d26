"""The API's settings, read once. A wrong value stops the start with a sentence that says what to do.

| setting | default | meaning |
|---|---|---|
| `CONTENT_API_THROTTLE` | `"1200/min"` | requests per address: `<number>/<sec, min, hour or day>`; "": no limit |
| `CONTENT_API_KEY_THROTTLE` | `"6000/min"` | requests per API key that has no limit of its own; "": no limit |
| `CONTENT_API_PROXIES` | `0` | trusted proxies in front that add to `X-Forwarded-For` |
"""

import re
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

_SECONDS = {"sec": 1, "min": 60, "hour": 3600, "day": 86400}


@dataclass(frozen=True, slots=True)
class Throttle:
    """So many requests in so many seconds."""

    requests: int
    seconds: int


@dataclass(frozen=True, slots=True)
class ApiSettings:
    """See the table above."""

    throttle: Throttle | None
    key_throttle: Throttle | None
    proxies: int


@cache
def load() -> ApiSettings:
    """The settings as they were at the start. Raises ImproperlyConfigured.

    Tests that change one call `load.cache_clear()`.
    """
    proxies = getattr(settings, "CONTENT_API_PROXIES", 0)
    if not isinstance(proxies, int) or proxies < 0:
        raise ImproperlyConfigured(f"CONTENT_API_PROXIES is {proxies!r}: set it to the number of proxies, 0 for none.")
    return ApiSettings(
        throttle=_throttle("CONTENT_API_THROTTLE", "1200/min"),
        key_throttle=_throttle("CONTENT_API_KEY_THROTTLE", "6000/min"),
        proxies=proxies,
    )


def parse_throttle(rate: str) -> Throttle:
    """The limit that is written like `1200/min`. Raises ValueError."""
    match = re.fullmatch(r"([1-9][0-9]{0,8})/(sec|min|hour|day)", rate)
    if match is None:
        raise ValueError(rate)
    return Throttle(requests=int(match[1]), seconds=_SECONDS[match[2]])


def _throttle(name: str, default: str) -> Throttle | None:
    rate = getattr(settings, name, default)
    if not rate:
        return None
    try:
        return parse_throttle(rate)
    except ValueError:
        raise ImproperlyConfigured(
            f"{name} is {rate!r}: write it as a number, a slash and sec, min, hour or day, "
            "such as 1200/min, or leave it empty for no limit."
        ) from None
