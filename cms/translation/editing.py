"""What translators do with a whole translation: keep a draft, hand it in, publish it."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import TaskState, TranslatableMixin, WorkflowMixin, WorkflowState
from wagtail_localize.models import Translation

from .basis import translation_of
from .errors import NoWorkflowError, TranslationError
from .localize.completeness import refuse_gaps
from .localize.saving import publish, save_draft

Action = Callable[[Translation, Any], str]

APPROVE = "approve"


def keep(translation: Translation, user: Any) -> str:
    """Makes a draft of the strings."""
    save_draft(translation, user)
    return _("The draft of “%(title)s” in %(language)s was saved.")


def hand_in(translation: Translation, user: Any) -> str:
    """Makes a draft and starts (or resumes) its workflow. An incomplete translation is refused."""
    refuse_gaps(translation, save_draft(translation, user).as_object())
    target = translation.get_target_instance()
    workflow = target.get_workflow() if isinstance(target, WorkflowMixin) else None
    if workflow is None:
        raise NoWorkflowError(str(target))
    state = target.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user=user)
    elif state is None:
        workflow.start(target, user)
    return _("“%(title)s” in %(language)s was submitted for moderation.")


def make_public(translation: Translation, user: Any) -> str:
    """Publishes a complete translation; while it is in moderation, by approving it."""
    target = translation.get_target_instance()
    task_state = target.current_workflow_task_state if isinstance(target, WorkflowMixin) else None
    if task_state is None or not _may_approve(task_state, target, user):
        publish(translation, user)
        return _("“%(title)s” was published in %(language)s.")
    refuse_gaps(translation, save_draft(translation, user).as_object())
    task_state.task.specific.on_action(task_state, user, APPROVE)
    return _("“%(title)s” was approved in %(language)s.")


def _may_approve(task_state: TaskState, target: Any, user: Any) -> bool:
    actions = task_state.task.specific.get_actions(target, user)
    return any(name == APPROVE for name, _label, _modal in actions)


def make_partly_public(translation: Translation, user: Any) -> str:
    """Publishes a translation with gaps in its body, in which readers see the source's text."""
    publish(translation, user, partially=True)
    return _("“%(title)s” was published in %(language)s, partly in the language of its source.")


ACTIONS: dict[str, Action] = {
    "draft": keep,
    "submit": hand_in,
    "publish": make_public,
    "publish-partially": make_partly_public,
}


def act_on_translation(request: HttpRequest, row: Any) -> HttpResponse | None:
    """Carries out the posted action where `row` is a target that is translated string by string.

    Runs before wagtail-localize's own editor, which would publish whatever there is.
    """
    action = ACTIONS.get(request.POST.get("action", ""))
    if request.method != "POST" or action is None or not isinstance(row, TranslatableMixin):
        return None
    if getattr(row, "alias_of_id", None):
        return None
    translation = translation_of(row)
    if translation is None:
        return None
    try:
        with transaction.atomic():
            done = action(translation, request.user)
    except TranslationError as error:
        messages.error(request, str(error))
    else:
        language = translation.target_locale.get_display_name()
        messages.success(request, done % {"title": str(translation.get_target_instance()), "language": language})
    return redirect(request.path)
