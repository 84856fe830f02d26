"""Giving a target another value than its source where the text itself has no say: the address of a link."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.utils.translation import gettext as _
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation

from cms.translation.errors import TranslationError
from cms.translation.refusals import refuse_locked, refuse_stopped, require
from cms.translation.seen import Seen

from .base import Operation
from .save_string import SourceChangedError, StringConflictError
from .target_row import target_row

SCHEMES = frozenset({"http", "https", "mailto", "tel"})


class AddressError(TranslationError):
    """No address that a link may lead to."""

    def __init__(self) -> None:
        super().__init__(_("Please enter a whole address, such as https://www.example.org/page."))


@dataclass(kw_only=True)
class SaveOverride(Operation[SegmentOverride | None]):
    """Sets the target's own value in one place, or ("") goes back to the source's."""

    translation: Translation
    segment: OverridableSegment
    """Of the translation's source, with its context."""
    value: str
    seen: str | None = None
    """The token (`cms.translation.seen`) of source's and target's values that the user had before them."""
    row: Any = None
    """The target's stored row, where the caller has read it in this transaction."""

    def check(self) -> None:
        refuse_stopped(self.translation)
        row = self.row if self.row is not None else target_row(self.translation)
        require(self.user, "change", row)
        refuse_locked(row, self.translation.target_locale, self.user)
        if self.segment.source_id != self.translation.source_id or not isinstance(self.segment.data, str):
            raise SourceChangedError
        self._refuse_conflict()
        if self.value and not _is_address(self.value):
            raise AddressError

    def perform(self) -> SegmentOverride | None:
        place = {"locale_id": self.translation.target_locale_id, "context_id": self.segment.context_id}
        if not self.value:
            SegmentOverride.objects.filter(**place).delete()
            return None
        values = {
            "data_json": json.dumps(self.value),
            "last_translated_by": self.user,
            "has_error": False,
            "field_error": "",
        }
        override, _created = SegmentOverride.objects.update_or_create(**place, defaults=values)
        return override

    def works(self) -> Iterable[UUID]:
        """None: lists tell nothing of it."""
        return ()

    def _refuse_conflict(self) -> None:
        if self.seen is None:
            return
        stored = SegmentOverride.objects.filter(
            locale_id=self.translation.target_locale_id, context_id=self.segment.context_id
        ).first()
        now = str(stored.data) if stored is not None else ""
        if self.seen != str(Seen.of(self.segment.data, now)) and now != self.value:
            raise StringConflictError(
                now, stored.last_translated_by if stored else None, stored.updated_at if stored else None
            )


def _is_address(value: str) -> bool:
    if not value.isprintable():
        return False
    if value.startswith(("/", "#")):
        return not value.startswith(("//", "/\\"))
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in SCHEMES and bool(parts.netloc or parts.path) and not any(c.isspace() for c in value)
