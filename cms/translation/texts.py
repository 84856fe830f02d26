"""The translatable text of a work: its strings, and a digest that changes exactly when a translator has work to do."""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import unescape

from django.db.models import Model
from wagtail_localize.models import StringSegment, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

UNTRANSLATED_PATHS = frozenset({"slug"})
"""Part of an address, not of the text: a new one asks no translator for anything."""

_TAG = re.compile(r"<[^>]*>")


def is_text(string: str) -> bool:
    """Whether there is anything to translate in wagtail-localize's `string` (inline HTML): a letter in any script."""
    return any(character.isalpha() for character in unescape(_TAG.sub("", string)))


def strings_of(row: Model) -> dict[str, list[str]]:
    """The row's strings by wagtail-localize's content path, as they stand in memory."""
    strings: defaultdict[str, list[str]] = defaultdict(list)
    for segment in extract_segments(row):
        if isinstance(segment, StringSegmentValue) and segment.path not in UNTRANSLATED_PATHS:
            strings[segment.path].append(segment.string.data)
    return dict(strings)


def digest(strings: Iterable[str]) -> str:
    """One value for a text; the order of its strings (blocks that were moved) does not matter."""
    return hashlib.sha256(json.dumps(sorted(strings), ensure_ascii=False).encode()).hexdigest()


def digest_of(row: Model) -> str:
    """The digest of a row's text as it stands in memory."""
    return digest(string for strings in strings_of(row).values() for string in strings)


def digest_of_submitted(source: TranslationSource) -> str:
    """The digest of the text that was last submitted (or synced) for translation."""
    return digest(
        StringSegment.objects.filter(source=source)
        .exclude(context__path__in=UNTRANSLATED_PATHS)
        .values_list("string__data", flat=True)
    )


def submitted_texts(source: TranslationSource) -> list[tuple[str, str]]:
    """The text that was last submitted: content path and string, in its order."""
    return list(
        StringSegment.objects.filter(source=source)
        .exclude(context__path__in=UNTRANSLATED_PATHS)
        .order_by("order")
        .values_list("context__path", "string__data")
    )


def gaps(
    source: TranslationSource, locale_id: int, target: Mapping[str, list[str]] | None = None
) -> list[tuple[str, str]]:
    """The submitted strings of `source` that have no translation into the locale, each with its content path.

    With `target` (the strings of a target row) only those that the row really shows in the source's language. A string
    that reads the same in both languages, such as a name, counts as translated as soon as a translation says so.
    """
    return gaps_among(texts_with_translations(source, locale_id), target)


def texts_with_translations(source: TranslationSource, locale_id: int) -> list[tuple[str, str, str | None]]:
    """The text that was last submitted, in its order: content path, string, and its translation into the locale."""
    return list(
        StringSegment.objects.filter(source=source)
        .exclude(context__path__in=UNTRANSLATED_PATHS)
        .annotate_translation(locale_id)
        .order_by("order")
        .values_list("context__path", "string__data", "translation")
    )


def gaps_among(
    texts: Iterable[tuple[str, str, str | None]], target: Mapping[str, list[str]] | None = None
) -> list[tuple[str, str]]:
    """As `gaps`, of texts that were read before."""
    missing = []
    for path, text, translation in texts:
        if not is_text(text):
            continue
        if target is None:
            if not translation:
                missing.append((path, text))
            continue
        shown = target.get(path, [])
        if text in shown and (not translation or translation not in shown):
            missing.append((path, text))
    return missing


def untranslated(source: TranslationSource, locale_id: int) -> list[str]:
    """The submitted strings of `source` that have no translation into the locale."""
    return [text for _path, text in gaps(source, locale_id)]
