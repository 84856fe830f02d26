"""What must not be set where people work."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

IMMEDIATE = Error(
    "TRANSLATION_JOBS_IMMEDIATE is set.",
    hint="Jobs would be done while the person who orders them waits. It is for single tests, which set it while they "
    "run; remove it from the settings.",
    id="translation.E001",
)


def jobs_wait_for_the_worker(**kwargs: Any) -> list[CheckMessage]:
    """Refuses to start where jobs would be done immediately."""
    return [IMMEDIATE] if settings.TRANSLATION_JOBS_IMMEDIATE else []
