"""Taking the translation of a target string by string up again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.models import Locale
from wagtail_localize.models import String, StringTranslation, Translation, TranslationContext

from cms.translation import history
from cms.translation.carrying.units import Unit
from cms.translation.drafts import make_draft
from cms.translation.errors import TranslationError
from cms.translation.handing_over.block import hold
from cms.translation.handing_over.by_hand import ByHand, written_by_hand
from cms.translation.handing_over.stored import Translated, submitted_units, translated
from cms.translation.handing_over.strings import carry_strings
from cms.translation.localize.submitted_text import store
from cms.translation.permissions import may_translate_into
from cms.translation.refusals import refuse_locked, require, source_row

from .save_draft import OnTarget
from .stop import latest_draft
from .update_from_source import text_of, works_on_later_draft


class HandwrittenError(TranslationError):
    """Somebody wrote texts into the target that belong to no string, and that its next draft would not have."""

    def __init__(self, title: str, locale: Locale, texts: Sequence[str]) -> None:
        self.texts = tuple(texts)
        super().__init__(
            ngettext(
                "“%(title)s” holds %(count)d text in %(language)s that was written by hand and translates nothing of "
                "the original. It would be left out.",
                "“%(title)s” holds %(count)d texts in %(language)s that were written by hand and translate nothing of "
                "the original. They would be left out.",
                len(texts),
            )
            % {"title": title, "language": locale.get_display_name(), "count": len(texts)}
        )


@dataclass(kw_only=True)
class ResumeTranslation(OnTarget[Translation]):
    """Translates a target string by string again that was stopped or deleted, with all strings it ever had.

    What was written by hand meanwhile becomes the translation of the string in whose place it stands. Texts that
    translate nothing of the source raise HandwrittenError, unless `discard` says to leave them out; the drafts that
    hold them stay among the target's revisions. Translators get the source's text as it is now.
    """

    discard: bool = False

    def check(self) -> None:
        """Raises LockedTranslationError, HandwrittenError, SourceIsGoneError or PermissionDenied."""
        original = source_row(self.translation.source, self.translation.target_locale)
        target = self.hold_target()
        if target is None:
            if self.user is not None and not may_translate_into(self.user, original, self.translation.target_locale):
                raise PermissionDenied
            return
        require(self.user, "change", target)
        refuse_locked(target, self.translation.target_locale, self.user)
        if self.by_hand.homeless and not self.discard:
            raise HandwrittenError(str(target), self.translation.target_locale, self.by_hand.homeless)

    def perform(self) -> Translation:
        source, locale = self.translation.source, self.translation.target_locale
        hold(source)
        self._take_over()
        carry_strings(source, (), submitted_units(source), user=self.user, locale_ids=[locale.pk])
        if not self.translation.enabled:
            self.translation.enabled = True
            self.translation.save(update_fields=["enabled"])
        row = source_row(source, locale)
        text, unpublished = text_of(row, draft=works_on_later_draft(source, row))
        store(source, text, user=self.user, unpublished=unpublished)
        if self.hold_target() is None:
            make_draft(source, locale, self.user)
        return self.translation

    @cached_property
    def by_hand(self) -> ByHand:
        """What was written by hand since the target was stopped, as it is at the first look."""
        try:
            target = self.translation.get_target_instance()
        except ObjectDoesNotExist:
            return ByHand()
        if self.translation.enabled:
            return ByHand()
        return written_by_hand(self.translation, latest_draft(target), self._stored)

    @cached_property
    def _stored(self) -> Translated:
        source, locale_id = self.translation.source, self.translation.target_locale_id
        return translated(source.object_id, source.locale_id, [locale_id]).get(locale_id, Translated())

    def _take_over(self) -> None:
        """Writes the texts of the row as translations; what they replace stays in the history."""
        fitting = self.by_hand.fitting
        if not fitting:
            return
        target = self.translation.get_target_instance()
        author_id = target.latest_revision.user_id if getattr(target, "latest_revision", None) else None
        changed, new = [], []
        keys = self._keys(fitting)
        for unit, text in fitting.items():
            row = self._stored.rows.get(unit)
            if row is None:
                string_id, context_id = keys[unit]
                row = StringTranslation(
                    translation_of_id=string_id, context_id=context_id, locale_id=self.translation.target_locale_id
                )
                new.append(row)
            else:
                changed.append(row)
            row.data = text
            row.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
            row.tool_name, row.has_error, row.field_error = "", False, ""
            row.last_translated_by_id = author_id
            row.updated_at = timezone.now()
        StringTranslation.objects.bulk_update(
            changed,
            [
                "data",
                "translation_type",
                "tool_name",
                "has_error",
                "field_error",
                "last_translated_by",
                "updated_at",
            ],
        )
        StringTranslation.objects.bulk_create(new)
        history.record(history.change_of(row, history.Origin.TYPED, user_id=author_id) for row in [*changed, *new])

    def _keys(self, units: dict[Unit, str]) -> dict[Unit, tuple[int, int]]:
        source = self.translation.source
        hashes = {String._get_data_hash(unit.text): unit.text for unit in units}
        strings = String.objects.filter(locale_id=source.locale_id, data_hash__in=hashes)
        string_ids = dict(strings.values_list("data", "pk"))
        contexts = TranslationContext.objects.filter(object_id=source.object_id)
        context_ids = dict(contexts.values_list("path", "pk"))
        return {unit: (string_ids[unit.text], context_ids[unit.path]) for unit in units}
