"""What is done with a whole translation: keep a draft, hand it in, publish it, decide about it, withdraw it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from cms.translation.operations.hand_in import HandInTranslation
from cms.translation.operations.publish import PublishTranslation
from cms.translation.operations.save_draft import SaveDraftTranslation
from cms.translation.operations.withdraw import WithdrawTranslation
from cms.translation.refusals import running_step

Action = Callable[[Translation, Any, str], str]
"""Takes the translation, the user and a remark; returns what was done, with `%(title)s` and `%(language)s`."""

REJECT = "reject"
"""What Wagtail's tasks call the action."""


def keep(translation: Translation, user: Any, remark: str) -> str:
    """Makes a draft of the strings."""
    SaveDraftTranslation(translation=translation, user=user).execute()
    return _("The draft of “%(title)s” in %(language)s was saved.")


def hand_in(translation: Translation, user: Any, remark: str) -> str:
    """Hands a complete translation in."""
    HandInTranslation(translation=translation, user=user).execute()
    if running_step(translation.get_target_instance()) is None:
        return _("“%(title)s” in %(language)s is finished and waits to be published.")
    return _("“%(title)s” in %(language)s was submitted for moderation.")


def make_public(translation: Translation, user: Any, remark: str) -> str:
    """Publishes a complete translation; while it is in moderation, by approving it."""
    return _published(translation, user, partially=False) or _("“%(title)s” was published in %(language)s.")


def make_partly_public(translation: Translation, user: Any, remark: str) -> str:
    """Publishes a translation with gaps in its body, in which readers see the source's text."""
    return _published(translation, user, partially=True) or _(
        "“%(title)s” was published in %(language)s, partly in the language of its source."
    )


def request_changes(translation: Translation, user: Any, remark: str) -> str:
    """Hands what is in moderation back to the translator, with a remark."""
    target = translation.get_target_instance()
    step = running_step(target)
    task: Any = step.task.specific if step is not None else None
    if step is None or all(name != REJECT for name, _label, _modal in task.get_actions(target, user)):
        raise PermissionDenied
    task.on_action(step, user, REJECT, comment=remark)
    return _("“%(title)s” in %(language)s was handed back to be changed.")


def take_back(translation: Translation, user: Any, remark: str) -> str:
    """Ends the moderation, for whoever handed it in or may decide about it."""
    target = translation.get_target_instance()
    state = target.current_workflow_state
    if state is None or not state.user_can_cancel(user):
        raise PermissionDenied
    state.cancel(user=user)
    return _("“%(title)s” in %(language)s is no longer in moderation.")


def withdraw(translation: Translation, user: Any, remark: str) -> str:
    """Takes the translation off the site."""
    WithdrawTranslation(translation=translation, user=user).execute()
    return _("“%(title)s” is no longer published in %(language)s. Its texts are kept.")


ACTIONS: dict[str, Action] = {
    "draft": keep,
    "submit": hand_in,
    "publish": make_public,
    "publish-partially": make_partly_public,
    "approve": make_public,
    REJECT: request_changes,
    "cancel": take_back,
    "withdraw": withdraw,
}
"""By the value of the form's button `action`."""


def _published(translation: Translation, user: Any, *, partially: bool) -> str:
    """Publishes or approves. Returns what happened where it did not go live at once, or ""."""
    was_moderated = running_step(translation.get_target_instance()) is not None
    PublishTranslation(translation=translation, user=user, partially=partially).execute()
    return _("“%(title)s” was approved in %(language)s.") if was_moderated else ""
