"""The stored row of a target, with all that tells whether it may be changed."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Locale, Revision, WorkflowMixin, WorkflowState
from wagtail_localize.models import Translation

from cms.translation.errors import TranslationError


class TargetIsGoneError(TranslationError):
    """The target was deleted while somebody translated it."""

    def __init__(self, title: str, locale: Locale) -> None:
        super().__init__(
            _("“%(title)s” was deleted in %(language)s. All texts are kept: submit it again to go on.")
            % {"title": title, "language": locale.get_display_name()}
        )


def target_row(translation: Translation) -> Any:
    """The row that `translation` is about, read with one query. Raises TargetIsGoneError.

    A row without a schedule or a moderation knows that it has none: asking for its lock costs no further queries.
    """
    model: Any = ContentType.objects.get_for_id(translation.source.specific_content_type_id).model_class()
    base = (model._meta.get_parent_list() or [model])[-1]
    of_row = {
        "base_content_type": ContentType.objects.get_for_model(base, for_concrete_model=False),
        "object_id": Cast(OuterRef("pk"), CharField()),
    }
    rows = model._default_manager.annotate(
        has_schedule=Exists(Revision.objects.filter(approved_go_live_at__isnull=False, **of_row)),
        has_workflow_state=Exists(WorkflowState.objects.active().filter(**of_row)),
    )
    row = rows.filter(translation_key=translation.source.object_id, locale_id=translation.target_locale_id).first()
    if row is None:
        raise TargetIsGoneError(translation.source.object_repr, translation.target_locale)
    if isinstance(row, DraftStateMixin) and not row.has_schedule:
        row.scheduled_revision = None
    if isinstance(row, WorkflowMixin) and not row.has_workflow_state:
        row._current_workflow_states = []
    row.locale = translation.target_locale
    return row
