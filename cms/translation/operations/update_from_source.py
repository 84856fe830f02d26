"""Handing over what a source says now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.utils.translation import gettext as _
from wagtail_localize.models import TranslationSource

from cms.core.works import source_of
from cms.translation.errors import NotTheSourceError, TranslationError
from cms.translation.handing_over import SourceUpdate
from cms.translation.handing_over.block import hold
from cms.translation.localize.submitted_text import store
from cms.translation.models import Submission
from cms.translation.permissions import SUBMIT

from .base import Operation


class SourceGoneError(TranslationError):
    """There is nothing to hand over."""

    def __init__(self, title: str) -> None:
        super().__init__(
            _("The original of “%(title)s” was deleted. Its translations and all their texts are kept.")
            % {"title": title}
        )


@dataclass(kw_only=True)
class UpdateFromSource(Operation[SourceUpdate]):
    """Gives the translators of all locales the text that the source has now.

    Translations that still fit go along to where their texts are, others are proposed for what replaced their texts,
    and all are kept. Neither the rows nor the drafts of targets change. Raises SourceGoneError and NotTheSourceError.
    """

    source: TranslationSource
    draft: bool = False
    """The latest draft of a live source in place of what is published. Of a source that is not live always the latest
    draft is taken."""

    def check(self) -> None:
        if self.user is not None and not self.user.has_perm(SUBMIT):
            raise PermissionDenied
        row = self.row()
        original = source_of(row)
        if original.pk != row.pk:
            raise NotTheSourceError(str(row), original.locale)

    def perform(self) -> SourceUpdate:
        hold(self.source)
        text, unpublished = text_of(self.row(), draft=self.draft)
        return store(self.source, text, user=self.user, unpublished=unpublished)

    def works(self) -> Iterable[UUID]:
        return [self.source.object_id]

    def row(self) -> Any:
        """The source as it is stored. Raises SourceGoneError."""
        try:
            return self.source.get_source_instance()
        except ObjectDoesNotExist as error:
            raise SourceGoneError(self.source.object_repr) from error


def hand_over(source: TranslationSource, user: Any = None) -> SourceUpdate:
    """Hands over what is published, or the draft that is being translated. Raises what `UpdateFromSource` does."""
    operation = UpdateFromSource(source=source, user=user)
    operation.draft = works_on_later_draft(source, operation.row())
    return operation.execute()


def text_of(row: Any, *, draft: bool) -> tuple[Any, bool]:
    """What of a source is handed over: its stored row or its latest draft, and whether that is unpublished."""
    live = getattr(row, "live", True)
    changed = getattr(row, "has_unpublished_changes", False)
    if row_has_draft(row) and (not live or (draft and changed)):
        return row.get_latest_revision_as_object(), True
    return row, not live


def row_has_draft(row: Any) -> bool:
    """Whether there is a revision to take a draft from."""
    return getattr(row, "latest_revision_id", None) is not None


def works_on_later_draft(source: TranslationSource, row: Any) -> bool:
    """Whether the translators of `source` were given a draft of it that is still not published."""
    given = Submission.objects.filter(source=source).values_list("unpublished", flat=True).first()
    return bool(given) and bool(getattr(row, "has_unpublished_changes", False))
