"""What becomes ready after its release went out."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from cms.translation.errors import TranslationError
from cms.translation.models import Release, ReleaseMember
from cms.translation.permissions import may

from .holding import pending_membership


def publish_late(row: Any) -> None:
    """Publishes the latest draft of a member that was handed in after its release went out.

    Whoever planned the release has said so, if they still may; otherwise it waits for somebody who may publish it.
    Only for rows without a workflow: an approval publishes by itself.
    """
    member = pending_membership(row)
    if member is None or member.release.status != Release.Status.RELEASED:
        return
    planner = member.release.planned_by
    if planner is None or not planner.is_active or not may(planner, "publish", row):
        return
    try:
        with transaction.atomic():
            row.publish(row.latest_revision, user=planner, skip_permission_checks=True)
    except (TranslationError, PermissionDenied):
        return


def note_published(member: ReleaseMember | None, at: datetime | None = None) -> None:
    """Notes that a member is live, so that its release waits for it no longer."""
    if member is not None:
        member.published_at = at or timezone.now()
        member.save(update_fields=["published_at"])
