"""The settings of feeds and open data, read once. A wrong value stops the start with a sentence that says what to do.

| setting | default | meaning |
|---|---|---|
| `OPEN_DATA_LICENCE` | `""` | address of the licence under which the data may be used; "": none is named |
"""

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True, slots=True)
class FeedsSettings:
    """See the table above."""

    licence: str


@cache
def load() -> FeedsSettings:
    """The settings as they were at the start. Raises ImproperlyConfigured.

    Tests that change one call `load.cache_clear()`.
    """
    licence = getattr(settings, "OPEN_DATA_LICENCE", "")
    if licence and (urlsplit(licence).scheme not in ("http", "https") or not urlsplit(licence).netloc):
        raise ImproperlyConfigured(
            f"OPEN_DATA_LICENCE is {licence!r}: set it to the licence's full address, such as "
            "https://creativecommons.org/licenses/by/4.0/, or leave it empty."
        )
    return FeedsSettings(licence=licence)
