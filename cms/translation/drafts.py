"""Making a target from its strings."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from wagtail.models import DraftStateMixin, Locale, Page, PageLogEntry, Revision
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import SourceDeletedError, Translation, TranslationLog, TranslationSource
from wagtail_localize.segments.ingest import ingest_segments

from .basis import record_draft
from .errors import InvalidTranslationError, NoDraftError
from .localize.slugs import slug_for
from .refusals import SourceIsGoneError, refuse_locked

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


@dataclass(frozen=True, slots=True)
class Draft:
    """A target as its strings make it."""

    row: Any
    """In memory, with the draft's values; only the bookkeeping of its stored row has changed."""
    revision: Revision
    created: bool
    """Whether there was no row before."""


def make_draft(source: TranslationSource, locale: Locale, user: Any = None) -> Draft:
    """Makes the target's latest draft from the strings as they are; what is published stays as it is.

    Where there is no target yet, one is stored that nobody can see. Asks for locks, but for no permission. Raises
    InvalidTranslationError, LockedTranslationError, NoDraftError or SourceIsGoneError.
    """
    try:
        original = source.as_instance()
    except SourceDeletedError as error:
        raise SourceIsGoneError(source.object_repr, locale) from error
    if not isinstance(original, DraftStateMixin):
        raise NoDraftError(str(original))
    stored = _stored_target(source, locale, user)
    try:
        with transaction.atomic():
            if stored is None:
                draft = _new_target(source, original, locale)
            else:
                draft = _ingest(source, original, stored, locale)
            revision = draft.save_revision(user=user)
    except ValidationError as error:
        raise InvalidTranslationError(str(original), locale, error) from error
    if isinstance(draft, Page):
        source.sync_view_restrictions(original, draft)
    TranslationLog.objects.create(source=source, locale=locale, revision=revision)
    translation = Translation.objects.filter(source=source, target_locale=locale).first()
    if translation is not None:
        record_draft(translation)
    return Draft(draft, revision, created=stored is None)


def _ingest(source: TranslationSource, original: Any, stored: Any, locale: Locale) -> Any:
    """`stored` with the strings and the source's other values, in memory."""
    own = {name: getattr(stored, name) for name in OWN_DATES}
    slug = getattr(stored, "slug", "")
    copy_synchronised_fields(original, stored)
    segments = source._get_segments_for_translation(locale, fallback=True)
    ingest_segments(original, stored, source.locale, locale, segments)
    for name, value in own.items():
        setattr(stored, name, value)
    if isinstance(stored, Page):
        stored.slug = slug_for(source, locale, stored, slug)
    return stored


def _stored_target(source: TranslationSource, locale: Locale, user: Any) -> Any | None:
    """The row to translate into, if there is one; an alias (a copy in the source's language) is made a draft first."""
    try:
        target = source.get_translated_instance(locale)
    except ObjectDoesNotExist:
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
