"""Remembering what was translated from what."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Model
from wagtail.models import TranslatableMixin
from wagtail_localize.models import Translation

from cms.core.works import source_of

from .completeness import gaps_in
from .models import TranslationBasis
from .texts import digest, digest_of, strings_of, submitted_texts


def translation_of(row: TranslatableMixin) -> Translation | None:
    """wagtail-localize's record of the row as a target, or None where it is written by hand (or a source)."""
    return (
        Translation.objects.filter(source__object_id=row.translation_key, target_locale_id=row.locale_id, enabled=True)
        .select_related("source__locale", "target_locale")
        .first()
    )


def record_published(row: TranslatableMixin) -> TranslationBasis:
    """Notes what the row, which is just being published, was translated from."""
    translation = translation_of(row)
    if translation is not None and translation.source.locale_id != row.locale_id:
        return _record_translated(row, translation)
    source = source_of(row)
    if source.pk != row.pk:
        basis = _basis(source.translation_key, source.locale_id)
        return _save(
            row,
            source_digest=(basis and basis.source_digest) or live_digest(source),
            source_text=basis.source_text if basis else (),
        )
    text = [(path, string) for path, strings in strings_of(row).items() for string in strings]
    return _save(row, source_digest=digest(string for _path, string in text), source_text=text)


def _record_translated(row: TranslatableMixin, translation: Translation) -> TranslationBasis:
    drafted = _basis(row.translation_key, row.locale_id)
    if drafted is not None and drafted.draft_digest:
        source_digest, text = drafted.draft_digest, drafted.draft_text
    else:
        text = submitted_texts(translation.source)
        source_digest = digest(string for _path, string in text)
    missing = [path for path, _text in gaps_in(row, translation)]
    return _save(row, source_digest=source_digest, missing=missing, source_text=text)


def record_draft(translation: Translation) -> None:
    """Notes that a draft has just been made from what is submitted now."""
    text = submitted_texts(translation.source)
    TranslationBasis.objects.bulk_create(
        [
            TranslationBasis(
                translation_key=translation.source.object_id,
                locale_id=translation.target_locale_id,
                draft_digest=digest(string for _path, string in text),
                draft_text=text,
            )
        ],
        update_conflicts=True,
        unique_fields=["translation_key", "locale"],
        update_fields=["draft_digest", "draft_text"],
    )


def live_digest(source: Model) -> str:
    """The digest of the text that is in the source's row now."""
    return digest_of(getattr(source, "specific", source))


def published_digest(source: TranslatableMixin) -> str:
    """The digest of the source's published text; of its row, if it was never published."""
    basis = _basis(source.translation_key, source.locale_id)
    return (basis and basis.source_digest) or live_digest(source)


def _basis(key: UUID, locale_id: int) -> TranslationBasis | None:
    return TranslationBasis.objects.filter(translation_key=key, locale_id=locale_id).first()


def _save(
    row: TranslatableMixin,
    *,
    source_digest: str,
    missing: Iterable[str] = (),
    source_text: Iterable[tuple[str, str]] = (),
) -> TranslationBasis:
    paths = list(missing)
    basis = TranslationBasis(
        translation_key=row.translation_key,
        locale_id=row.locale_id,
        source_digest=source_digest,
        missing=len(paths),
        missing_paths=sorted(set(paths)),
        source_text=list(source_text),
    )
    TranslationBasis.objects.bulk_create(
        [basis],
        update_conflicts=True,
        unique_fields=["translation_key", "locale"],
        update_fields=["source_digest", "missing", "missing_paths", "source_text"],
    )
    return basis
