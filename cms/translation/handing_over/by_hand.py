"""Finding what was written by hand into a target while its strings were at rest."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from wagtail.models import Revision
from wagtail_localize.models import StringSegment, Translation, TranslationLog
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from cms.translation.carrying.typography import canonical
from cms.translation.carrying.units import Unit
from cms.translation.texts import UNTRANSLATED_PATHS, is_text

from .stored import Translated

Attributes = Mapping[str, Any]

_ID = re.compile(r'(?<=\sid=")[a-z]+\d+(?=")')


@dataclass(frozen=True, slots=True)
class Written:
    """A string of a row: its text and what its tags (`a1`) stand for."""

    text: str
    attributes: Attributes


@dataclass(slots=True)
class ByHand:
    """What somebody wrote."""

    fitting: dict[Unit, str] = field(default_factory=dict)
    """Source's unit → its translation, as strings hold it."""
    homeless: list[str] = field(default_factory=list)
    """Texts that belong to no string of the source: whole new blocks, or links of their own."""


def written_by_hand(translation: Translation, draft: Model, stored: Translated) -> ByHand:
    """Compares a target's draft with the last one that was made from strings. Three queries at most."""
    found = ByHand()
    baseline = _last_made_from_strings(translation)
    before = _strings(baseline.as_object()) if baseline is not None else {}
    submitted = _submitted(translation)
    for path, written in _strings(draft).items():
        known = {canonical(each.text) for each in before.get(path, ())}
        known |= {canonical(each.text) for each in submitted.get(path, ())}
        for position, each in enumerate(written):
            if canonical(each.text) in known or not is_text(each.text):
                continue
            source = _source_of(position, path, len(written), before, submitted, stored)
            text = _with_ids_of(source, each) if source is not None else None
            if source is None or text is None:
                found.homeless.append(each.text)
            else:
                found.fitting[Unit(path, source.text)] = text
    return found


def _last_made_from_strings(translation: Translation) -> Revision | None:
    log = (
        TranslationLog.objects.filter(
            source_id=translation.source_id, locale_id=translation.target_locale_id, revision__isnull=False
        )
        .select_related("revision")
        .order_by("-created_at", "-pk")
        .first()
    )
    return log.revision if log is not None else None


def _strings(row: Any) -> dict[str, list[Written]]:
    strings: dict[str, list[Written]] = {}
    for segment in extract_segments(row):
        if isinstance(segment, StringSegmentValue) and segment.path not in UNTRANSLATED_PATHS:
            strings.setdefault(segment.path, []).append(Written(segment.string.data, segment.attrs or {}))
    return strings


def _submitted(translation: Translation) -> dict[str, list[Written]]:
    rows = StringSegment.objects.filter(source_id=translation.source_id).order_by("order", "pk")
    strings: dict[str, list[Written]] = {}
    for path, text, attributes in rows.values_list("context__path", "string__data", "attrs"):
        strings.setdefault(path, []).append(Written(text, json.loads(attributes or "null") or {}))
    return strings


def _source_of(
    position: int,
    path: str,
    count: int,
    before: Mapping[str, Sequence[Written]],
    submitted: Mapping[str, Sequence[Written]],
    stored: Translated,
) -> Written | None:
    """What the string in this position of a place translates, if that is certain."""
    former = before.get(path, ())
    now = submitted.get(path, ())
    if len(former) == count:
        attributes = now[position].attributes if len(now) == count else former[position].attributes
        shown = canonical(former[position].text)
        for unit, row in stored.rows.items():
            if unit.path == path and canonical(row.data) == shown:
                return Written(unit.text, attributes)
        for each in now:
            if canonical(each.text) == shown:
                return each
    if not former and len(now) == count:
        return now[position]
    return None


def _with_ids_of(source: Written, written: Written) -> str | None:
    """The text with its tags named as in the source; None where it links to anything that the source does not."""
    names: dict[str, str] = {}
    free = dict(source.attributes)
    for own, attributes in written.attributes.items():
        name = next((name for name, wanted in free.items() if wanted == attributes), None)
        if name is None:
            return None
        names[own] = name
        del free[name]
    return _ID.sub(lambda match: names.get(match[0], match[0]), written.text)
