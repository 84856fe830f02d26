"""One string of a target with all that belongs to it, read at once: for requests that save a single string."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from wagtail_localize.models import (
    String,
    StringSegment,
    StringTranslation,
    TemplateSegment,
    Translation,
    TranslationContext,
)

from cms.translation.models import Proposal

_SEGMENT = ("pk", "order", "attrs", "string__data", "context__path", "context__object_id")
_STORED = ("pk", "data", "translation_type", "tool_name", "has_error", "last_translated_by_id")


@dataclass(frozen=True)
class KnownString:
    """A translation with one of its strings; the translation's row is locked."""

    translation: Translation
    segment: StringSegment | None
    """None where the source no longer has the string in this place."""
    stored: StringTranslation | None
    """Knows its text and where that came from, but not when it was written."""
    rich: bool
    """Whether it is inline HTML."""
    proposed: bool
    """Whether a former translation is proposed for it."""


def known_string(translations: QuerySet[Translation], context_id: int, string_id: int) -> KnownString | None:
    """The first of `translations` with the string in its place; None where there is none. Two queries.

    Two requests that translate strings of the same target wait for each other here, and for an update of its source.
    """
    # A statement that has waited for a lock sees the locked row as it is now, but everything else as it was before.
    translations = translations.filter(pk__in=list(translations.select_for_update().values_list("pk", flat=True)[:1]))
    here = {"context_id": context_id, "source_id": OuterRef("source_id")}
    segments = StringSegment.objects.filter(string_id=string_id, **here).order_by("order")
    stored = StringTranslation.objects.filter(
        context_id=context_id, translation_of_id=string_id, locale_id=OuterRef("target_locale_id")
    )
    translation: Any = (
        translations.select_related("source", "target_locale")
        .annotate(
            _segment=Subquery(segments.values(json=_object(_SEGMENT))[:1]),
            _stored=Subquery(stored.values(json=_object(_STORED))[:1]),
            _rich=Exists(TemplateSegment.objects.filter(**here)),
            _proposed=Exists(
                Proposal.objects.filter(
                    context_id=context_id, string_id=string_id, locale_id=OuterRef("target_locale_id")
                )
            ),
        )
        .first()
    )
    if translation is None:
        return None
    segment = _segment(translation, context_id, string_id) if translation._segment else None
    stored_now = _stored(translation, segment)
    return KnownString(translation, segment, stored_now, translation._rich, translation._proposed)


def _object(names: tuple[str, ...]) -> JSONObject:
    return JSONObject(**{name: name for name in names})


def _segment(translation: Any, context_id: int, string_id: int) -> StringSegment:
    found = translation._segment
    object_id = translation.source.object_id
    return StringSegment(
        pk=found["pk"],
        source=translation.source,
        order=found["order"],
        attrs=found["attrs"],
        string=String(pk=string_id, locale_id=translation.source.locale_id, data=found["string__data"]),
        context=TranslationContext(pk=context_id, object_id=object_id, path=found["context__path"]),
    )


def _stored(translation: Any, segment: StringSegment | None) -> StringTranslation | None:
    found = translation._stored
    if found is None or segment is None:
        return None
    stored = StringTranslation(
        pk=found["pk"],
        translation_of=segment.string,
        context=segment.context,
        locale_id=translation.target_locale_id,
        data=found["data"],
        translation_type=found["translation_type"],
        tool_name=found["tool_name"],
        has_error=bool(found["has_error"]),
        last_translated_by_id=found["last_translated_by_id"],
    )
    stored._state.adding = False
    return stored
