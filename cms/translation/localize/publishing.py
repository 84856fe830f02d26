"""Every way to publish a row leads through here: Wagtail's editor, approval, bulk actions, the schedule, its API."""

from typing import Any

from wagtail.actions.publish_revision import PublishPermissionError, PublishRevisionAction
from wagtail.models import TranslatableMixin
from wagtail_localize.models import Translation

from cms.publishing.projection import publication
from cms.translation import events
from cms.translation.basis import translation_of
from cms.translation.completeness import refuse_gaps
from cms.translation.permissions import may
from cms.translation.refusals import hold_row, refuse_locked, refuse_moderated, refuse_unpublished_source
from cms.translation.releases.holding import refuse_held
from cms.translation.releases.late import note_published

_execute = PublishRevisionAction.execute


def execute(self: PublishRevisionAction, skip_permission_checks: bool = False) -> Any:
    """Replaces `PublishRevisionAction.execute`.

    What was scheduled has passed the checks before; it goes live whatever happened to strings and moderation since.
    Editions are built once at the end, when it is known what was translated from what.
    """
    with publication():
        row = self.object
        translation = member = None
        if isinstance(row, TranslatableMixin):
            member = refuse_held(row)
            if self.user is not None and not skip_permission_checks and not may(self.user, "publish", row):
                raise PublishPermissionError("You do not have permission to publish this in this language.")
            translation = translation_of(row)
        if translation is not None and translation.source.locale_id == row.locale_id:
            translation = None
        if translation is not None:
            if self.revision.approved_go_live_at:
                row._current_workflow_states = []  # where Wagtail looks for a moderation to cancel
            else:
                _check(translation, row, self.user)
        result = _execute(self, skip_permission_checks=skip_permission_checks)
        if row.live:
            note_published(member)
        if translation is not None and row.live:
            events.translation_published.send(sender=type(row), translation=translation, user=self.user)
        return result


def _check(translation: Translation, draft: Any, user: Any) -> None:
    stored = hold_row(draft)
    refuse_locked(stored, translation.target_locale, user)
    refuse_moderated(stored, translation.target_locale)
    refuse_unpublished_source(translation, user)
    refuse_gaps(translation, draft)
