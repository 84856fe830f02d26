"""Giving a preview grant: for what, by whom, for how long."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import AbstractPage, PreviewableMixin, Revision, RevisionMixin
from wagtail.permissions import policy_registry

from cms.publishing.registry import registry

from .models import PreviewGrant

SHARED = "previews.share"
WITHDRAWN = "previews.withdraw"
"""Names of entries in the history of a page or library entry."""

KEPT = timedelta(days=90)
"""How long a grant that has expired can still be looked up."""


class DraftChangedError(Exception):
    """The latest draft is another one than the editor has looked at."""


def is_shareable(model: type[Model]) -> bool:
    """Whether works of this model can be previewed by a link: those that have revisions and a page of their own."""
    edition_type = registry.for_model(model)
    return edition_type is not None and bool(edition_type.collection) and issubclass(model, PreviewableMixin)


def may_share(user: Any, row: Any) -> bool:
    """Whoever may edit a page or library entry may share its drafts. An alias has no drafts."""
    if isinstance(row, AbstractPage):
        return row.alias_of_id is None and bool(row.permissions_for_user(user).can_edit())
    return bool(policy_registry.get(row).user_has_permission_for_instance(user, "change", row))


def latest_draft(row: Any) -> Revision | None:
    """The revision that would be shared; None where nothing was ever drafted (imported entries)."""
    if not isinstance(row, RevisionMixin):
        return None
    revision: Revision | None = row.get_latest_revision()
    return revision


def share(row: Any, user: Any, *, days: int, note: str = "", seen: int | None = None) -> PreviewGrant:
    """A grant for the latest draft of a stored object. A row without any draft gets one, of what is in it.

    Where nothing has been drafted since it was published, what is shared is what is public: an import or a changed fact
    writes into the row and leaves the last revision behind.

    `seen` is the number of the revision that the editor has looked at, if any. Raises DraftChangedError.
    """
    revision = latest_draft(row)
    if seen is not None and (revision is None or revision.pk != seen):
        raise DraftChangedError
    if revision is None:
        revision = row.save_revision(user=user, changed=False, clean=False)
    _forget_long_expired()
    draft = row.get_latest_revision_as_object()
    grant = PreviewGrant.objects.create(
        content_type=ContentType.objects.get_for_model(type(row)),
        object_id=str(row.pk),
        locale=row.locale,
        revision=revision,
        content=draft.serializable_data(),
        drafted_at=revision.created_at,
        title=str(draft)[:255],
        note=note,
        created_by=user,
        expires_at=timezone.now() + timedelta(days=days),
    )
    log(instance=row, action=SHARED, user=user, data={"grant": grant.pk, "days": days, "note": note})
    return grant


def withdraw(grant: PreviewGrant, row: Any, user: Any) -> None:
    """Ends a grant. `row` is what it is for, or None where that is not at hand."""
    grant.revoke(user)
    if row is not None:
        log(instance=row, action=WITHDRAWN, user=user, data={"grant": grant.pk, "note": grant.note})


def _forget_long_expired() -> None:
    PreviewGrant.objects.filter(expires_at__lt=timezone.now() - KEPT).delete()
