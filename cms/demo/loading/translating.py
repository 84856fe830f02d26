"""Translations as a translator would leave them: strings in wagtail-localize's segments, then published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import StringSegmentValue

from cms.demo.loading.wording import UNTRANSLATED
from cms.translation import history
from cms.translation.operations.publish import PublishTranslation
from cms.translation.operations.save_draft import SaveDraftTranslation


class TextsDoNotMatchError(Exception):
    """A translation has another number of strings in one place than its source."""

    def __init__(self, work: object, path: str, source: list[str], target: list[str]) -> None:
        super().__init__(f"{work}: {path!r} has {len(source)} strings in the source and {len(target)} in the target")


def submit(row: Model) -> TranslationSource:
    """Submit a source for translation, or submit it again."""
    source, _created = TranslationSource.update_or_create_from_instance(row)
    return source


def translate(source: TranslationSource, twin: Model, locale: Locale, user: Any) -> Translation:
    """Type in the strings of ``twin``: the work as an unsaved row of the target's locale.

    Strings that are marked as untranslated are left out.
    """
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    written = strings_by_path(twin)
    known = set(
        StringTranslation.objects.filter(locale=locale, context__object_id=source.object_id).values_list(
            "translation_of_id", "context_id"
        )
    )
    rows: dict[tuple[int, int], StringTranslation] = {}
    for path, segments in _segments_by_path(source).items():
        strings = written.get(path, [])
        if len(strings) != len(segments):
            raise TextsDoNotMatchError(twin, path, [segment.string.data for segment in segments], strings)
        for segment, string in zip(segments, strings, strict=True):
            place = (segment.string_id, segment.context_id)
            if UNTRANSLATED not in string and place not in known:
                rows[place] = _translated(segment, locale, string, user)
    StringTranslation.objects.bulk_create(rows.values())
    history.record(history.change_of(row, history.Origin.TYPED, user_id=user.pk) for row in rows.values())
    return translation


def hand_over(translation: Translation, *, public: bool, partially: bool = False) -> None:
    """Make the target from its strings: published, or a draft where the source is one."""
    if public:
        PublishTranslation(translation=translation, partially=partially).execute()
    else:
        SaveDraftTranslation(translation=translation).execute()


def strings_by_path(row: Model) -> dict[str, list[str]]:
    """Return the strings of a row as wagtail-localize finds them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for segment in extract_segments(row):
        if isinstance(segment, StringSegmentValue):
            found[segment.path].append(segment.string.data)
    return dict(found)


def _segments_by_path(source: TranslationSource) -> Mapping[str, list[StringSegment]]:
    segments: defaultdict[str, list[StringSegment]] = defaultdict(list)
    for segment in source.stringsegment_set.select_related("string", "context").order_by("order"):
        segments[segment.context.path].append(segment)
    return segments


def _translated(segment: StringSegment, locale: Locale, text: str, user: Any) -> StringTranslation:
    return StringTranslation(
        translation_of=segment.string,
        locale=locale,
        context=segment.context,
        data=text,
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        last_translated_by=user,
    )
