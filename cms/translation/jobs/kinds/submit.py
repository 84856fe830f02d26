"""Submitting works for translation."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from wagtail_localize.models import Translation

from cms.translation.models import Job, JobItem, Submission, Target
from cms.translation.operations.submit import SubmitForTranslation

from ..options import JobOptions
from .base import DONE, NOTHING, GoneError, JobKind, Outcome, source_row


class SubmitKind(JobKind):
    """An item is a work in one locale: what is refused in one (it is written by hand there) is done in the others."""

    name = Job.Kind.SUBMIT
    per_locale = True

    def concerned(self, targets: QuerySet[Target], options: JobOptions) -> QuerySet[Target]:
        return targets.filter(locale__in=options.locales)

    def run(self, item: JobItem, options: JobOptions, user: Any) -> Outcome:
        if item.locale is None:
            raise GoneError(item.title)
        row = source_row(item)
        before = _standing(item, row)
        SubmitForTranslation(source=row, locales=[item.locale], draft=options.draft, user=user).execute()
        return NOTHING if before is not None and before == _standing(item, row) else DONE


def _standing(item: JobItem, source: Any) -> tuple[datetime | None, int | None] | None:
    """Which text the translators of the locale have, and its row; None where it is not submitted."""
    submitted = Translation.objects.filter(
        source__object_id=item.translation_key,
        source__locale_id=source.locale_id,
        target_locale_id=item.locale_id,
        enabled=True,
    )
    if not submitted.exists():
        return None
    text = Submission.objects.filter(source__object_id=item.translation_key, source__locale_id=source.locale_id)
    rows = type(source)._default_manager.filter(translation_key=item.translation_key, locale_id=item.locale_id)
    return text.values_list("at", flat=True).first(), rows.values_list("pk", flat=True).first()
