"""Remembering what was translated from what."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Model
from wagtail.models import TranslatableMixin
from wagtail_localize.models import Translation

from cms.core.works import source_of

from .completeness import gaps_in
from .models import TranslationBasis
from .texts import digest, digest_of, strings_of, submitted_texts

Text = Sequence[tuple[str, str, str | None]]
"""What was submitted: content path, string, and its translation."""

Gaps = Sequence[tuple[str, str]]
"""What a row shows in its source's language: content path and string."""


@dataclass(slots=True)
class _Known:
    row: Model
    translation: Translation
    text: Text | None = None
    gaps: Gaps | None = None


_known: ContextVar[_Known | None] = ContextVar("known_of_what_is_published", default=None)


def translation_of(row: TranslatableMixin) -> Translation | None:
    """wagtail-localize's record of the row as a target, or None where it is written by hand (or a source)."""
    return (
        Translation.objects.filter(source__object_id=row.translation_key, target_locale_id=row.locale_id, enabled=True)
        .select_related("source__locale", "target_locale")
        .first()
    )


@contextmanager
def known_text(row: Model, translation: Translation, text: Text) -> Iterator[None]:
    """Within, `row` is published, which was just made from this text."""
    with _knowing(_Known(row, translation, text=text)):
        yield


@contextmanager
def known_gaps(row: Model, translation: Translation, gaps: Gaps) -> Iterator[None]:
    """Within, `row` is published with these gaps, so that nobody has to look for them again."""
    known = known_of(row)
    with _knowing(_Known(row, translation, text=known.text if known else None, gaps=gaps)):
        yield


def known_of(row: Model) -> _Known | None:
    """What is known of the row that is just being published."""
    known = _known.get()
    return known if known is not None and known.row is row else None


@contextmanager
def _knowing(known: _Known) -> Iterator[None]:
    token = _known.set(known)
    try:
        yield
    finally:
        _known.reset(token)


def record_published(row: TranslatableMixin) -> TranslationBasis:
    """Notes what the row, which is just being published, was translated from."""
    known = known_of(row)
    if known is not None and known.gaps is not None:
        return _record_translated(row, known.translation, known.gaps, known.text)
    translation = translation_of(row)
    if translation is not None and translation.source.locale_id != row.locale_id:
        return _record_translated(row, translation, gaps_in(row, translation))
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


def _record_translated(
    row: TranslatableMixin, translation: Translation, gaps: Gaps, made_of: Text | None = None
) -> TranslationBasis:
    missing = [path for path, _text in gaps]
    if made_of is not None:
        text = [(path, string) for path, string, _translation in made_of]
        made = digest(string for _path, string in text)
        return _save(row, source_digest=made, missing=missing, source_text=text, draft_digest=made, draft_text=text)
    drafted = _basis(row.translation_key, row.locale_id)
    if drafted is not None and drafted.draft_digest:
        source_digest, text = drafted.draft_digest, drafted.draft_text
    else:
        text = submitted_texts(translation.source)
        source_digest = digest(string for _path, string in text)
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
    missing: Iterable[str] = (),
    source_text: Iterable[tuple[str, str]] = (),
    **values: Any,
) -> TranslationBasis:
    paths = list(missing)
    values |= {"missing": len(paths), "missing_paths": sorted(set(paths)), "source_text": list(source_text)}
    basis = TranslationBasis(translation_key=row.translation_key, locale_id=row.locale_id, **values)
    TranslationBasis.objects.bulk_create(
        [basis], update_conflicts=True, unique_fields=["translation_key", "locale"], update_fields=list(values)
    )
    return basis
