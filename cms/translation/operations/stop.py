"""Ending the translation of a target string by string."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Any

from wagtail_localize.models import Translation

from cms.translation.drafts import make_draft
from cms.translation.errors import InvalidTranslationError
from cms.translation.handing_over.stored import submitted_units, translated
from cms.translation.refusals import SourceIsGoneError, running_step
from cms.translation.texts import is_text, strings_of

from .save_draft import OnTarget


@dataclass(kw_only=True)
class StopTranslation(OnTarget[Translation]):
    """From now on the target is written by hand, like a source of its own, beginning with what is translated.

    All strings, their history and proposals are kept for `ResumeTranslation`. What is published stays as it is.
    """

    def perform(self) -> Translation:
        target = self.hold_target()
        if target is not None and running_step(target) is None and self._is_behind(target):
            # Nothing is lost without the draft: the strings are kept, and so is the latest draft there is.
            with contextlib.suppress(InvalidTranslationError, SourceIsGoneError):
                make_draft(self.translation.source, self.translation.target_locale, self.user)
        self.translation.enabled = False
        self.translation.save(update_fields=["enabled"])
        return self.translation

    def _is_behind(self, target: Any) -> bool:
        """Whether translators saved strings that the target's latest draft does not have."""
        source, locale = self.translation.source, self.translation.target_locale
        stored = translated(source.object_id, source.locale_id, [locale.pk]).get(locale.pk)
        if stored is None:
            return False
        shown = strings_of(latest_draft(target))
        return any(
            is_text(row.data) and not row.has_error and row.data not in shown.get(unit.path, ())
            for unit in submitted_units(source)
            if (row := stored.rows.get(unit)) is not None
        )


def latest_draft(row: Any) -> Any:
    """The row as its latest draft has it; the row itself where there is none."""
    revision = getattr(row, "latest_revision", None)
    return revision.as_object() if revision is not None else row
