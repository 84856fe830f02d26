"""Releases whose time has come."""

from datetime import datetime

from django.db.models import QuerySet

from cms.publishing.schedule import Due, register
from cms.translation.models import Release


def due_releases(now: datetime) -> QuerySet[Release]:
    """Those to be carried out. What was not ready in time is not tried again: people decide about it."""
    return Release.objects.filter(status=Release.Status.WAITING, go_live_at__lte=now).order_by("go_live_at")


def _carry_out(release: Release) -> None:
    from cms.translation.operations.publish_together import carry_out

    carry_out(release)


def connect() -> None:
    """Has the worker carry them out; called once, when Django starts."""
    register(Due(rows=due_releases, action=_carry_out))
