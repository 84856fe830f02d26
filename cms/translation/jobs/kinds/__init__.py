"""The kinds of jobs, one module each."""

from __future__ import annotations

from typing import Any

from cms.translation.models import Job
from cms.translation.permissions import SUBMIT

from .assign import AssignKind
from .base import ItemValues, JobKind, Outcome
from .publish import PublishKind
from .submit import SubmitKind
from .update import UpdateKind

KINDS: dict[str, JobKind] = {
    kind.name.value: kind for kind in (SubmitKind(), UpdateKind(), PublishKind(), AssignKind())
}
"""Every kind by the value that `Job.kind` holds."""


def kinds_for(user: Any) -> list[Job.Kind]:
    """The kinds that are offered to the user."""
    return [kind.name for kind in KINDS.values() if kind.may_order(user)]


def may_order_any(user: Any) -> bool:
    """Whether anything is offered to the user, found cheaply: for menus."""
    return bool(user.has_perm(SUBMIT))


__all__ = ["KINDS", "ItemValues", "JobKind", "Outcome", "kinds_for", "may_order_any"]
