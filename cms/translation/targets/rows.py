"""The stored rows of works, whatever their model, read by one query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    BooleanField,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    Model,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast
from django.utils import translation
from wagtail.models import (
    DraftStateMixin,
    Page,
    TranslatableMixin,
    WorkflowState,
    get_page_models,
    get_translatable_models,
)

FIRST_HOME_DEPTH = 2
"""What lies above belongs to no locale."""


@dataclass(frozen=True, slots=True)
class Row:
    """A stored row of a work, in one locale."""

    key: UUID
    pk: int
    locale_id: int
    content_type_id: int
    live: bool
    alias: bool
    """A copy that Wagtail keeps the same as another page."""
    changed: bool
    """There is a draft that is later than what is published."""
    page_title: str
    draft_title: str
    """Of the latest revision, if there is one."""
    first_published_at: datetime | None
    last_published_at: datetime | None
    revised_at: datetime | None
    in_moderation: bool


@cache
def work_models() -> tuple[type[Model], ...]:
    """The models that hold works: `Page` (for all types of pages), and library entries that know drafts."""
    roots = {model.get_translation_model() for model in get_translatable_models(include_subclasses=True)}
    works = [model for model in roots if issubclass(model, DraftStateMixin)]
    return tuple(sorted(works, key=lambda model: str(model._meta.label)))


def is_work(row: Any) -> bool:
    """Whether it is a page or library entry that has targets."""
    return isinstance(row, TranslatableMixin) and isinstance(row, DraftStateMixin)


def is_work_model(model: type[Model]) -> bool:
    """Whether works can be of this very model; there are pages of no type of their own only in Wagtail's examples."""
    translatable = issubclass(model, TranslatableMixin) and issubclass(model, DraftStateMixin)
    return translatable and (not issubclass(model, Page) or model in get_page_models()) and not _is_base(model)


def _is_base(model: type[Model]) -> bool:
    return model is Page or any(issubclass(other, model) for other in get_page_models() if other is not model)


def rows_of(keys: Sequence[UUID]) -> dict[UUID, list[Row]]:
    """The rows of each work, the source first."""
    first, *others = (_rows(model, Q(translation_key__in=keys)) for model in work_models())
    rows: defaultdict[UUID, list[Row]] = defaultdict(list)
    for values in first.union(*others, all=True) if others else first:
        row = Row(*values)
        rows[row.key].append(row)
    return {key: sorted(found, key=lambda row: row.pk) for key, found in rows.items()}


def keys_of_all() -> set[UUID]:
    """The translation keys of all works."""
    return {
        key for model in work_models() for key in _works(model).values_list("translation_key", flat=True).distinct()
    }


def titles_of(sources: Iterable[Row]) -> dict[UUID, str]:
    """What each source calls itself in the admin: its draft's title, where there is one.

    One query for each model of library entries among them: only a loaded entry knows its name.
    """
    titles: dict[UUID, str] = {}
    by_type: defaultdict[int, list[Row]] = defaultdict(list)
    for source in sources:
        title = source.page_title or (source.draft_title if source.changed else "")
        if title:
            titles[source.key] = title
        else:
            by_type[source.content_type_id].append(source)
    with translation.override(settings.LANGUAGE_CODE):
        for content_type_id, rows in by_type.items():
            model = ContentType.objects.get_for_id(content_type_id).model_class()
            entries = _with_relations(model).in_bulk([row.pk for row in rows]) if model else {}
            titles |= {row.key: str(entries[row.pk]) for row in rows if row.pk in entries}
    return titles


def _with_relations(model: type[Model]) -> QuerySet[Any]:
    """With the entries that an entry's name may be made of, but no revisions."""
    names = [
        field.name
        for field in model._meta.concrete_fields
        if field.many_to_one
        and isinstance(field.related_model, type)
        and issubclass(field.related_model, TranslatableMixin)
    ]
    manager = model._default_manager
    return manager.select_related(*names) if names else manager.all()


def _works(model: type[Model]) -> QuerySet[Any]:
    manager = model._default_manager
    return (manager.filter(depth__gte=FIRST_HOME_DEPTH) if issubclass(model, Page) else manager.all()).order_by()


def _rows(model: type[Model], wanted: Q) -> QuerySet[Any, Any]:
    is_page = issubclass(model, Page)
    content_type = ContentType.objects.get_for_model(model)
    in_moderation = WorkflowState.objects.filter(
        base_content_type=content_type,
        object_id=Cast(OuterRef("pk"), CharField()),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return (
        _works(model)
        .filter(wanted)
        .values_list(
            F("translation_key"),
            F("pk"),
            F("locale_id"),
            F("content_type_id") if is_page else Value(content_type.pk, output_field=IntegerField()),
            F("live"),
            ExpressionWrapper(Q(alias_of__isnull=False) if is_page else Q(pk__isnull=True), BooleanField()),
            F("has_unpublished_changes"),
            F("draft_title") if is_page else Value("", output_field=CharField()),
            Value("", output_field=TextField()) if is_page else F("latest_revision__object_str"),
            F("first_published_at"),
            F("last_published_at"),
            F("latest_revision_created_at") if is_page else F("latest_revision__created_at"),
            Exists(in_moderation),
        )
    )
