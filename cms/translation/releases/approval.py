"""What happens at the end of a moderation. Wagtail imports this while its own models are being loaded."""

from typing import Any


def publish_or_hold(workflow_state: Any, user: Any = None) -> None:
    """Publishes what was approved, as Wagtail does; a member of an open release is ready from now on, and waits.

    The setting WAGTAIL_FINISH_WORKFLOW_ACTION names it.
    """
    from wagtail.models import TranslatableMixin
    from wagtail.workflows import publish_workflow_state

    from cms.publishing.projection import publication
    from cms.translation.basis import translation_of
    from cms.translation.completeness import refuse_gaps

    from .holding import is_held, note_ready, pending_membership

    with publication():
        row = workflow_state.content_object
        if not isinstance(row, TranslatableMixin) or not is_held(pending_membership(row)):
            publish_workflow_state(workflow_state, user=user)
            return
        translation = translation_of(row)
        if translation is not None and translation.source.locale_id != row.locale_id:
            refuse_gaps(translation, row.get_latest_revision_as_object())
        note_ready(row)
