"""While a release is open, none of its members is published by itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import TranslatableMixin

from cms.translation.errors import TranslationError
from cms.translation.models import Release, ReleaseMember

OPEN = (Release.Status.WAITING, Release.Status.REFUSED)

_releasing: ContextVar[int | None] = ContextVar("release_being_carried_out", default=None)


class HeldForReleaseError(TranslationError):
    """The row is to go live together with other locales, not before them."""

    def __init__(self, row: Any, release: Release) -> None:
        self.release = release
        values = {"title": str(row), "language": row.locale.get_display_name()}
        if release.go_live_at is None:
            message = _(
                "“%(title)s” in %(language)s is held for being published together with other languages. "
                "To publish it alone, cancel the joint publication first."
            )
        else:
            message = _(
                "“%(title)s” in %(language)s is held for being published together with other languages (%(time)s). "
                "To publish it alone, cancel the joint publication first."
            )
            values["time"] = date_format(timezone.localtime(release.go_live_at), "SHORT_DATETIME_FORMAT")
        super().__init__(message % values)


@contextmanager
def releasing(release: Release) -> Iterator[None]:
    """Within, the members of this release are published."""
    token = _releasing.set(release.pk)
    try:
        yield
    finally:
        _releasing.reset(token)


def pending_membership(row: TranslatableMixin) -> ReleaseMember | None:
    """The row's place in a release that has yet to publish it: an open one, or one that went out without it."""
    return (
        ReleaseMember.objects.filter(
            Q(release__status__in=OPEN) | Q(release__status=Release.Status.RELEASED),
            release__translation_key=row.translation_key,
            locale_id=row.locale_id,
            published_at=None,
        )
        .select_related("release__planned_by")
        .order_by("-release__planned_at", "-pk")
        .first()
    )


def is_held(member: ReleaseMember | None) -> bool:
    """Whether the member's release is open, and not just being carried out."""
    return member is not None and member.release.status in OPEN and member.release_id != _releasing.get()


def refuse_held(row: TranslatableMixin) -> ReleaseMember | None:
    """Raises HeldForReleaseError for a member of an open release, unless that is just being carried out."""
    member = pending_membership(row)
    if member is not None and is_held(member):
        raise HeldForReleaseError(row, member.release)
    return member


def note_ready(row: Any) -> None:
    """Notes that the row's latest draft was approved, or handed in where there is no workflow."""
    member = pending_membership(row)
    if member is not None:
        member.ready_revision_id = row.latest_revision_id
        member.save(update_fields=["ready_revision"])
