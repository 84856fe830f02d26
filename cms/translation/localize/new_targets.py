"""Rows for works in a language they have none in yet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.actions.copy_for_translation import CopyForTranslationAction, CopyPageForTranslationAction
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log
from wagtail.models import Locale, Page, ReferenceIndex, Revision, TranslatableMixin
from wagtail.models.copying import _copy
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.signals import copy_for_translation_done
from wagtail_localize.models import TranslationSource
from wagtail_localize.segments.ingest import ingest_segments

from cms.core.facts import copy_facts, take_over_facts
from cms.core.models.projected import Projected
from cms.core.models.row_order import number_rows
from cms.core.works import source_of
from cms.translation.errors import InvalidTranslationError

from .slugs import slug_for

NEVER_PUBLISHED: dict[str, Any] = {
    "live": False,
    "has_unpublished_changes": True,
    "first_published_at": None,
    "last_published_at": None,
    "live_revision": None,
    "latest_revision": None,
    "go_live_at": None,
    "expire_at": None,
    "expired": False,
    "locked": False,
    "locked_by": None,
    "locked_at": None,
    "alias_of": None,
}


def create_target(
    source: TranslationSource, original: Any, locale: Locale, user: Any = None, *, facts: Any = None
) -> Any:
    """Stores a target that nobody can see, and its first draft; returns the row with its `latest_revision`.

    `original` is the submitted text as a row (`TranslationSource.as_instance`). What is translated already stands in
    the draft, the rest in the source's language; facts are those of the row `facts`, or of the live source. A page is
    put below its parent of that language, once and in its final place; parents that are missing are submitted. Raises
    InvalidTranslationError.
    """
    target = _in_memory(original, locale)
    segments = source._get_segments_for_translation(locale, fallback=True)
    ingest_segments(original, target, source.locale, locale, segments)
    if facts is None:
        take_over_facts(target)
    else:
        copy_facts(facts, target)
    try:
        if isinstance(target, Page):
            _prepare_page(source, original, target, locale, user)
            target.full_clean(exclude=["path"])
            _store(target, partial(_add_page, target))
        else:
            target.full_clean()
            _store(target, target.save)
    except ValidationError as error:
        raise InvalidTranslationError(str(original), locale, error) from error
    _make_first_draft(target, user)
    _tell(source, original, target, user)
    return target


def parent_in(page: Page, locale: Locale) -> Page | None:
    """The page below which the target of `page` stands; the root of the tree for a home."""
    parent: Page = page.get_parent()
    if parent.is_root():
        return parent
    found: Page | None = Page.objects.filter(translation_key=parent.translation_key, locale=locale).first()
    return found


def _in_memory(original: Any, locale: Locale) -> Any:
    excluded = [
        *getattr(original, "default_exclude_fields_in_copy", ()),
        *getattr(original, "exclude_fields_in_copy", ()),
    ]
    relations = [relation.get_accessor_name() for relation in _child_relations(original)]
    empty = [name for name in relations if not getattr(original, name).all()]
    values = {**NEVER_PUBLISHED, "locale": locale}
    target, children = _copy(original, exclude_fields=[*excluded, *empty], update_attrs=values)
    for child in children.values():
        for row in child if isinstance(child, list) else [child]:
            if isinstance(row, TranslatableMixin):
                row.locale = locale
    if relations:
        target._cluster_related_objects = {
            **{name: [] for name in relations},
            **getattr(target, "_cluster_related_objects", {}),
        }
    return target


def _child_relations(row: Any) -> list[Any]:
    return list(get_all_child_relations(row)) if isinstance(row, ClusterableModel) else []


def _store(target: Any, save: Callable[[], None]) -> None:
    """Stores the row. Its child rows stay in memory afterwards, and relations without rows cost nothing."""
    children = dict(getattr(target, "_cluster_related_objects", {}))
    target._cluster_related_objects = {name: rows for name, rows in children.items() if rows}
    with disable_reference_index_auto_update():
        save()
    target._cluster_related_objects = children
    if ReferenceIndex.model_is_indexable(type(target)):
        ReferenceIndex.create_or_update_for_object(target)


def _prepare_page(source: TranslationSource, original: Page, target: Page, locale: Locale, user: Any) -> None:
    """Gives the page its parent and its slug."""
    parent = parent_in(original, locale) or _submit_parent(original, locale, user)
    slug = f"{original.slug}-{locale.language_code}" if parent.is_root() else original.slug
    target.depth = parent.depth + 1
    target.path = Page._get_path(parent.path, target.depth, 1)  # for who asks for the page's parent
    target._cached_parent_obj = parent
    target.slug = slug_for(source, locale, target, find_available_slug(parent, slug))
    target.draft_title = target.title


def _submit_parent(page: Page, locale: Locale, user: Any) -> Page:
    """A page needs a place to stand; what it stands below is to be translated, too."""
    from cms.translation.operations.submit import SubmitForTranslation

    parent = source_of(page.get_parent().specific)
    (translation,) = SubmitForTranslation(user=user, source=parent, locales=[locale], draft=False).execute()
    target: Page = translation.get_target_instance()
    return target


def _add_page(target: Page) -> None:
    """Puts the page into the tree. Nobody can see it, so there is nothing to project."""
    save: Any = super(Projected, target).save if isinstance(target, Projected) else target.save
    number_rows(target)
    target.save = partial(save, clean=False, log_action=None)
    target.get_parent().add_child(instance=target)
    del target.save


def _make_first_draft(target: Any, user: Any) -> None:
    """A revision of what has just been stored, without storing (and indexing) the row once more."""
    revision = Revision.objects.create(
        content_object=target,
        base_content_type=target.get_base_content_type(),
        user=user,
        content=target.serializable_data(),
        object_str=str(target),
    )
    values: dict[str, Any] = {"latest_revision": revision}
    if isinstance(target, Page):
        values["latest_revision_created_at"] = revision.created_at
    for name, value in values.items():
        setattr(target, name, value)
    model = Page if isinstance(target, Page) else type(target)
    model._base_manager.filter(pk=target.pk).update(**values)


def _tell(source: TranslationSource, original: Any, target: Any, user: Any) -> None:
    """The log and the signal of Wagtail's own action for this."""
    if isinstance(target, Page):
        data = {
            "page": {
                "id": target.pk,
                "title": target.get_admin_display_title(),
                "locale": {"id": target.locale_id, "language_code": target.locale.language_code},
            },
            "source": {"id": original.pk, "title": original.get_admin_display_title()},
            "source_locale": {"id": source.locale_id, "language_code": source.locale.language_code},
        }
        log(instance=target, action="wagtail.copy_for_translation", user=user, data=data)
        sender: type = CopyPageForTranslationAction
    else:
        log(instance=target, action="wagtail.create", user=user)
        sender = CopyForTranslationAction
    copy_for_translation_done.send(sender=sender, source_obj=original, target_obj=target)
