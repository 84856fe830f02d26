"""Taking translations over from a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils import timezone
from rapidfuzz import fuzz
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cms.translation import history
from cms.translation.errors import TranslationError
from cms.translation.exchange.po_reading import FileString, StringFile
from cms.translation.models import Proposal, StringChange
from cms.translation.refusals import refuse_locked, refuse_stopped, require

from .base import Operation
from .string_form import normalised, read, refuse_invalid
from .target_row import target_row

BATCH = 500
MOST_SIMILAR = 99


@dataclass(slots=True)
class ImportReport:
    """What became of each string of the file."""

    saved: list[FileString] = field(default_factory=list)
    unchanged: list[FileString] = field(default_factory=list)
    fuzzy: list[FileString] = field(default_factory=list)
    """Kept as proposals: they wait for somebody to accept them."""
    newer: list[FileString] = field(default_factory=list)
    """Somebody translated these otherwise after the file was made. What they wrote was kept."""
    unknown: list[FileString] = field(default_factory=list)
    """The source has no such text in that place (any more)."""
    invalid: list[tuple[FileString, str]] = field(default_factory=list)
    """With the reason."""

    @property
    def left_out(self) -> int:
        """How many strings of the file were not taken over."""
        return len(self.newer) + len(self.unknown) + len(self.invalid)


@dataclass(kw_only=True)
class ImportStrings(Operation[ImportReport]):
    """Writes the strings of a file that fit, all at once, in a number of queries that does not depend on theirs.

    Nothing that was translated after the file was made is overwritten.
    """

    translation: Translation
    file: StringFile
    tool_name: str = history.PO_FILE

    def check(self) -> None:
        refuse_stopped(self.translation)
        row = target_row(self.translation)
        require(self.user, "change", row)
        refuse_locked(row, self.translation.target_locale, self.user)

    def works(self) -> Iterable[UUID]:
        return [self.translation.source.object_id]

    def perform(self) -> ImportReport:
        report = ImportReport()
        segments = {
            (segment.context.path, segment.string.data): segment
            for segment in StringSegment.objects.filter(source_id=self.translation.source_id).select_related(
                "context", "string"
            )
        }
        stored = {
            (translation.context_id, translation.translation_of_id): translation
            for translation in StringTranslation.objects.select_for_update(of=("self",)).filter(
                locale_id=self.translation.target_locale_id, context__object_id=self.translation.source.object_id
            )
        }
        changed: dict[tuple[int, int], tuple[StringSegment, StringTranslation]] = {}
        proposals: dict[tuple[int, int], Proposal] = {}
        for said in self.file.strings:
            segment = segments.get((said.path, said.source))
            if segment is None:
                report.unknown.append(said)
                continue
            text = normalised(said.text)
            try:
                refuse_invalid(segment, text, self.translation.source)
            except TranslationError as error:
                report.invalid.append((said, str(error)))
                continue
            place = (segment.context_id, segment.string_id)
            before = stored.get(place)
            if said.fuzzy:
                if before is None:
                    proposals[place] = self._proposal(segment, said, text)
                    report.fuzzy.append(said)
                else:
                    report.unchanged.append(said)
            elif before is not None and before.data == text and not before.has_error:
                report.unchanged.append(said)
            elif before is not None and self._is_newer(before):
                report.newer.append(said)
            else:
                changed[place] = (segment, self._changed(segment, before, text))
                report.saved.append(said)
        self._write(changed, proposals)
        return report

    def _is_newer(self, translation: StringTranslation) -> bool:
        return self.file.made_at is not None and translation.updated_at > self.file.made_at

    def _changed(self, segment: StringSegment, before: StringTranslation | None, text: str) -> StringTranslation:
        translation = before or StringTranslation(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale_id=self.translation.target_locale_id,
        )
        translation.data = text
        translation.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
        translation.tool_name = self.tool_name
        translation.last_translated_by = self.user
        translation.updated_at = timezone.now()
        translation.has_error = False
        translation.field_error = ""
        return translation

    def _proposal(self, segment: StringSegment, said: FileString, text: str) -> Proposal:
        former = said.former_source or said.source
        return Proposal(
            locale_id=self.translation.target_locale_id,
            context_id=segment.context_id,
            string_id=segment.string_id,
            former_source=former,
            text=text,
            score=min(MOST_SIMILAR, round(fuzz.ratio(former, said.source))),
            translated_by=self.user,
            translated_at=timezone.now(),
        )

    def _write(
        self,
        changed: dict[tuple[int, int], tuple[StringSegment, StringTranslation]],
        proposals: dict[tuple[int, int], Proposal],
    ) -> None:
        translations = [translation for _segment, translation in changed.values()]
        known = [translation for translation in translations if translation.pk is not None]
        StringTranslation.objects.bulk_create(
            [translation for translation in translations if translation.pk is None], batch_size=BATCH
        )
        StringTranslation.objects.bulk_update(
            known,
            ["data", "translation_type", "tool_name", "last_translated_by", "updated_at", "has_error", "field_error"],
            batch_size=BATCH,
        )
        user_id: Any = getattr(self.user, "pk", None)
        history.record(
            history.change_of(translation, StringChange.Origin.IMPORTED, user_id=user_id)
            for translation in translations
        )
        mine = Proposal.objects.filter(
            locale_id=self.translation.target_locale_id, context__object_id=self.translation.source.object_id
        )
        settled = {*changed, *proposals}
        mine.filter(
            pk__in=[
                pk
                for pk, context_id, string_id in mine.values_list("pk", "context_id", "string_id")
                if (context_id, string_id) in settled
            ]
        ).delete()
        Proposal.objects.bulk_create(proposals.values(), batch_size=BATCH)
        for segment, translation in changed.values():
            if segment.context.path == "title":
                Page.objects.filter(
                    translation_key=self.translation.source.object_id, locale_id=self.translation.target_locale_id
                ).update(draft_title=read(translation.data))
