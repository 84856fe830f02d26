"""Changes that do not go through our models' own methods: deletions, moves, privacy, sites and locales."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, PageViewRestriction, Site
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
    published,
    unpublished,
)

from .projection import publication
from .registry import registry

_move_collection = Collection.move
_delete_page = DeletePageAction.execute


def connect() -> None:
    """Called once, when the app registry is ready."""
    for signal in (published, unpublished, page_published, page_unpublished):
        signal.connect(_row_changed, dispatch_uid="publishing")
    registry.on_model(connect_model)
    post_page_move.connect(_page_moved, dispatch_uid="publishing")
    page_slug_changed.connect(_page_moved, dispatch_uid="publishing")
    for signal in (post_save, post_delete):
        signal.connect(_privacy_changed, sender=PageViewRestriction, dispatch_uid="publishing")
        signal.connect(_collection_privacy_changed, sender=CollectionViewRestriction, dispatch_uid="publishing")
        signal.connect(_everything_changed, sender=Site, dispatch_uid="publishing")
        signal.connect(_everything_changed, sender=Locale, dispatch_uid="publishing")
    # Moving a collection sends no signal.
    Collection.move = _collection_moved
    DeletePageAction.execute = _page_deleted


def connect_model(model: type[Model]) -> None:
    """Called for each model of each edition type. One receiver for all models would slow down every deletion."""
    post_delete.connect(_row_deleted, sender=model, dispatch_uid="publishing")


def _row_changed(instance: Model, **kwargs: Any) -> None:
    with publication() as batch:
        batch.touch(_specific(instance))


def _page_deleted(self: DeletePageAction, *args: Any, **kwargs: Any) -> Any:
    """Replaces `DeletePageAction.execute`, which goes past our pages' own `delete`.

    A page is two rows; between the deletion of one and of the other nothing must be built.
    """
    with publication():
        return _delete_page(self, *args, **kwargs)


def _row_deleted(instance: Model, **kwargs: Any) -> None:
    with publication() as batch:
        batch.touch(instance)
        batch.touch_references(instance)


def _page_moved(instance: Page, **kwargs: Any) -> None:
    with publication() as batch:
        batch.touch_tree(instance)
        batch.touch_positions()


def _privacy_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    if kwargs.get("raw"):
        return
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        with publication() as batch:
            batch.touch_tree(page)


def _collection_privacy_changed(instance: CollectionViewRestriction, **kwargs: Any) -> None:
    _touch_documents(instance.collection)


def _collection_moved(self: Collection, *args: Any, **kwargs: Any) -> None:
    """Replaces `Collection.move`: what lies below a private collection is private, too."""
    with publication():
        _move_collection(self, *args, **kwargs)
        _touch_documents(Collection.objects.get(pk=self.pk))


def _touch_documents(collection: Collection) -> None:
    from wagtail.documents import get_document_model

    collections = collection.get_descendants(inclusive=True)
    pks = get_document_model().objects.filter(collection__in=collections).values_list("pk", flat=True)
    with publication() as batch:
        for pk in pks:
            batch.touch_asset("document", pk)


def _everything_changed(**kwargs: Any) -> None:
    if not kwargs.get("raw"):
        with publication() as batch:
            batch.touch_everything()


def _specific(row: Model) -> Model:
    return row.specific if isinstance(row, Page) else row
