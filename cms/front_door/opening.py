"""Whether there is a front door.

| setting | default | meaning |
|---|---|---|
| `FRONT_DOOR_MEGABYTES` | `32` | memory for finished answers in each worker process; 0: no front door |
"""

from __future__ import annotations

from wsgiref.types import WSGIApplication

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


def with_front_door(application: WSGIApplication) -> WSGIApplication:
    """The application behind a front door, or as it is where the settings want none. Raises ImproperlyConfigured."""
    megabytes = getattr(settings, "FRONT_DOOR_MEGABYTES", 32)
    if not isinstance(megabytes, int) or megabytes < 0:
        raise ImproperlyConfigured(f"FRONT_DOOR_MEGABYTES is {megabytes!r}: set it to a whole number, 0 for no memory.")
    if not megabytes:
        return application
    # Only now, when Django is set up, are there models and collections.
    from .door import FrontDoor
    from .log_head import LogHead, LookAtDatabase
    from .memory import Memory

    return FrontDoor(application, LogHead(LookAtDatabase()), Memory(megabytes * 1_000_000))
