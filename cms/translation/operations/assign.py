"""Saying who translates a target, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import log

from cms.translation import events
from cms.translation.errors import TranslationError
from cms.translation.models import Assignment, Target
from cms.translation.work.allowed import may_assign, may_translate
from cms.translation.work.rows import Rows, rows_of

from .base import Operation

ASSIGNED = "translation.assign"
UNASSIGNED = "translation.unassign"


class NoTranslatorError(TranslationError):
    """The person could not write the target's text."""

    def __init__(self, translator: Any, target: Target) -> None:
        super().__init__(
            _("%(person)s cannot translate “%(title)s” into %(language)s.")
            % {
                "person": get_user_display_name(translator),
                "title": target.title,
                "language": target.locale.get_display_name(),
            }
        )


class PastDueDateError(TranslationError):
    """Nobody can keep a date that has gone by."""

    def __init__(self, due: date) -> None:
        super().__init__(
            _("%(date)s has passed. Choose a later day, or none.") % {"date": date_format(due, "SHORT_DATE_FORMAT")}
        )


class TakenError(TranslationError):
    """Somebody else translates it, and only editors can change that."""

    def __init__(self, assignment: Assignment) -> None:
        super().__init__(
            _("%(person)s already translates “%(title)s” into %(language)s.")
            % {
                "person": get_user_display_name(assignment.translator),
                "title": assignment.target.title,
                "language": assignment.target.locale.get_display_name(),
            }
        )


@dataclass(kw_only=True)
class AssignTranslation(Operation[Assignment]):
    """Gives a target to a translator, in place of whoever had it.

    For those who may change the source or publish the target. Translators may take what nobody has, for themselves.
    Nothing happens, and nobody is told, where it is already so.
    """

    target: Target
    translator: Any
    due: date | None = None
    note: str = ""

    def check(self) -> None:
        rows = rows_of(self.target)
        if not may_assign(self.user, self.target, rows):
            self._refuse_others(rows)
        if not may_translate(self.translator, self.target, rows):
            raise NoTranslatorError(self.translator, self.target)
        current = _assignment_of(self.target)
        unchanged = current is not None and current.due == self.due
        if self.due is not None and self.due < timezone.localdate() and not unchanged:
            raise PastDueDateError(self.due)

    def _refuse_others(self, rows: Rows) -> None:
        """Lets translators take what is free, and change what they took themselves."""
        if self.translator != self.user or not may_translate(self.user, self.target, rows):
            raise PermissionDenied
        current = _assignment_of(self.target)
        if current is None or (current.translator == self.user and current.assigned_by == self.user):
            return
        if current.translator == self.user:
            raise PermissionDenied
        raise TakenError(current)

    def perform(self) -> Assignment:
        Target.objects.select_for_update().get(pk=self.target.pk)
        self.check()  # again: two translators may take the same target at the same moment
        note = self.note.strip()
        current = _assignment_of(self.target)
        if current and (current.translator, current.due, current.note) == (self.translator, self.due, note):
            return current
        assignment, _created = Assignment.objects.update_or_create(
            target=self.target,
            defaults={
                "translator": self.translator,
                "due": self.due,
                "note": note,
                "assigned_by": self.user,
                "assigned_at": timezone.now(),
            },
        )
        _log(self.target, ASSIGNED, self.user, assignment)
        events.assigned.send(sender=Assignment, assignment=assignment, user=self.user)
        return assignment

    def works(self) -> Iterable[UUID]:
        return [self.target.translation_key]


@dataclass(kw_only=True)
class UnassignTranslation(Operation[Assignment | None]):
    """Takes a target from its translator, who may also give it back. Returns what it was; None if nobody had it."""

    target: Target

    def check(self) -> None:
        if may_assign(self.user, self.target):
            return
        current = _assignment_of(self.target)
        if current is None or current.translator != self.user:
            raise PermissionDenied

    def perform(self) -> Assignment | None:
        assignment = _assignment_of(self.target)
        if assignment is not None:
            _log(self.target, UNASSIGNED, self.user, assignment)
            Assignment.objects.filter(pk=assignment.pk).delete()
        return assignment

    def works(self) -> Iterable[UUID]:
        return [self.target.translation_key]


def _assignment_of(target: Target) -> Assignment | None:
    related = ("translator", "assigned_by", "target__locale")
    return Assignment.objects.filter(target=target).select_related(*related).first()


def _log(target: Target, action: str, user: Any, assignment: Assignment) -> None:
    """In the history of the target's row; of the source's as long as there is none."""
    rows = rows_of(target)
    instance = rows.target or rows.source
    if instance is not None:
        log(
            instance=instance,
            action=action,
            user=user,
            data={
                "translator": get_user_display_name(assignment.translator),
                "locale": target.locale.language_code,
                "due": assignment.due.isoformat() if assignment.due else None,
            },
        )
