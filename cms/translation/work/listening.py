"""Turning what happens to translations into notifications."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from wagtail.models import TaskState, TranslatableMixin
from wagtail.signals import task_submitted
from wagtail_localize.models import Translation

from cms.translation import events
from cms.translation.models import Assignment, Comment, Notification, Release, Target

from . import recipients
from .telling import forget, tell

Kind = Notification.Kind


def connect() -> None:
    """Connects every receiver; called once, when Django starts."""
    for signal, receiver in (
        (events.assigned, _assigned),
        (events.source_changed, _source_changed),
        (events.handed_in, _handed_in),
        (events.translation_published, _published),
        (events.commented, _commented),
        (events.release_refused, _not_released),
        (task_submitted, _for_moderation),
    ):
        signal.connect(receiver, dispatch_uid=f"translation.tell.{receiver.__name__}")


def is_translation(row: Any) -> bool:
    """Whether the row is translated string by string."""
    return (
        isinstance(row, TranslatableMixin)
        and Translation.objects.filter(
            source__object_id=row.translation_key, target_locale_id=row.locale_id, enabled=True
        ).exists()
    )


def target_of(row: Any) -> Target | None:
    """What is known of the row as a translation."""
    key = {"translation_key": row.translation_key, "locale_id": row.locale_id}
    return Target.objects.filter(**key).select_related("locale", "content_type").first()


def _assigned(assignment: Assignment, user: Any, **kwargs: Any) -> None:
    target, translator = assignment.target_id, assignment.translator_id
    forget(Kind.ASSIGNED, target, except_for=translator)
    tell(Kind.ASSIGNED, {target: [translator]}, actor=user, text=assignment.note)


def _source_changed(translation_key: UUID, locales: Collection[int], user: Any, **kwargs: Any) -> None:
    targets = Target.objects.filter(translation_key=translation_key, locale__in=locales)
    tell(Kind.OUTDATED, recipients.translators_of(list(targets)), actor=user)


def _handed_in(translation: Translation, user: Any, **kwargs: Any) -> None:
    """Where there is no workflow; the steps of one are told as they begin."""
    row = translation.get_target_instance()
    if getattr(row, "current_workflow_state", None) is not None:
        return
    target = target_of(row)
    if target is not None:
        tell(Kind.FOR_REVIEW, {target.pk: recipients.publishers_of(row)}, actor=user)


def _for_moderation(instance: TaskState, user: Any = None, **kwargs: Any) -> None:
    """A step of a workflow begins, for whatever reason. `moderation_mails` keeps Wagtail from telling it as well."""
    row = instance.workflow_state.content_object
    if not is_translation(row):
        return
    target = target_of(row)
    if target is not None:
        tell(Kind.FOR_REVIEW, {target.pk: recipients.moderators_of(instance, row)}, actor=user)


def _published(translation: Translation, user: Any, **kwargs: Any) -> None:
    row = translation.get_target_instance()
    target = target_of(row)
    if target is not None:
        forget(Kind.FOR_REVIEW, target.pk)
        tell(Kind.PUBLISHED, {target.pk: recipients.responsible_for(target)}, actor=user)


def _commented(comment: Comment, **kwargs: Any) -> None:
    people = recipients.talking_about(comment)
    tell(Kind.COMMENTED, {comment.target_id: people}, actor=comment.author, text=comment.text)


def _not_released(release: Release, **kwargs: Any) -> None:
    """One message for the work, on the first target that was not ready."""
    codes = list(release.report)
    targets = list(Target.objects.filter(translation_key=release.translation_key).select_related("locale"))
    targets.sort(key=lambda target: target.locale.language_code not in codes)
    if targets:
        text = "\n".join(_sentences(release.report))
        planner = release.planned_by_id or recipients.submitter_of(targets[0])
        tell(Kind.NOT_RELEASED, {targets[0].pk: [planner]}, text=text)


def _sentences(report: dict[str, Any]) -> list[str]:
    sentences: list[str] = []
    for reasons in report.values():
        sentences += [str(reason) for reason in reasons] if isinstance(reasons, list) else [str(reasons)]
    return sentences
