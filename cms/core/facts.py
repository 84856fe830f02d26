"""Facts: what is the same in every locale of a work.

A model names its facts once. From that follow what translators cannot change (`override_translatable_fields`), what
saving the live source copies to every target and its open drafts, and what a target takes over when it is saved.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.functional import classproperty
from modelcluster.fields import ParentalKey
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from .works import rows_of_work, source_of


class Facts:
    """Gives a translatable model its list of facts. A base class of pages, library entries and child rows with text.

    A child relation named as a fact has the same rows in every locale. Rows without text of their own are copied
    whole; rows that are translatable themselves are matched by translation key and keep their text.
    """

    facts: ClassVar[tuple[str, ...]] = ()

    @classproperty
    def override_translatable_fields(cls) -> list[SynchronizedField]:  # noqa: N805 - a property of the class
        """wagtail-localize's view of the facts: copied from the source, never translated, never overridden."""
        model: Any = cls
        names = (name for name in model.facts if not _has_own_text(model._meta.get_field(name)))
        return [SynchronizedField(name, overridable=False) for name in names]


def copy_facts(source: Any, target: Any) -> bool:
    """Gives `target` (a row or a draft of another locale of the same work) the facts of `source`, in memory.

    Returns whether anything changed. New child rows with text get none: it has yet to be translated.
    """
    changed = False
    for name in type(source).facts:
        field = type(source)._meta.get_field(name)
        if _is_child_relation(field):
            changed |= _copy_children(name, field, source, target)
        elif getattr(source, field.attname) != getattr(target, field.attname):
            setattr(target, field.attname, getattr(source, field.attname))
            changed = True
    return changed


def take_over_facts(target: Any) -> None:
    """Before a target is saved: gives it the facts of its live source, if it has one."""
    source = source_of(target)
    if source.pk != target.pk and getattr(source, "live", True):
        copy_facts(source, target)


def spread_facts(source: Any) -> list[Any]:
    """After the live source is saved: gives its facts to the stored targets, their latest and their scheduled drafts.

    Returns the targets whose stored row changed. Nothing happens when `source` is a target itself.
    """
    rows = list(rows_of_work(source).select_related("locale"))
    if not rows or rows[0].pk != source.pk:
        return []
    changed = []
    for target in rows[1:]:
        if copy_facts(source, target):
            target.save_facts()
            changed.append(target)
        _spread_to_drafts(source, target)
    return changed


def _spread_to_drafts(source: Any, target: Any) -> None:
    if not isinstance(target, RevisionMixin):
        return
    wanted = Q(pk=target.latest_revision_id)
    if isinstance(target, DraftStateMixin):
        wanted |= Q(approved_go_live_at__isnull=False)
    for revision in target.revisions.filter(wanted):
        draft = revision.as_object()
        changed = copy_facts(source, draft)
        if _adopt_stored_children(target, draft) or changed:
            revision.content = draft.serializable_data()
            revision.save(update_fields=["content"])


def _is_child_relation(field: Any) -> bool:
    return isinstance(field, models.ManyToOneRel) and isinstance(field.remote_field, ParentalKey)


def _has_own_text(field: Any) -> bool:
    return _is_child_relation(field) and issubclass(field.related_model, TranslatableMixin)


def _copied_fields(model: Any, parent_field: str) -> list[Any]:
    """The fields of a child row that hold facts."""
    if issubclass(model, TranslatableMixin):
        names = {*model.facts, "sort_order"}
        return [field for field in model._meta.concrete_fields if field.name in names]
    return [field for field in model._meta.concrete_fields if not field.primary_key and field.name != parent_field]


def _copy_children(name: str, relation: Any, source: Any, target: Any) -> bool:
    child_model = relation.related_model
    fields = _copied_fields(child_model, relation.remote_field.name)
    with_text = issubclass(child_model, TranslatableMixin)
    before = list(getattr(target, name).all())
    by_key = {child.translation_key: child for child in before} if with_text else {}
    after = []
    changed = False
    for index, original in enumerate(getattr(source, name).all()):
        child: Any = by_key.get(original.translation_key) if with_text else None
        if not with_text and index < len(before):
            child = before[index]
        if child is None:
            child = child_model()
            changed = True
            if with_text:
                child.translation_key = original.translation_key
                child.locale = target.locale
        for field in fields:
            value = getattr(original, field.attname)
            if getattr(child, field.attname) != value:
                setattr(child, field.attname, value)
                changed = True
        after.append(child)
    if changed or len(after) != len(before):
        getattr(target, name).set(after)
        return True
    return False


def _adopt_stored_children(stored: Any, draft: Any) -> bool:
    """Gives the draft's child rows with text the primary keys of the stored ones, so that publishing updates these."""
    changed = False
    for name in type(stored).facts:
        field = type(stored)._meta.get_field(name)
        if not _has_own_text(field):
            continue
        pks = {child.translation_key: child.pk for child in getattr(stored, name).all()}
        for child in getattr(draft, name).all():
            if child.translation_key in pks and child.pk != pks[child.translation_key]:
                child.pk = pks[child.translation_key]
                changed = True
    return changed
