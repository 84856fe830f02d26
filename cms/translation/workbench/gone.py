"""What somebody typed for a string that the source no longer has. It is never lost."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from rapidfuzz import fuzz
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation

from cms.translation.models import Proposal, StringChange
from cms.translation.operations.string_form import read

BEST = 99
"""A proposal is never quite the same."""


def keep_for_new_source(
    translation: Translation, context_id: int, string_id: int, text: str, user: Any
) -> StringSegment | None:
    """Makes `text`, a translation of a string that is gone from its place, a proposal for what stands there now.

    For the most similar string in the place that nobody has translated yet; returns it, or None where there is none or
    where it has a proposal that exists nowhere else. `text` is as wagtail-localize stores it.
    """
    former = String.objects.filter(pk=string_id).first()
    if former is None or not text:
        return None
    done = StringTranslation.objects.filter(context_id=context_id, locale_id=translation.target_locale_id)
    waiting = (
        StringSegment.objects.filter(source_id=translation.source_id, context_id=context_id)
        .exclude(string_id__in=done.values("translation_of_id"))
        .select_related("string", "context")
    )
    ranked = sorted(waiting, key=lambda segment: _similarity(former.data, segment.string.data), reverse=True)
    for segment in ranked:
        place = {
            "locale_id": translation.target_locale_id,
            "context_id": context_id,
            "string_id": segment.string_id,
        }
        present = Proposal.objects.filter(**place).first()
        if present is not None and not _is_kept(present):
            continue
        Proposal.objects.update_or_create(
            **place,
            defaults={
                "former_source": former.data,
                "text": text,
                "score": _similarity(former.data, segment.string.data),
                "translated_by": user,
                "translated_at": timezone.now(),
            },
        )
        return segment
    return None


def _is_kept(proposal: Proposal) -> bool:
    """Whether the history has its text, too."""
    return StringChange.objects.filter(
        locale_id=proposal.locale_id, context_id=proposal.context_id, text=proposal.text
    ).exists()


def _similarity(one: str, other: str) -> int:
    return min(BEST, round(fuzz.ratio(read(one), read(other))))
