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
from .localize.new_targets import create_target
from .localize.slugs import slug_for
from .refusals import SourceIsGoneError, refuse_locked

OWN_DATES = ("first_published_at", "go_live_at", "expire_at")
"""When a target was and will be public. wagtail-localize takes them for content of the source where it is no page."""


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
    original = submitted_text(source, locale)
    stored = _stored_target(source, locale, user)
    try:
        with transaction.atomic():
            if stored is None:
                draft = create_target(source, original, locale, user)
                revision = draft.latest_revision
            else:
                draft = ingest(source, original, stored, locale)
                revision = draft.save_revision(user=user)
    except ValidationError as error:
        raise InvalidTranslationError(str(original), locale, error) from error
    translation = Translation.objects.filter(source=source, target_locale=locale).first()
    note_draft(source, original, draft, translation)
    return Draft(draft, revision, created=stored is None)


def submitted_text(source: TranslationSource, locale: Locale) -> Any:
    """The text that translators were given, as a row of the original. Raises NoDraftError or SourceIsGoneError."""
    try:
        original = source.as_instance()
    except SourceDeletedError as error:
        raise SourceIsGoneError(source.object_repr, locale) from error
    if not isinstance(original, DraftStateMixin):
        raise NoDraftError(str(original))
    return original


def note_draft(source: TranslationSource, original: Any, draft: Any, translation: Translation | None) -> None:
    """After `draft` was stored as the latest revision of a target: what it was made from, and who may see it."""
    if isinstance(draft, Page):
        source.sync_view_restrictions(original, draft)
    TranslationLog.objects.create(source=source, locale_id=draft.locale_id, revision_id=draft.latest_revision_id)
    if translation is not None:
        record_draft(translation)


def ingest(source: TranslationSource, original: Any, stored: Any, locale: Locale) -> Any:
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
