"""Handing over the source's new text."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail_localize.models import TranslationSource

from cms.translation.localize.submitted_text import copy_of, says_the_same
from cms.translation.models import Job, JobItem, Submission, Target
from cms.translation.operations.update_from_source import UpdateFromSource, text_of

from ..options import JobOptions
from .base import DONE, NOTHING, JobKind, NotSubmittedError, Outcome, source_row


class UpdateKind(JobKind):
    """An item is a work with all the locales that it is translated into."""

    name = Job.Kind.UPDATE

    def concerned(self, targets: QuerySet[Target], options: JobOptions) -> QuerySet[Target]:
        return targets.filter(by_strings=True)

    def run(self, item: JobItem, options: JobOptions, user: Any) -> Outcome:
        row = source_row(item)
        source = TranslationSource.objects.filter(object_id=item.translation_key, locale_id=row.locale_id).first()
        if source is None:
            raise NotSubmittedError(item.title)
        operation = UpdateFromSource(source=source, draft=options.draft, user=user)
        operation.check()
        if _is_handed_over(source, row, draft=options.draft):
            return NOTHING
        operation.execute()
        return DONE


def _is_handed_over(source: TranslationSource, row: Any, *, draft: bool) -> bool:
    row = getattr(row, "specific", row)
    text, unpublished = text_of(row, draft=draft)
    same = says_the_same(source, copy_of(text))
    return same and Submission.objects.filter(source=source, unpublished=unpublished).exists()
