"""When a notification is sent, and when it is tried again."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from cms.translation.models import NotificationSettings

from . import conf

Delivery = NotificationSettings.Delivery

BUNDLING = timedelta(minutes=1)
"""How long “at once” waits, so that what happens together comes in one e-mail."""
LEASE = timedelta(minutes=10)
"""After so long without a result, another worker takes over what one had begun to send."""
DELAYS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 2 * 60, 6 * 60, 12 * 60, 24 * 60, 24 * 60))
"""Before each further attempt: almost three days in all."""


def delivery_of(user: Any) -> str:
    """When the user wants e-mails. Read `translation_notifications` along with the user."""
    found = getattr(user, "translation_notifications", None)
    return found.delivery if found else Delivery.AT_ONCE


def due_at(user: Any, now: datetime) -> datetime | None:
    """When the user is to learn of something that happens now; None: never, by e-mail."""
    delivery = delivery_of(user)
    if delivery == Delivery.NEVER:
        return None
    return next_digest(now, time_zone_of(user)) if delivery == Delivery.DAILY else now + BUNDLING


def next_digest(now: datetime, time_zone: ZoneInfo) -> datetime:
    """The next time that it is the hour for daily e-mails in that time zone."""
    local = now.astimezone(time_zone)
    hour = time(conf.load().digest_hour)
    today = datetime.combine(local.date(), hour, time_zone)
    if today.astimezone(ZoneInfo("UTC")) > now:
        return today.astimezone(ZoneInfo("UTC"))
    return datetime.combine(local.date() + timedelta(days=1), hour, time_zone).astimezone(ZoneInfo("UTC"))


def time_zone_of(user: Any) -> ZoneInfo:
    """The one in the user's account settings, or the site's."""
    profile = getattr(user, "wagtail_userprofile", None)
    try:
        return ZoneInfo((profile and profile.current_time_zone) or settings.TIME_ZONE)
    except (KeyError, ValueError):  # a zone that this machine does not know
        return ZoneInfo(settings.TIME_ZONE)


def retry_at(attempts: int) -> datetime | None:
    """When to try again after so many attempts; None: not any more."""
    return timezone.now() + DELAYS[attempts - 1] if attempts <= len(DELAYS) else None
