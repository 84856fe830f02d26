"""Publishing a target straight from its strings: one draft, one save of the row, one run of everything that follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail.signal_handlers import disable_reference_index_auto_update, reference_index_auto_update_disabled
from wagtail_localize.models import Translation

from cms.core.facts import copy_facts, take_over_facts
from cms.core.models.projected import Projected
from cms.core.models.row_order import number_rows

from .basis import known_text
from .drafts import ingest, note_draft, submitted_text
from .errors import InvalidTranslationError
from .texts import texts_with_translations


def can_be_published_at_once(row: Any) -> bool:
    """Whether the row goes live now; otherwise its draft has to be stored first, and waits."""
    go_live_at = getattr(row, "go_live_at", None)
    later = go_live_at is not None and go_live_at > timezone.now()
    return isinstance(row, Projected) and not getattr(row, "alias_of_id", None) and not later


def publish_strings(translation: Translation, row: Any, user: Any) -> Any:
    """Makes a draft of the strings and publishes it; returns the row as it is stored then.

    `row` is the target as it is stored, held by this transaction. An error leaves the transaction unusable: whoever
    opened it has to roll it back. Raises InvalidTranslationError and what keeps a draft from being published.
    """
    source, locale = translation.source, translation.target_locale
    source.specific_content_type = ContentType.objects.get_for_id(source.specific_content_type_id)
    original = submitted_text(source, locale)
    with _without_savepoints(), _indexed_once():
        before = _load_children(row)
        try:
            stored = _as_stored(row) if getattr(original, "live", False) and isinstance(original, Page) else None
            draft = ingest(source, original, row, locale)
            if stored is not None:
                copy_facts(stored, draft)
            else:
                take_over_facts(draft)
            draft.facts_are_current = True
            number_rows(draft)
            if not isinstance(draft, Page):
                draft.full_clean()  # a page does this whenever it is saved
            revision = _store_revision(draft, user)
            draft.save = _save_with_few_queries(draft, before)
            note_draft(source, original, draft, None)
            text = texts_with_translations(source, locale.pk)
            with known_text(draft, translation, text):
                draft.publish(revision, user=user, skip_permission_checks=True)
            del draft.save, draft.facts_are_current
        except ValidationError as error:
            raise InvalidTranslationError(str(original), locale, error) from error
        if not reference_index_is_off() and ReferenceIndex.model_is_indexable(type(draft)):
            ReferenceIndex.create_or_update_for_object(draft)
    return draft


def _store_revision(draft: Any, user: Any) -> Revision:
    """The draft's revision. The row itself is saved once, when it is published."""
    revision = Revision.objects.create(
        content_object=draft,
        base_content_type=draft.get_base_content_type(),
        user=user,
        content=draft.serializable_data(),
        object_str=str(draft),
    )
    draft.latest_revision = revision
    if isinstance(draft, Page):
        draft.latest_revision_created_at = revision.created_at
        draft.draft_title = draft.title
    revision.as_object = lambda: draft
    return revision


def _load_children(row: Any) -> set[str]:
    """Reads all child rows once, to be kept in memory. Returns the relations that have any."""
    if not isinstance(row, ClusterableModel):
        return set()
    names = [relation.get_accessor_name() for relation in get_all_child_relations(row)]
    children = {name: list(getattr(row, name).all()) for name in names}
    row._cluster_related_objects = children
    return {name for name, rows in children.items() if rows}


def _save_with_few_queries(draft: Any, before: set[str]) -> Callable[..., None]:
    """A `save` for which relations without rows cost no query, and after which child rows stay in memory."""

    def save(*args: Any, **kwargs: Any) -> None:
        children = dict(getattr(draft, "_cluster_related_objects", {}))
        draft._cluster_related_objects = {name: rows for name, rows in children.items() if rows or name in before}
        type(draft).save(draft, *args, **kwargs)
        draft._cluster_related_objects = children

    return save


def _as_stored(row: Any) -> Any:
    """The row as it is stored, for its facts: those of a live source are in every stored row of its work."""
    stored = copy(row)
    stored._cluster_related_objects = dict(row._cluster_related_objects)
    return stored


@contextmanager
def _without_savepoints() -> Iterator[None]:
    """Within one operation nothing is rolled back by halves, so its many nested blocks need no savepoints."""
    current: Any = transaction.get_connection()
    if "_savepoint_allowed" in vars(current):
        yield
        return
    current._savepoint_allowed = lambda: False  # as on databases that have none, which Django provides for
    try:
        yield
    finally:
        del current._savepoint_allowed


def reference_index_is_off() -> bool:
    """Whether somebody further out has switched the reference index off."""
    return bool(getattr(reference_index_auto_update_disabled, "outer", False))


@contextmanager
def _indexed_once() -> Iterator[None]:
    """Wagtail's reference index is brought up to date at the end, from what is in memory."""
    if getattr(reference_index_auto_update_disabled, "value", False):
        reference_index_auto_update_disabled.outer = True
        try:
            yield
        finally:
            del reference_index_auto_update_disabled.outer
        return
    with disable_reference_index_auto_update():
        yield
