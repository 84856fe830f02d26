"""What is stored of a work's strings and their translations, read in a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

from cms.translation.carrying.planning import Former, Suggested
from cms.translation.carrying.units import Unit
from cms.translation.models import Proposal
from cms.translation.texts import UNTRANSLATED_PATHS


class Keys(NamedTuple):
    """How a unit is stored."""

    string_id: int
    context_id: int


def submitted_units(source: TranslationSource) -> dict[Unit, Keys]:
    """The units of the submitted text, in the order of reading. Slugs are no text."""
    rows = (
        StringSegment.objects.filter(source=source)
        .exclude(context__path__in=UNTRANSLATED_PATHS)
        .order_by("order", "pk")
        .values_list("context__path", "string__data", "string_id", "context_id")
    )
    units: dict[Unit, Keys] = {}
    for path, text, string_id, context_id in rows:
        units.setdefault(Unit(path, text), Keys(string_id, context_id))
    return units


@dataclass(slots=True)
class Translated:
    """All that was ever translated of a work into one locale, and what is proposed for it."""

    rows: dict[Unit, StringTranslation] = field(default_factory=dict)
    proposals: dict[Unit, Proposal] = field(default_factory=dict)

    def formers(self) -> dict[Unit, Former]:
        """The translations as planning needs them."""
        return {
            unit: Former(row.data, row.updated_at, row.has_error, row.last_translated_by_id)
            for unit, row in self.rows.items()
        }

    def suggestions(self) -> dict[Unit, Suggested]:
        """The proposals as planning needs them."""
        return {
            unit: Suggested(row.former_source, row.text, row.score, row.translated_by_id, row.translated_at)
            for unit, row in self.proposals.items()
        }


def translated(work: UUID, source_locale_id: int, locale_ids: Iterable[int] | None = None) -> dict[int, Translated]:
    """By locale (id), of all locales or of some. Two queries."""
    found: defaultdict[int, Translated] = defaultdict(Translated)
    rows = StringTranslation.objects.filter(context__object_id=work, translation_of__locale_id=source_locale_id)
    proposals = Proposal.objects.filter(context__object_id=work)
    if locale_ids is not None:
        rows = rows.filter(locale_id__in=list(locale_ids))
        proposals = proposals.filter(locale_id__in=list(locale_ids))
    for row in rows.select_related("context", "translation_of").order_by("-updated_at", "-pk"):
        found[row.locale_id].rows[Unit(row.context.path, row.translation_of.data)] = row
    for proposal in proposals.select_related("context", "string"):
        found[proposal.locale_id].proposals[Unit(proposal.context.path, proposal.string.data)] = proposal
    return dict(found)
