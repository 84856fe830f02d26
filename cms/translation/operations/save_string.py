"""Writing the translation of one string."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cms.translation import history
from cms.translation.errors import TranslationError
from cms.translation.handing_over.automatic import UNPROPOSED
from cms.translation.models import StringChange
from cms.translation.refusals import refuse_locked, refuse_stopped, require
from cms.translation.seen import Seen

from .base import Operation
from .known_string import KnownString
from .string_form import normalised, read, refuse_invalid
from .target_row import target_row

Origin = StringChange.Origin

WRITTEN = (
    "data", "translation_type", "tool_name", "last_translated_by", "has_error", "field_error", "updated_at",
)  # fmt: skip


class StringConflictError(TranslationError):
    """Somebody else changed the translation while the user was writing theirs. Nothing was written."""

    def __init__(self, text: str, user: Any, at: datetime | None) -> None:
        self.text = text
        """What stands there now, as wagtail-localize stores it; "" where it was removed."""
        self.user = user
        self.at = at
        person = get_user_display_name(user) if user else ""
        moment = date_format(localtime(at), "SHORT_DATETIME_FORMAT") if at else ""
        values = {"person": person, "moment": moment}
        if person and moment:
            message = _("%(person)s changed this translation (%(moment)s) while you were writing. Yours was not saved.")
        else:
            message = _("This translation was changed while you were writing. Yours was not saved.")
        super().__init__(message % values)


class SourceChangedError(TranslationError):
    """The source says something else now than what the user was translating. Nothing was written."""

    def __init__(self) -> None:
        super().__init__(_("The source of this text has changed while you were writing. Your text was not saved."))


@dataclass(kw_only=True)
class SaveString(Operation[StringTranslation | None]):
    """Writes, changes or removes the translation of one string in its place; the work's row and drafts stay untouched.

    Its fuzzy proposal goes as soon as there is a translation (as it does whoever stores one). The former text stays in
    the history.
    """

    translation: Translation
    segment: StringSegment
    """Of the translation's source, with its string and context."""
    text: str
    """Inline HTML as wagtail-localize stores it; "" removes the translation."""
    seen: str | None = None
    """The token (`cms.translation.seen`) of what the user had before them; None overwrites whatever is there."""
    origin: Origin = Origin.TYPED
    former_source: str = ""
    """What the text translated before, where it is accepted from a proposal."""
    row: Any = None
    """The target's stored row, where the caller has read it in this transaction."""
    known: KnownString | None = None
    """What is stored, where the caller has read and locked it in this transaction."""

    def check(self) -> None:
        refuse_stopped(self.translation)
        row = self.row if self.row is not None else target_row(self.translation)
        require(self.user, "change", row)
        refuse_locked(row, self.translation.target_locale, self.user)
        if self.segment.source_id != self.translation.source_id or (self.known is None and self._is_gone()):
            raise SourceChangedError
        self._refuse_conflict()
        if self.text:
            self.text = normalised(self.text)
            refuse_invalid(self.segment, self.text, self.translation.source)

    def perform(self) -> StringTranslation | None:
        with history.origin(self.origin, user=self.user, former_source=self.former_source, changed=True):
            if self.text:
                return self._write()
            self._remove()
            return None

    def works(self) -> Iterable[UUID]:
        """None: the strings are counted as soon as a translation is stored, by whatever program."""
        return ()

    def _transaction(self) -> AbstractContextManager[Any]:
        """No savepoint within a request's transaction: what is refused is refused before anything is written."""
        return contextlib.nullcontext() if transaction.get_connection().in_atomic_block else transaction.atomic()

    def _is_gone(self) -> bool:
        """Whether the source was given a new text since the caller read the segment; from here on that waits."""
        if transaction.get_connection().in_atomic_block:
            list(Translation.objects.select_for_update().filter(pk=self.translation.pk).values_list("pk"))
        here = {"context_id": self.segment.context_id, "string_id": self.segment.string_id}
        return not StringSegment.objects.filter(source_id=self.segment.source_id, **here).exists()

    @cached_property
    def _stored(self) -> StringTranslation | None:
        if self.known is not None:
            return self.known.stored
        found = StringTranslation.objects.filter(
            translation_of_id=self.segment.string_id,
            context_id=self.segment.context_id,
            locale_id=self.translation.target_locale_id,
        )
        if transaction.get_connection().in_atomic_block:
            found = found.select_for_update()
        stored: StringTranslation | None = found.first()
        return stored

    def _refuse_conflict(self) -> None:
        seen = Seen.parse(self.seen) if self.seen is not None else None
        if self.seen is None:
            return
        current = Seen.of(self.segment.string.data, self._stored.data if self._stored else "")
        if seen is None or seen.source != current.source:
            raise SourceChangedError
        if seen.text != current.text and self.text != (self._stored.data if self._stored else ""):
            raise self._conflict()

    def _conflict(self) -> StringConflictError:
        latest = (
            StringChange.objects.filter(
                context_id=self.segment.context_id,
                locale_id=self.translation.target_locale_id,
                string_id=self.segment.string_id,
            )
            .select_related("user")
            .order_by("-at", "-pk")
            .first()
        )
        text = self._stored.data if self._stored else ""
        if latest is not None and latest.text == text:
            return StringConflictError(text, latest.user, latest.at)
        if self._stored is not None:
            return StringConflictError(text, self._stored.last_translated_by, None)
        return StringConflictError(text, None, None)

    def _write(self) -> StringTranslation:
        stored = self._stored
        if stored is not None and stored.data == self.text and not stored.has_error and self._is_manual(stored):
            return stored
        if stored is None:
            stored = StringTranslation(
                translation_of=self.segment.string,
                context=self.segment.context,
                locale_id=self.translation.target_locale_id,
            )
        # The receivers of its signals read these; the lookup above did not fetch them.
        stored.translation_of = self.segment.string
        stored.context = self.segment.context
        stored.data = self.text
        stored.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
        stored.tool_name = ""
        stored.last_translated_by = self.user
        stored.has_error = False
        stored.field_error = ""
        if self.known is not None and not self.known.proposed:
            setattr(stored, UNPROPOSED, True)
        stored.save(update_fields=None if stored._state.adding else WRITTEN)
        self._mend_draft_title(stored)
        return stored

    def _remove(self) -> None:
        if self._stored is not None:
            self._stored.context = self.segment.context
            self._stored.delete()

    def _is_manual(self, stored: StringTranslation) -> bool:
        return bool(stored.translation_type == StringTranslation.TRANSLATION_TYPE_MANUAL and not stored.tool_name)

    def _mend_draft_title(self, stored: StringTranslation) -> None:
        """wagtail-localize's receiver copies inline HTML into the title of the page's draft."""
        if self.segment.context.path != "title":
            return
        title = read(stored.data)
        if title != stored.data:
            Page.objects.filter(translation_key=self.segment.context.object_id, locale_id=stored.locale_id).update(
                draft_title=title
            )
