"""Assigning targets to a translator."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cms.translation.errors import TranslationError
from cms.translation.models import Assignment, Job, JobItem, Target
from cms.translation.operations.assign import AssignTranslation

from ..options import JobOptions
from .base import DONE, NOTHING, GoneError, JobKind, Outcome


class NoSuchTranslatorError(TranslationError):
    """The account was deleted or closed before the item's turn came."""

    def __init__(self) -> None:
        super().__init__(_("The translator’s account is no longer there, or is closed."))


class AssignKind(JobKind):
    """An item is a work in one locale."""

    name = Job.Kind.ASSIGN
    per_locale = True

    def may_order(self, user: Any) -> bool:
        return bool(user.has_perm("wagtailadmin.access_admin"))

    def concerned(self, targets: QuerySet[Target], options: JobOptions) -> QuerySet[Target]:
        wanted = targets.filter(locale__in=options.locales)
        return wanted.exclude(state=Target.State.CURRENT, proposals=0, words_left=0) if options.unfinished else wanted

    def run(self, item: JobItem, options: JobOptions, user: Any) -> Outcome:
        target = (
            Target.objects.filter(translation_key=item.translation_key, locale_id=item.locale_id or 0)
            .select_related("locale", "source_locale", "content_type")
            .first()
        )
        if target is None:
            raise GoneError(item.title)
        translator = get_user_model()._default_manager.filter(pk=options.translator or 0, is_active=True).first()
        if translator is None:
            raise NoSuchTranslatorError
        same = Assignment.objects.filter(
            target=target, translator=translator, due=options.due, note=options.note.strip()
        )
        if same.exists():
            return NOTHING
        AssignTranslation(target=target, translator=translator, due=options.due, note=options.note, user=user).execute()
        return DONE
