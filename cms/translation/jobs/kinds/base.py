"""What all kinds of jobs have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple
from uuid import UUID

from django.db.models import F, Model, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.translation.errors import TranslationError
from cms.translation.models import Job, JobItem, Target
from cms.translation.permissions import SUBMIT

from ..options import JobOptions


class GoneError(TranslationError):
    """What was selected was deleted before its turn came."""

    def __init__(self, title: str) -> None:
        super().__init__(_("“%(title)s” is no longer there.") % {"title": title})


class NotSubmittedError(TranslationError):
    """There is no translation to do anything with."""

    def __init__(self, title: str) -> None:
        super().__init__(_("“%(title)s” is not submitted for translation.") % {"title": title})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an item."""

    status: JobItem.Status
    message: str = ""


DONE = Outcome(JobItem.Status.DONE)
NOTHING = Outcome(JobItem.Status.NOTHING)


class ItemValues(NamedTuple):
    """One item to be, as the database lists it."""

    content_type_id: int
    translation_key: UUID
    locale_id: int | None
    title: str


class JobKind(ABC):
    """What the items of such a job are, who may order it, and how an item is done."""

    name: ClassVar[Job.Kind]
    per_locale: ClassVar[bool] = False
    """Whether an item is a work in one locale; otherwise it is the whole work."""

    @abstractmethod
    def concerned(self, targets: QuerySet[Target], options: JobOptions) -> QuerySet[Target]:
        """Those of the selected targets that such a job has anything to do with."""

    @abstractmethod
    def run(self, item: JobItem, options: JobOptions, user: Any) -> Outcome:
        """Does one item, within a transaction. Raises TranslationError, PermissionDenied or ValidationError."""

    def may_order(self, user: Any) -> bool:
        """Whether it makes sense to offer it to the user at all; what they may touch is asked for each item."""
        return bool(user.has_perm(SUBMIT))

    def items(self, targets: QuerySet[Target], options: JobOptions) -> list[ItemValues]:
        """The items in the order in which they are dealt with: pages along the tree, parents first, then entries.

        One query.
        """
        path = Page.objects.filter(pk=OuterRef("source_pk"), translation_key=OuterRef("translation_key"))
        columns = ["content_type_id", "translation_key", "title", "path", "sort_key"]
        order: list[Any] = [F("path").asc(nulls_last=True), "content_type_id", "sort_key", "translation_key"]
        if self.per_locale:
            columns.append("locale_id")
            order.append("locale_id")
        rows = (
            self.concerned(targets, options)
            .annotate(path=Subquery(path.values("path")[:1]))
            .order_by(*order)
            .values_list(*columns)
            .distinct()
        )
        return [ItemValues(row[0], row[1], row[5] if self.per_locale else None, row[2]) for row in rows]


def source_row(item: JobItem) -> Any:
    """The stored row in which the item's work was first written. Raises GoneError."""
    model: type[Model] | None = item.content_type.model_class()
    manager: Any = model._default_manager if model is not None else None
    row = (
        manager and manager.filter(translation_key=item.translation_key).select_related("locale").order_by("pk").first()
    )
    if row is None:
        raise GoneError(item.title)
    return row


def translation_of_item(item: JobItem) -> Translation:
    """wagtail-localize's record of the item's work in the item's locale. Raises GoneError or NotSubmittedError."""
    source = source_row(item)
    translation = (
        Translation.objects.filter(
            source__object_id=item.translation_key,
            source__locale_id=source.locale_id,
            target_locale_id=item.locale_id,
            enabled=True,
        )
        .select_related("source", "target_locale")
        .first()
    )
    if translation is None:
        raise NotSubmittedError(item.title)
    return translation
