"""Remembering what was translated from what."""

from django.db.models import Model
from wagtail.models import TranslatableMixin
from wagtail_localize.models import Translation

from cms.core.works import source_of

from .models import TranslationBasis
from .texts import digest_of, digest_of_submitted, strings_of, untranslated


def translation_of(row: TranslatableMixin) -> Translation | None:
    """wagtail-localize's record of the row as a target, or None where it is written by hand (or a source)."""
    return (
        Translation.objects.filter(source__object_id=row.translation_key, target_locale_id=row.locale_id, enabled=True)
        .select_related("source", "target_locale")
        .first()
    )


def record_published(row: TranslatableMixin) -> TranslationBasis:
    """Notes what the row, which is just being published, was translated from."""
    source = source_of(row)
    if source.pk == row.pk:
        return _save(row, source_digest=digest_of(row), missing=0)
    translation = translation_of(row)
    if translation is None or translation.source.locale_id == row.locale_id:
        return _save(row, source_digest=_published_digest(source), missing=0)
    drafted = TranslationBasis.objects.filter(translation_key=row.translation_key, locale_id=row.locale_id).first()
    return _save(
        row,
        source_digest=(drafted and drafted.draft_digest) or digest_of_submitted(translation.source),
        missing=len(untranslated(translation.source, row.locale_id, strings_of(row))),
    )


def record_draft(translation: Translation) -> None:
    """Notes that a draft has just been made from what is submitted now."""
    TranslationBasis.objects.update_or_create(
        translation_key=translation.source.object_id,
        locale_id=translation.target_locale_id,
        defaults={"draft_digest": digest_of_submitted(translation.source)},
    )


def live_digest(source: Model) -> str:
    """The digest of the text that is in the source's row now."""
    return digest_of(getattr(source, "specific", source))


def _published_digest(source: TranslatableMixin) -> str:
    recorded = (
        TranslationBasis.objects.filter(translation_key=source.translation_key, locale_id=source.locale_id)
        .exclude(source_digest="")
        .values_list("source_digest", flat=True)
        .first()
    )
    return recorded or live_digest(source)


def _save(row: TranslatableMixin, *, source_digest: str, missing: int) -> TranslationBasis:
    basis, _created = TranslationBasis.objects.update_or_create(
        translation_key=row.translation_key,
        locale_id=row.locale_id,
        defaults={"source_digest": source_digest, "missing": missing},
    )
    return basis
