"""Keeping Wagtail from sending e-mails of its own about what our notifications tell.

Wagtail writes to moderators within the request, in plain text, whatever their settings for translations say. About
translations that are translated string by string it now says nothing when they are submitted, and nothing when an
approval published them. Rejections, and everything about other rows, it tells as before.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wagtail.admin.mail import (
    GroupApprovalTaskStateSubmissionEmailNotifier,
    Notifier,
    WorkflowStateApprovalEmailNotifier,
    WorkflowStateSubmissionEmailNotifier,
)
from wagtail.models import WorkflowState

from .listening import is_translation

CanHandle = Callable[..., bool]


def replace_mails() -> None:
    """Called once, when Django starts."""
    _silence(GroupApprovalTaskStateSubmissionEmailNotifier, lambda state: is_translation(_row(state.workflow_state)))
    _silence(WorkflowStateSubmissionEmailNotifier, lambda state: is_translation(_row(state)))
    _silence(WorkflowStateApprovalEmailNotifier, _published_translation)


def _silence(notifier: type[Notifier], told_by_us: Callable[[Any], bool]) -> None:
    upstream: CanHandle = notifier.can_handle

    def can_handle(self: Notifier, instance: Any, **kwargs: Any) -> bool:
        return bool(upstream(self, instance, **kwargs)) and not told_by_us(instance)

    notifier.can_handle = can_handle


def _row(state: WorkflowState) -> Any:
    return state.content_object


def _published_translation(state: WorkflowState) -> bool:
    """An approval in a release publishes nothing yet: that one is Wagtail's to tell."""
    row = _row(state)
    if not is_translation(row):
        return False
    approved = state.current_task_state.revision_id
    return type(row)._default_manager.filter(pk=row.pk, live=True, live_revision=approved).exists()
