"""Assigning, comments, the inbox, and the settings of e-mails."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from cms.translation.operations.assign import ASSIGNED, UNASSIGNED


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """How assignments stand in the history of a page or library entry."""

    @actions.register_action(ASSIGNED)
    class AssignedFormatter(LogFormatter):
        label = gettext_lazy("Assign translation")

        def format_message(self, log_entry: Any) -> str:
            return _("Assigned the translation to %(person)s") % {"person": log_entry.data.get("translator", "")}

    @actions.register_action(UNASSIGNED)
    class UnassignedFormatter(LogFormatter):
        label = gettext_lazy("Take translation back")

        def format_message(self, log_entry: Any) -> str:
            return _("Took the translation from %(person)s") % {"person": log_entry.data.get("translator", "")}
