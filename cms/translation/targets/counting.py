"""How much of each submitted text is translated, in strings and words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateTimeField, F, IntegerField, Value
from wagtail_localize.models import StringSegment, StringTranslation

from cms.translation.comparing.words import UNSPACED, readable
from cms.translation.models import Proposal
from cms.translation.texts import UNTRANSLATED_PATHS, digest, is_text

_ALPHANUMERIC = re.compile(r"[^\W_]")
_SEGMENT, _TRANSLATION, _PROPOSAL = range(3)


@dataclass(slots=True)
class Counts:
    """Of one work in one locale."""

    strings: int = 0
    strings_left: int = 0
    words: int = 0
    words_left: int = 0
    proposals: int = 0
    translated_at: datetime | None = None


def words_in(string: str) -> int:
    """The words of a string (inline HTML). Scripts without spaces between words count by characters."""
    count = 0
    for chunk in readable(string).split():
        unspaced = len(UNSPACED.findall(chunk))
        count += unspaced or bool(_ALPHANUMERIC.search(chunk))
    return count


def words_of(strings: Iterable[str]) -> tuple[int, int]:
    """How many of them there are to translate, and how many words these have."""
    texts = [string for string in strings if is_text(string)]
    return len(texts), sum(words_in(text) for text in texts)


@dataclass(slots=True)
class _Segment:
    place: tuple[int, int]
    """Context and string: what a translation is of."""
    text: str
    words: int


class Strings:
    """The submitted strings of works, their translations and the proposals for them. Read by one query."""

    def __init__(self, keys: Sequence[UUID]) -> None:
        self._submitted: defaultdict[tuple[UUID, int], list[_Segment]] = defaultdict(list)
        self._translated: defaultdict[tuple[UUID, int], dict[tuple[int, int], datetime]] = defaultdict(dict)
        self._proposed: defaultdict[tuple[UUID, int], set[tuple[int, int]]] = defaultdict(set)
        for kind, key, locale_id, context_id, string_id, text, at in _rows(keys):
            place = (context_id, string_id)
            if kind == _SEGMENT:
                words = words_in(text) if is_text(text) else 0
                self._submitted[(key, locale_id)].append(_Segment(place, text, words))
            elif kind == _TRANSLATION:
                self._translated[(key, locale_id)][place] = at
            else:
                self._proposed[(key, locale_id)].add(place)

    def digest(self, key: UUID, source_locale_id: int) -> str:
        """Of the text that was last submitted in that locale."""
        return digest(segment.text for segment in self._submitted[(key, source_locale_id)])

    def count(self, key: UUID, source_locale_id: int, locale_id: int) -> Counts:
        """How much of what was submitted in the one locale is translated into the other."""
        translated = self._translated[(key, locale_id)]
        proposed = self._proposed[(key, locale_id)]
        counts = Counts()
        for segment in self._submitted[(key, source_locale_id)]:
            at = translated.get(segment.place)
            if at is not None:
                counts.translated_at = max(at, counts.translated_at or at)
            if not is_text(segment.text):
                continue
            counts.strings += 1
            counts.words += segment.words
            if at is None:
                counts.strings_left += 1
                counts.words_left += segment.words
                counts.proposals += segment.place in proposed
        return counts


def _rows(keys: Sequence[UUID]) -> Iterable[tuple[Any, ...]]:
    """Segments (with the source's locale), translations and proposals (with the target's)."""
    never = Value(None, output_field=DateTimeField())
    nothing = Value("", output_field=CharField())
    segments = (
        StringSegment.objects.filter(source__object_id__in=keys)
        .exclude(context__path__in=UNTRANSLATED_PATHS)
        .order_by()
        .values_list(
            Value(_SEGMENT, output_field=IntegerField()),
            F("source__object_id"),
            F("source__locale_id"),
            F("context_id"),
            F("string_id"),
            F("string__data"),
            never,
        )
    )
    translations = (
        StringTranslation.objects.filter(context__object_id__in=keys, has_error=False)
        .order_by()
        .values_list(
            Value(_TRANSLATION, output_field=IntegerField()),
            F("context__object_id"),
            F("locale_id"),
            F("context_id"),
            F("translation_of_id"),
            nothing,
            F("updated_at"),
        )
    )
    proposals = (
        Proposal.objects.filter(context__object_id__in=keys)
        .order_by()
        .values_list(
            Value(_PROPOSAL, output_field=IntegerField()),
            F("context__object_id"),
            F("locale_id"),
            F("context_id"),
            F("string_id"),
            nothing,
            never,
        )
    )
    return segments.union(translations, proposals, all=True)
