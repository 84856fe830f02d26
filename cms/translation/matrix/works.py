"""The rows of the matrix."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Count, F, Min, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.expressions import OrderBy
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from wagtail.models import Page

from cms.translation.admin.addresses import edit_address
from cms.translation.models import Assignment, Target

from .access import Reach

TITLE, LEFT, SINCE, DUE = "title", "words_left", "since", "due"
ORDERS = {
    TITLE: Min("sort_key"),
    LEFT: Sum("words_left"),
    SINCE: Min("state_since"),
    DUE: Min("assignment__due"),
}


_EVERYWHERE = 0
"""No locale's id."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Of the works that were found, into one language."""

    locale_id: int
    words: int
    words_left: int

    @property
    def translated(self) -> int:
        """Words."""
        return self.words - self.words_left

    @property
    def percent(self) -> int:
        """0 to 100; 100 only when nothing is left."""
        if not self.words_left:
            return 100
        return min(99, self.translated * 100 // max(self.words, 1))


@dataclass(frozen=True, slots=True)
class Cell:
    """One work in one language."""

    target: Target
    assignment: Assignment | None
    url: str
    """Where it is translated; empty where there is nothing yet, or whoever looks may not."""
    changes_url: str
    """What has changed in the source; empty where nothing has."""
    overdue: bool

    @property
    def counted(self) -> bool:
        """Whether it is known how many words there are to translate."""
        return bool(self.target.words) and (self.target.by_strings or self.target.state == Target.State.NONE)


@dataclass(slots=True)
class Work:
    """A row of the matrix."""

    key: UUID
    content_type_id: int
    title: str
    type: str
    source_locale_id: int
    source_url: str
    """Its editor; empty for those who may not use it."""
    cells: dict[int, Cell] = field(default_factory=dict)
    """By the locale's id."""

    @property
    def value(self) -> str:
        """Names the work in forms."""
        return f"{self.content_type_id}:{self.key}"


class Works:
    """The works of targets that were found, in an order. Sliced like a list; a slice takes two queries."""

    ordered = True
    """For Django's paginator."""

    def __init__(self, found: QuerySet[Target], ordering: str, user: Any) -> None:
        self.found = found.order_by()
        self._ordering = ordering
        self._reach = Reach(user)

    def count(self) -> int:
        """How many works."""
        return self._totals[0]

    def __len__(self) -> int:
        return self._totals[0]

    def __iter__(self) -> Iterator[Work]:
        return iter(self[:])

    def __getitem__(self, wanted: slice) -> list[Work]:
        keys = list(self._keys()[wanted])
        works = self._read(keys)
        return [works[key] for key in keys if key in works]

    def progress(self) -> dict[int, Progress]:
        """By the locale's id."""
        return self._totals[1]

    @cached_property
    def _totals(self) -> tuple[int, dict[int, Progress]]:
        """How many works, and how much of them is translated: one query."""
        works = (
            self.found.annotate(everywhere=Value(_EVERYWHERE, output_field=BigIntegerField()))
            .values("everywhere")
            .annotate(works=Count("translation_key", distinct=True), nothing=Value(0, output_field=BigIntegerField()))
        )
        words = (
            self.found.annotate(everywhere=Cast("locale_id", BigIntegerField()))
            .values("everywhere")
            .annotate(
                works=Sum("words", output_field=BigIntegerField()),
                nothing=Sum("words_left", output_field=BigIntegerField()),
            )
        )
        count, progress = 0, {}
        for locale_id, number, left in words.values_list("everywhere", "works", "nothing").union(
            works.values_list("everywhere", "works", "nothing"), all=True
        ):
            if locale_id == _EVERYWHERE:
                count = number
            else:
                progress[locale_id] = Progress(locale_id, number, left)
        return count, progress

    def _keys(self) -> QuerySet[Target, UUID]:
        name = self._ordering.removeprefix("-")
        first = OrderBy(F("first"), descending=self._ordering.startswith("-"), nulls_last=True)
        return (
            self.found.values("translation_key")
            .annotate(first=ORDERS[name], then=Min("sort_key"))
            .order_by(first, "then", "translation_key")
            .values_list("translation_key", flat=True)
        )

    def _read(self, keys: Sequence[UUID]) -> dict[UUID, Work]:
        place = Page.objects.order_by().values("path")
        targets = (
            Target.objects.filter(translation_key__in=keys)
            .select_related("assignment__translator", "locale")
            .annotate(
                row_path=Subquery(place.filter(pk=OuterRef("row_pk"))),
                source_path=Subquery(place.filter(pk=OuterRef("source_pk"))),
            )
        )
        by_work: defaultdict[UUID, list[Target]] = defaultdict(list)
        for target in targets:
            by_work[target.translation_key].append(target)
        return {key: self._work(found) for key, found in by_work.items()}

    def _work(self, targets: Sequence[Any]) -> Work:
        first = targets[0]
        model = ContentType.objects.get_for_id(first.content_type_id).model_class()
        editable = self._reach.edits(first.content_type_id, first.source_locale_id, first.source_path)
        return Work(
            key=first.translation_key,
            content_type_id=first.content_type_id,
            title=first.title,
            type=capfirst(str(model._meta.verbose_name)) if model else "",
            source_locale_id=first.source_locale_id,
            source_url=edit_address(model, first.source_pk) if model and editable else "",
            cells={target.locale_id: self._cell(target, model) for target in targets},
        )

    def _cell(self, target: Any, model: Any) -> Cell:
        editable = (
            model is not None
            and target.row_pk is not None
            and self._reach.edits(target.content_type_id, target.locale_id, target.row_path)
        )
        assignment: Assignment | None = getattr(target, "assignment", None)
        return Cell(
            target=target,
            assignment=assignment,
            url=edit_address(model, target.row_pk) if editable else "",
            changes_url=changes_address(target) if has_changed(target) else "",
            overdue=is_overdue(assignment),
        )


def has_changed(target: Target) -> bool:
    """Whether the source says something else than what is published here in translation, or was submitted."""
    return target.behind or target.state == Target.State.OUTDATED


def changes_address(target: Target) -> str:
    """Where it is shown what has changed in the source since it was translated."""
    return reverse("translation_changes", args=[target.translation_key, target.locale.language_code])


def is_overdue(assignment: Assignment | None, today: date | None = None) -> bool:
    """Whether the translation should have been done before today."""
    return bool(assignment and assignment.due and assignment.due < (today or timezone.localdate()))
