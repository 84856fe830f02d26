"""What keeps people from changing or publishing a target, asked on the server wherever it is done."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import connection
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.models import Locale, LockableMixin, TaskState, TranslatableMixin, WorkflowMixin
from wagtail_localize.models import Translation, TranslationSource

from .basis import published_digest
from .errors import LockedTranslationError, TranslationError
from .models import Submission
from .permissions import may

APPROVE = "approve"
"""What Wagtail's tasks call the action."""


class StoppedTranslationError(TranslationError):
    """The target is no longer made from strings; making it from them would overwrite what was written by hand."""

    def __init__(self, title: str, locale: Locale) -> None:
        super().__init__(
            _("“%(title)s” is no longer translated text by text into %(language)s. Resume the translation first.")
            % {"title": title, "language": locale.get_display_name()}
        )


class SourceIsGoneError(TranslationError):
    """The original was deleted while somebody translated it."""

    def __init__(self, title: str, locale: Locale) -> None:
        super().__init__(
            _("The original of “%(title)s” was deleted, so nothing can be made in %(language)s. All texts are kept.")
            % {"title": title, "language": locale.get_display_name()}
        )


class InModerationError(TranslationError):
    """Publishing would end a moderation that others are waiting for."""

    def __init__(self, title: str, locale: Locale, step: str) -> None:
        super().__init__(
            _("“%(title)s” is in moderation in %(language)s. Approve the step “%(step)s” to publish it.")
            % {"title": title, "language": locale.get_display_name(), "step": step}
        )


class NotTheDraftError(TranslationError):
    """What was translated is a draft of the source that nobody has published."""

    def __init__(self, title: str, locale: Locale) -> None:
        super().__init__(
            _(
                "“%(title)s” in %(language)s translates a draft of the original that is not published. "
                "Only who may publish the original may publish this translation before it."
            )
            % {"title": title, "language": locale.get_display_name()}
        )


def require(user: Any, action: str, row: Model) -> None:
    """Raises PermissionDenied unless the user (None: the system) may "change" or "publish" the row."""
    if user is not None and not may(user, action, row):
        raise PermissionDenied


def refuse_stopped(translation: Translation) -> None:
    """Raises StoppedTranslationError for a translation that was stopped."""
    if not translation.enabled:
        raise StoppedTranslationError(translation.source.object_repr, translation.target_locale)


def source_row(source: TranslationSource, locale: Locale) -> Any:
    """The row that `source` was submitted from. Raises SourceIsGoneError when it was deleted meanwhile."""
    try:
        return source.get_source_instance()
    except ObjectDoesNotExist as error:
        raise SourceIsGoneError(source.object_repr, locale) from error


def refuse_locked(target: Any, locale: Locale, user: Any) -> None:
    """Raises LockedTranslationError when a lock or a running moderation keeps the user from changing `target`."""
    lock = target.get_lock() if isinstance(target, LockableMixin) else None
    if lock is not None and user is not None and lock.for_user(user):
        raise LockedTranslationError(str(target), locale, lock)


def hold_row(row: Any) -> Any:
    """The row as it is stored now; nobody can lock it, or begin its moderation, before the transaction ends."""
    return held(type(row), pk=row.pk) or row


def held(model: type[Model], **named: Any) -> Any | None:
    """As `hold_row`, for a row that is found by these values; None when there is none."""
    rows = model._base_manager.filter(**named)
    if connection.in_atomic_block:
        rows = rows.select_for_update(no_key=True)  # what points to the row may still be added
    return rows.first()


def running_step(target: Any) -> TaskState | None:
    """The step of the moderation that the target is in."""
    return target.current_workflow_task_state if isinstance(target, WorkflowMixin) else None


def may_approve(step: TaskState, target: Any, user: Any) -> bool:
    """Whether the user may approve this step of the target's moderation."""
    return any(name == APPROVE for name, _label, _modal in step.task.specific.get_actions(target, user))


def refuse_moderated(target: Any, locale: Locale) -> None:
    """Raises InModerationError while a moderation runs."""
    step = running_step(target)
    if step is not None:
        raise InModerationError(str(target), locale, step.task.name)


def refuse_unpublished_source(translation: Translation, user: Any) -> None:
    """Raises NotTheDraftError when what is translated is an unpublished draft that the user may not publish."""
    if user is None:
        return
    submission = Submission.objects.filter(source=translation.source, unpublished=True).first()
    if submission is None:
        return
    original = source_row(translation.source, translation.target_locale)
    if is_public(original, submission.digest) or may(user, "publish", original):
        return
    raise NotTheDraftError(translation.source.object_repr, translation.target_locale)


def is_public(original: TranslatableMixin, digest: str) -> bool:
    """Whether the text with this digest is what readers get from the original."""
    return bool(getattr(original, "live", True)) and published_digest(original) == digest
