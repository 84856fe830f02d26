"""Which targets something that happened to their source concerns, and what keeps them from following it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.models import Page, TranslatableMixin, WorkflowMixin
from wagtail.permissions import policy_registry
from wagtail_localize.models import StringTranslation

from cms.translation.errors import LockedTranslationError
from cms.translation.localize.slugs import available_slug, slug_from
from cms.translation.models import FollowedWork, FollowQuestion
from cms.translation.permissions import may
from cms.translation.refusals import refuse_locked

Happening = FollowQuestion.Happening


@dataclass(frozen=True, slots=True)
class Follower:
    """One target that would follow."""

    row: Any
    parent: Page | None = None
    """Where it would be moved to; None where there is no such page."""
    slug: str = ""
    """What its address would end in."""
    expected: bool = True
    """Whether it stood like its source before; what an editor has put elsewhere follows only when somebody says so."""

    @property
    def value(self) -> str:
        """How a form names it."""
        return f"{self.row._meta.label_lower}:{self.row.pk}"

    @property
    def title(self) -> str:
        """What it is called in the admin."""
        return str(self.row.get_admin_display_title() if isinstance(self.row, Page) else self.row)


def followers(happening: str, work: FollowedWork) -> list[Follower]:
    """The targets that are not yet as their source is now."""
    rows = _rows_of(work)
    if happening == Happening.MOVED:
        return list(_to_move(work, rows))
    if happening == Happening.RENAMED:
        return list(_to_rename(work, rows))
    if happening == Happening.UNPUBLISHED:
        rows = [row for row in rows if getattr(row, "live", False)]
    return [Follower(row) for row in rows]


def _rows_of(work: FollowedWork) -> list[Any]:
    model = work.content_type.model_class()
    if model is None or not issubclass(model, TranslatableMixin):
        return []
    rows = model._default_manager.filter(translation_key=work.translation_key).exclude(locale=work.locale_id)
    return list(rows.select_related("locale").order_by("pk"))


def _to_move(work: FollowedWork, rows: list[Any]) -> Iterator[Follower]:
    parents = {
        page.locale_id: page
        for page in Page.objects.filter(
            translation_key=work.parent, locale__in=[row.locale_id for row in rows], alias_of=None
        )
    }
    for row in rows:
        stands_below = row.get_parent().translation_key
        if stands_below != work.parent:
            yield Follower(row, parent=parents.get(row.locale_id), expected=stands_below == work.former_parent)


def _to_rename(work: FollowedWork, rows: list[Any]) -> Iterator[Follower]:
    typed = set(
        StringTranslation.objects.filter(
            context__object=work.translation_key, context__path="slug", locale__in=[row.locale_id for row in rows]
        ).values_list("locale_id", flat=True)
    )
    for row in rows:
        if row.locale_id in typed:
            continue  # a translator has chosen this address
        same = row.slug == work.former_slug
        slug = work.slug if same else slug_from(row.title, row.locale.language_code) or row.slug
        slug = available_slug(row.get_parent(), slug, row, row.slug)
        if slug != row.slug:
            yield Follower(row, slug=slug, expected=same or not row.first_published_at)


def obstacle(happening: str, follower: Follower, user: Any, gone_before: Collection[int] = ()) -> str:
    """What keeps the target from following on behalf of `user` (None: the system), in a sentence; "" for nothing.

    `gone_before` are the pages that can be deleted before it.
    """
    row = follower.row
    if user is not None and not _is_permitted(happening, follower, user):
        return _("You may not do this in this language.")
    try:
        refuse_locked(row, row.locale, user)
    except LockedTranslationError as error:
        return str(error)
    if happening == Happening.DELETED:
        if isinstance(row, WorkflowMixin) and row.workflow_in_progress:
            return _("It is in moderation. Cancel that first, or delete it by hand.")
        if isinstance(row, Page) and row.get_descendants().exclude(pk__in=gone_before).exists():
            return _("Other pages stand below it. Delete them first, or move them.")
    if happening == Happening.MOVED:
        if follower.parent is None:
            return _("The page above is not translated into this language.")
        if not Page._slug_is_available(row.slug, follower.parent, page=row):
            return _("There is another page with the address “%(slug)s” already.") % {"slug": row.slug}
    return ""


def _is_permitted(happening: str, follower: Follower, user: Any) -> bool:
    row: Model = follower.row
    if not isinstance(row, Page):
        if happening == Happening.DELETED:
            return bool(policy_registry.get(row).user_has_permission_for_instance(user, "delete", row))
        return may(user, "publish", row)
    permissions = row.permissions_for_user(user)
    if happening == Happening.DELETED:
        return bool(permissions.can_delete())
    if happening == Happening.UNPUBLISHED:
        return bool(permissions.can_unpublish())
    if happening == Happening.MOVED:
        return follower.parent is None or bool(permissions.can_move_to(follower.parent))
    return bool(permissions.can_edit() and (permissions.can_publish() or not row.live))
