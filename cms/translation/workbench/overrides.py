"""Values that are the same in every language unless somebody says otherwise: the addresses of links in a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation

from cms.translation.errors import TranslationError
from cms.translation.operations.save_override import SaveOverride
from cms.translation.seen import Seen

from .loading import places_of
from .places import Place

VALUE = "override-"
SEEN = "override-seen-"


@dataclass
class Override:
    """One value with what the target has instead."""

    segment: OverridableSegment
    value: str
    """The source's."""
    place: Place
    stored: SegmentOverride | None
    typed: str | None = None
    """What was refused, to be shown again."""
    trouble: str = ""

    @property
    def key(self) -> str:
        """Names it in forms."""
        return str(self.segment.context_id)

    @property
    def own(self) -> str:
        """The target's value; "" where it is the source's."""
        return str(self.stored.data) if self.stored is not None else ""

    @property
    def shown(self) -> str:
        """What stands in the field."""
        return self.typed if self.typed is not None else self.own

    @property
    def seen(self) -> str:
        """The token of what is shown."""
        return str(Seen.of(self.value, self.own))


def load_overrides(translation: Translation) -> list[Override]:
    """All that are text, in the order of the source; two queries."""
    stored = {
        found.context_id: found
        for found in SegmentOverride.objects.filter(
            context__object_id=translation.source.object_id, locale_id=translation.target_locale_id
        )
    }
    places = places_of(translation)
    segments = OverridableSegment.objects.filter(source=translation.source).select_related("context").order_by("order")
    return [
        Override(segment, segment.data, places.at(segment.context.path), stored.get(segment.context_id))
        for segment in segments
        if isinstance(segment.data, str)
    ]


def save_overrides(
    translation: Translation, row: Any, overrides: list[Override], form: Mapping[str, str], user: Any
) -> dict[str, tuple[str, str]]:
    """Stores the fields that were changed, or reset. Returns what was refused by key: why, and what was typed."""
    refused = {}
    for override in overrides:
        typed = form.get(VALUE + override.key)
        reset = form.get("reset") == override.key
        if typed is None and not reset:
            continue
        value = "" if reset else (typed or "").strip()
        seen = Seen.parse(form.get(SEEN + override.key, ""))
        if not reset and seen is not None and seen.text == Seen.of("", value).text:
            continue
        operation = SaveOverride(
            translation=translation,
            segment=override.segment,
            value=value,
            seen=None if reset else form.get(SEEN + override.key),
            user=user,
            row=row,
        )
        try:
            operation.execute()
        except TranslationError as error:
            refused[override.key] = (str(error), value)
    return refused
