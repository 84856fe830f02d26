"""Noticing what others save: drafts and rows, workflows, translations, locales."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import WorkflowState, get_translatable_models
from wagtail_localize.models import StringTranslation, Translation

from cms.publishing.projection import observe

from .collecting import note, note_strings
from .rows import is_work

TOLD = frozenset(
    {"draft_title", "has_unpublished_changes", "latest_revision", "live", "locale", "title", "translation_key"}
)
"""Fields of rows that targets tell something of; those of which entries' names are made come with a whole save."""


def connect() -> None:
    """Called once, when Django starts."""
    observe(note)
    for model in get_translatable_models(include_subclasses=True):
        post_save.connect(_row_saved, sender=model, dispatch_uid="translation.targets")
        post_delete.connect(_row_deleted, sender=model, dispatch_uid="translation.targets")
    for signal in (post_save, post_delete):
        signal.connect(_workflow_changed, sender=WorkflowState, dispatch_uid="translation.targets")
        signal.connect(_string_changed, sender=StringTranslation, dispatch_uid="translation.targets")
        signal.connect(_translation_changed, sender=Translation, dispatch_uid="translation.targets")


def _row_saved(instance: Any, update_fields: Any = None, raw: bool = False, **kwargs: Any) -> None:
    if not raw and is_work(instance) and (update_fields is None or not TOLD.isdisjoint(update_fields)):
        note([instance.translation_key])


def _row_deleted(instance: Any, **kwargs: Any) -> None:
    if is_work(instance):
        note([instance.translation_key])


def _workflow_changed(instance: WorkflowState, raw: bool = False, **kwargs: Any) -> None:
    row = None if raw else instance.content_object
    if row is not None and is_work(row):
        note([row.translation_key])


def _string_changed(instance: StringTranslation, raw: bool = False, **kwargs: Any) -> None:
    """wagtail-localize has loaded the context, if there is one."""
    if not raw and instance.context_id is not None:
        note_strings([instance.context.object_id])


def _translation_changed(instance: Translation, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        note([instance.source.object_id])
