"""Which texts of a target stand in the language of its source, for the publishing core."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Model
from wagtail.models import TranslatableMixin
from wagtail_localize.models import StringSegment, Translation

from cms.publishing.types import Gaps, Ref

from .basis import translation_of
from .models import TranslationBasis
from .texts import UNTRANSLATED_PATHS, is_text, strings_of


def gaps_of(rows: Mapping[Ref, Model], drafts: bool) -> dict[Ref, Gaps]:
    """The gaps of the rows that have any; two queries for any number of stored rows."""
    translatable = {ref: row for ref, row in rows.items() if isinstance(row, TranslatableMixin)}
    if drafts:
        found = {ref: _gaps_of_draft(row) for ref, row in translatable.items()}
        return {ref: gaps for ref, gaps in found.items() if gaps is not None}
    return _gaps_as_published(translatable)


def _gaps_as_published(rows: Mapping[Ref, TranslatableMixin]) -> dict[Ref, Gaps]:
    keys = {row.translation_key for row in rows.values()}
    bases = TranslationBasis.objects.filter(translation_key__in=keys, missing__gt=0)
    missing: dict[tuple[UUID, int], list[str]] = {
        (key, locale_id): paths
        for key, locale_id, paths in bases.values_list("translation_key", "locale_id", "missing_paths")
    }
    if not missing:
        return {}
    languages: dict[tuple[UUID, int], str] = {
        (key, locale_id): code
        for key, locale_id, code in Translation.objects.filter(source__object_id__in={key for key, _locale in missing})
        .order_by("enabled", "pk")
        .values_list("source__object_id", "target_locale_id", "source__locale__language_code")
    }
    gaps = {}
    for ref, row in rows.items():
        place = (row.translation_key, row.locale_id)
        language = languages.get(place)
        if missing.get(place) and language is not None and language != ref.locale:
            gaps[ref] = Gaps(language, frozenset(missing[place]))
    return gaps


def _gaps_of_draft(draft: Any) -> Gaps | None:
    """What the draft itself shows in its source's language, whatever is published."""
    translation = translation_of(draft)
    if translation is None or translation.source.locale_id == draft.locale_id:
        return None
    shown = strings_of(draft)
    segments = (
        StringSegment.objects.filter(source=translation.source, context__path__in=shown.keys() - UNTRANSLATED_PATHS)
        .annotate_translation(translation.target_locale_id)
        .values_list("context__path", "string__data", "translation")
    )
    paths = {
        path
        for path, text, translated in segments
        if is_text(text) and text in shown[path] and (not translated or translated not in shown[path])
    }
    return Gaps(translation.source.locale.language_code, frozenset(paths)) if paths else None
