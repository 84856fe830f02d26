"""Making a target from its strings."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from wagtail.models import DraftStateMixin, Locale, LockableMixin, Page, PageLogEntry, Revision
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import Translation, TranslationLog, TranslationSource
from wagtail_localize.segments.ingest import ingest_segments

from cms.translation.basis import record_draft
from cms.translation.errors import InvalidTranslationError, LockedTranslationError, NoDraftError
from cms.translation.permissions import may

from .completeness import publishing_partially
from .slugs import slug_for

OWN_DATES = ("first_published_at", "go_live_at", "expire_at")
"""When a target was and will be public. wagtail-localize takes them for content of the source where it is no page."""

NEVER_PUBLISHED: dict[str, Any] = {
    "live": False,
    "has_unpublished_changes": True,
    "first_published_at": None,
    "last_published_at": None,
    "live_revision": None,
    "latest_revision": None,
    "go_live_at": None,
    "expire_at": None,
    "locked": False,
    "locked_by": None,
    "locked_at": None,
}


def save_draft(translation: Translation, user: Any = None) -> Revision:
    """Makes the target's latest draft from the strings as they are; what is published stays as it is.

    Raises InvalidTranslationError or LockedTranslationError.
    """
    target, _created = _save(translation.source, translation.target_locale, user)
    return target.latest_revision


def publish(translation: Translation, user: Any = None, *, partially: bool = False) -> None:
    """Makes the target from its strings and publishes it, within the running transaction.

    With `partially` gaps are allowed in the body and in the work's rows; the edition's state is then "partial". Raises
    TranslationError, and PermissionDenied for a `user` who may not publish this target.
    """
    with transaction.atomic():
        if partially:
            with publishing_partially():
                _publish(translation.source, translation.target_locale, user)
        else:
            _publish(translation.source, translation.target_locale, user)


@transaction.atomic
def create_or_update_translation(
    self: TranslationSource,
    locale: Locale,
    user: Any = None,
    publish: bool = True,
    copy_parent_pages: bool = False,
    fallback: bool = False,
) -> tuple[Any, bool]:
    """Replaces `TranslationSource.create_or_update_translation`.

    The original writes unapproved text to the live row, creates live targets in the source's language, asks for no
    permission and publishes after the transaction. Here drafts are revisions, and publishing is part of it.
    """
    if publish:
        return _publish(self, locale, user)
    return _save(self, locale, user)


def _publish(source: TranslationSource, locale: Locale, user: Any) -> tuple[Any, bool]:
    target, created = _save(source, locale, user)
    if user is not None and not may(user, "publish", target):
        raise PermissionDenied
    target.latest_revision.publish(user=user, skip_permission_checks=True)
    return source.get_translated_instance(locale), created


def _save(source: TranslationSource, locale: Locale, user: Any) -> tuple[Any, bool]:
    original = source.as_instance()
    if not isinstance(original, DraftStateMixin):
        raise NoDraftError(str(original))
    stored = _stored_target(source, locale, user)
    created = stored is None
    try:
        with transaction.atomic():
            if stored is None:
                draft = _new_target(source, original, locale)
            else:
                draft = source.get_ephemeral_translated_instance(locale, fallback=True)
                for name in OWN_DATES:
                    setattr(draft, name, getattr(stored, name))
                if isinstance(draft, Page):
                    draft.slug = slug_for(source, locale, draft, stored.slug)
            revision = draft.save_revision(user=user)
    except ValidationError as error:
        raise InvalidTranslationError(str(original), locale, error) from error
    target = source.get_translated_instance(locale)
    if isinstance(target, Page):
        source.sync_view_restrictions(original, target)
    TranslationLog.objects.create(source=source, locale=locale, revision=revision)
    translation = Translation.objects.filter(source=source, target_locale=locale).first()
    if translation is not None:
        record_draft(translation)
    return target, created


def refuse_locked(target: Any, locale: Locale, user: Any) -> None:
    """Raises LockedTranslationError when a lock or a running moderation keeps the user from changing `target`."""
    lock = target.get_lock() if isinstance(target, LockableMixin) else None
    if lock is not None and user is not None and lock.for_user(user):
        raise LockedTranslationError(str(target), locale, lock)


def _stored_target(source: TranslationSource, locale: Locale, user: Any) -> Any | None:
    """The row to translate into, if there is one; an alias (a copy in the source's language) is made a draft first."""
    try:
        target = source.get_translated_instance(locale)
    except models.ObjectDoesNotExist:
        return None
    refuse_locked(target, locale, user)
    if isinstance(target, Page) and target.alias_of_id:
        target.alias_of = None
        target.live = False
        target.has_unpublished_changes = True
        target.first_published_at = None
        target.last_published_at = None
        target.save(clean=False)
        PageLogEntry.objects.log_action(
            instance=target,
            action="wagtail.convert_alias",
            user=user,
            data={"page": {"id": target.pk, "title": target.get_admin_display_title()}},
        )
    return target


def _new_target(source: TranslationSource, original: Any, locale: Locale) -> Any:
    """A stored target that nobody can see: it holds the source's text where there is no translation yet."""
    if isinstance(original, Page):
        target = original.copy_for_translation(locale, copy_parents=True)
    else:
        target = original.copy_for_translation(locale)
    slug = getattr(target, "slug", "")
    copy_synchronised_fields(original, target)
    ingest_segments(
        original, target, source.locale, locale, source._get_segments_for_translation(locale, fallback=True)
    )
    for name, value in NEVER_PUBLISHED.items():
        if hasattr(target, name):
            setattr(target, name, value)
    if isinstance(target, Page):
        target.slug = slug_for(source, locale, target, slug)
    target.full_clean()
    target.save()
    return target
