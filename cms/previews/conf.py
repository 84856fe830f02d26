"""The previews' settings, read once. A wrong value stops the start with a sentence that says what to do.

| setting | default | meaning |
|---|---|---|
| `HEADLESS_PREVIEW_URL` | `""` | front end that shows drafts; `{locale}` stands for the draft's |
| `HEADLESS_PREVIEW_MINUTES` | `60` | how long a token that the preview panel gave to the front end can be used |
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class PreviewSettings:
    """See the table above."""

    front_end: str
    """Empty where drafts are shown by this site itself."""
    lifetime: timedelta
    """Of a token of the preview panel."""

    def front_end_address(self, token: str, locale: str, **more: str) -> str:
        """Where the front end shows the draft behind a token."""
        address = self.front_end.replace("{locale}", locale)
        joint = "&" if "?" in address else "?"
        return f"{address}{joint}{urlencode({**more, 'token': token})}"


@cache
def load() -> PreviewSettings:
    """The settings as they were at the start. Raises ImproperlyConfigured.

    Tests that change one call `load.cache_clear()`.
    """
    minutes = getattr(settings, "HEADLESS_PREVIEW_MINUTES", 60)
    if not isinstance(minutes, int) or not 1 <= minutes <= DAY:
        raise ImproperlyConfigured(f"HEADLESS_PREVIEW_MINUTES is {minutes!r}: set it to minutes from 1 to {DAY}.")
    return PreviewSettings(
        front_end=_front_end(getattr(settings, "HEADLESS_PREVIEW_URL", "")), lifetime=timedelta(minutes=minutes)
    )


def _front_end(address: str) -> str:
    if not address:
        return ""
    parts = urlsplit(address.replace("{locale}", "xx"))
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.fragment:
        raise ImproperlyConfigured(
            f"HEADLESS_PREVIEW_URL is {address!r}: write the complete address of the front end's preview page, "
            "such as https://front.example.org/{locale}/preview."
        )
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise ImproperlyConfigured(
            f"HEADLESS_PREVIEW_URL is {address!r}: drafts leave this machine over https only. Begin it with https://."
        )
    return address
