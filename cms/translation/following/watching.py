"""Noticing what happens to sources, whichever way it is done: in the editor, in bulk, by a program, by the schedule.

Wagtail's actions are the lowest place that all ways lead through and that knows on whose behalf; they are wrapped here,
so that targets follow in the transaction of their source.
"""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish import UnpublishAction
from wagtail.log_actions import get_active_log_context
from wagtail.models import DraftStateMixin, Page, TranslatableMixin, get_translatable_models

from cms.publishing.projection import publication
from cms.translation.models import FollowedWork

from .affected import Happening
from .asking import answer, policy_for

TITLE_LENGTH = 255

_move = MovePageAction.execute
_unpublish = UnpublishAction.execute
_delete_page = DeletePageAction.execute
_update_paths = Page._update_descendant_url_paths


def watch() -> None:
    """Puts the wrappers in place; called once, when Django starts."""
    MovePageAction.execute = _moved
    UnpublishAction.execute = _unpublished
    DeletePageAction.execute = _page_deleted
    # The only thing that every change of a slug calls within its transaction; the signal comes after the commit.
    Page._update_descendant_url_paths = _paths_updated
    for model in get_translatable_models(include_subclasses=True):
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            post_delete.connect(_entry_deleted, sender=model, dispatch_uid="translation.following")


def _moved(self: MovePageAction, *args: Any, **kwargs: Any) -> Any:
    with publication():
        before = self.page.get_parent()
        result = _move(self, *args, **kwargs)
        page = Page.objects.get(pk=self.page.pk).specific
        after = page.get_parent()
        if after.pk != before.pk and _is_source(page):
            work = _work(page, former_parent=before.translation_key, parent=after.translation_key)
            answer(Happening.MOVED, [work], policy_for(Happening.MOVED, page), _actor(self.user))
        return result


def _unpublished(self: UnpublishAction, *args: Any, **kwargs: Any) -> Any:
    row: Any = self.object
    with publication():
        was_live = row.live
        result = _unpublish(self, *args, **kwargs)
        if was_live and self.commit and isinstance(row, TranslatableMixin):
            row = row.specific if isinstance(row, Page) else row
            if _is_source(row):
                choice = policy_for(Happening.UNPUBLISHED, row)
                answer(Happening.UNPUBLISHED, [_work(row)], choice, _actor(self.user))
        return result


def _page_deleted(self: DeletePageAction, *args: Any, **kwargs: Any) -> Any:
    with publication():
        pages = Page.objects.filter(path__startswith=self.page.path).order_by("-depth", "-path").specific()
        works = [_work(page) for page in pages if _is_source(page)]
        choice = policy_for(Happening.DELETED, self.page) if works else ""
        result = _delete_page(self, *args, **kwargs)
        answer(Happening.DELETED, works, choice, _actor(self.user))
        return result


def _entry_deleted(instance: Any, **kwargs: Any) -> None:
    if kwargs.get("raw") or not _is_source(instance):
        return
    with publication():
        answer(Happening.DELETED, [_work(instance)], policy_for(Happening.DELETED, instance), _actor(None))


def _paths_updated(self: Any, old_url_path: str, new_url_path: str) -> None:
    _update_paths(self, old_url_path, new_url_path)
    former_slug, slug = _last(old_url_path), _last(new_url_path)
    if former_slug != slug and self.live and self.depth > 2 and _is_source(self):  # a home's slug is in no address
        with publication():
            work = _work(self, former_slug=former_slug, slug=slug)
            answer(Happening.RENAMED, [work], policy_for(Happening.RENAMED, self), _actor(None))


def _last(url_path: str) -> str:
    return url_path.rstrip("/").rpartition("/")[2]


def _is_source(row: Any) -> bool:
    """Whether other rows of its work follow it: it was written first, and is not just following itself."""
    from cms.translation.operations.follow_source import is_following

    if is_following() or not isinstance(row, TranslatableMixin) or getattr(row, "alias_of_id", None):
        return False
    others = type(row)._default_manager.filter(translation_key=row.translation_key).exclude(pk=row.pk)
    pks = list(others.values_list("pk", flat=True))
    return bool(pks) and row.pk < min(pks)


def _work(row: Any, **places: Any) -> FollowedWork:
    title = row.get_admin_display_title() if isinstance(row, Page) else str(row)
    return FollowedWork(
        content_type=ContentType.objects.get_for_model(type(row)),
        translation_key=row.translation_key,
        locale_id=row.locale_id,
        title=title[:TITLE_LENGTH],
        **places,
    )


def _actor(user: Any) -> Any:
    """On whose behalf: what Wagtail was told, or else whoever made the running request. None is the system."""
    return user if user is not None else get_active_log_context().user
