"""Every way to publish a row leads through here: Wagtail's editor, approval, bulk actions, the schedule, its API."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from wagtail.actions.publish_revision import PublishPermissionError, PublishRevisionAction
from wagtail.models import TranslatableMixin
from wagtail_localize.models import Translation

from cms.publishing.projection import publication
from cms.translation import events
from cms.translation.basis import known_gaps, known_of, translation_of
from cms.translation.completeness import refuse_gaps
from cms.translation.models import ReleaseMember
from cms.translation.permissions import may
from cms.translation.refusals import hold_row, refuse_locked, refuse_moderated, refuse_unpublished_source
from cms.translation.releases.holding import refuse_held
from cms.translation.releases.late import note_published

_execute = PublishRevisionAction.execute


@dataclass(frozen=True, slots=True)
class _Checked:
    row: Any
    translation: Translation
    member: ReleaseMember | None


_checked: ContextVar[_Checked | None] = ContextVar("checked_for_publishing", default=None)


@contextmanager
def checked(row: Any, translation: Translation, member: ReleaseMember | None) -> Iterator[None]:
    """Within, what was just made of `row` is published, which an operation has checked and keeps from changing."""
    token = _checked.set(_Checked(row, translation, member))
    try:
        yield
    finally:
        _checked.reset(token)


def execute(self: PublishRevisionAction, skip_permission_checks: bool = False) -> Any:
    """Replaces `PublishRevisionAction.execute`.

    What was scheduled has passed the checks before; it goes live whatever happened to strings and moderation since.
    Editions are built once at the end, when it is known what was translated from what.
    """
    with publication():
        row = self.object
        known = _checked.get()
        gaps: list[tuple[str, str]] | None
        if known is not None and known.row is row:
            translation, member = known.translation, known.member
            made_of = known_of(row)
            gaps = refuse_gaps(translation, row, texts=made_of.text if made_of else None)
        else:
            translation, member, gaps = _check(self, skip_permission_checks=skip_permission_checks)
        with known_gaps(row, translation, gaps) if translation is not None and gaps is not None else nullcontext():
            result = _execute(self, skip_permission_checks=skip_permission_checks)
        if row.live and not _is_put_off(row):
            note_published(member)
            if translation is not None:
                events.translation_published.send(sender=type(row), translation=translation, user=self.user)
        return result


def _is_put_off(row: Any) -> bool:
    """Whether a row was given a later time, until when readers keep what they have."""
    return bool(row.go_live_at and row.go_live_at > timezone.now())


def _check(
    action: PublishRevisionAction, *, skip_permission_checks: bool
) -> tuple[Translation | None, ReleaseMember | None, list[tuple[str, str]] | None]:
    """The translation (of a target) and the place in a release of what is published, and its gaps if they are known."""
    row = action.object
    if not isinstance(row, TranslatableMixin):
        return None, None, None
    member = refuse_held(row)
    if action.user is not None and not skip_permission_checks and not may(action.user, "publish", row):
        raise PublishPermissionError("You do not have permission to publish this in this language.")
    translation = translation_of(row)
    if translation is None or translation.source.locale_id == row.locale_id:
        return None, member, None
    if action.revision.approved_go_live_at:
        row._current_workflow_states = []  # where Wagtail looks for a moderation to cancel
        return translation, member, None
    stored = hold_row(row)
    refuse_locked(stored, translation.target_locale, action.user)
    refuse_moderated(stored, translation.target_locale)
    refuse_unpublished_source(translation, action.user)
    return translation, member, refuse_gaps(translation, row)
