"""The strings of a target as the workbench shows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import pgettext_lazy
from wagtail.admin.utils import get_user_display_name
from wagtail_localize.models import StringSegment, StringTranslation

from cms.translation.models import Comment, Proposal
from cms.translation.operations.string_form import read
from cms.translation.seen import Seen
from cms.translation.targets.counting import words_in
from cms.translation.texts import UNTRANSLATED_PATHS, is_text

from .markup import tags_of, typed_form, with_chips
from .places import Place, Places

TRANSLATED = "translated"
UNTRANSLATED = "untranslated"
FUZZY = "fuzzy"
FAULTY = "error"
OPTIONAL = "optional"

STATES: dict[str, Promise] = {
    TRANSLATED: pgettext_lazy("state of a string", "translated"),
    UNTRANSLATED: pgettext_lazy("state of a string", "not translated"),
    FUZZY: pgettext_lazy("state of a string", "to be checked"),
    FAULTY: pgettext_lazy("state of a string", "with an error"),
    OPTIONAL: pgettext_lazy("state of a string", "needs no translation"),
}

LONG = 70
"""Characters of a source from which its translation gets several lines."""


@dataclass
class Thread:
    """A talk about one place, or about the whole work."""

    opener: Comment
    answers: list[Comment] = field(default_factory=list)

    @property
    def comments(self) -> list[tuple[Comment, str]]:
        """All entries with the names of their authors, the oldest first."""
        return [(comment, name_of(comment.author)) for comment in (self.opener, *self.answers)]

    @property
    def closed_by(self) -> str:
        """Who closed it; "" for somebody who is gone."""
        return name_of(self.opener.resolved_by)


@dataclass
class Trouble:
    """Why what somebody typed was not stored. It is shown again, with what stands there now."""

    message: str
    typed: str
    theirs: str | None = None
    """What somebody else wrote meanwhile, as it is typed; None where that is not the matter."""


@dataclass
class Row:
    """One string in its place. Where a place repeats a string, all of them have one translation."""

    segment: StringSegment
    """With its string and context."""
    plain: bool
    """No markup; otherwise inline HTML."""
    place: Place
    stored: StringTranslation | None
    proposal: Proposal | None
    renewed: bool
    """The place has been translated before, from another source text."""
    changes: int
    """Entries of its history."""
    threads: list[Thread]
    trouble: Trouble | None = None
    prefilled: bool = False
    """The field starts with the proposal's text."""

    @property
    def key(self) -> str:
        """Names the row in addresses and forms. It does not change as long as the source says the same there."""
        return f"{self.segment.context_id}-{self.segment.string_id}"

    @property
    def source(self) -> str:
        """What the source says, as wagtail-localize stores it."""
        text: str = self.segment.string.data
        return text

    @property
    def path(self) -> str:
        """The content path."""
        path: str = self.segment.context.path
        return path

    @property
    def is_optional(self) -> bool:
        """Nothing waits for its translation: an address, or no letter in it."""
        return is_optional(self.path, self.source)

    @property
    def is_address(self) -> bool:
        """The last part of a page's address, which is made from the title when nobody writes it."""
        return self.path in UNTRANSLATED_PATHS

    @cached_property
    def state(self) -> str:
        """One of STATES."""
        if self.stored is not None and self.stored.data:
            return FAULTY if self.stored.has_error else TRANSLATED
        if self.is_optional:
            return OPTIONAL
        return FUZZY if self.proposal is not None else UNTRANSLATED

    @property
    def state_label(self) -> Promise:
        """The state in words."""
        return STATES[self.state]

    @property
    def is_left(self) -> bool:
        """A translator has something to do here."""
        return self.state in {UNTRANSLATED, FUZZY, FAULTY}

    @property
    def is_outdated(self) -> bool:
        """It is left because the source has changed."""
        return self.is_left and (self.renewed or self.proposal is not None)

    @property
    def text(self) -> str:
        """The stored translation as it is typed; "" where there is none."""
        return typed_form(self.stored.data, plain=self.plain) if self.stored else ""

    @property
    def shown(self) -> str:
        """What stands in the field."""
        if self.trouble is not None:
            return self.trouble.typed
        if self.prefilled and self.proposal is not None and not self.stored:
            return self.proposed
        return self.text

    @property
    def seen(self) -> str:
        """The token of what is shown."""
        return str(Seen.of(self.source, self.stored.data if self.stored else ""))

    @property
    def source_html(self) -> SafeString:
        """The source's text with its tags as marks."""
        return with_chips(self.source, plain=self.plain)

    @property
    def plain_source(self) -> str:
        """The source's text without tags."""
        return read(self.source)

    @property
    def proposed(self) -> str:
        """The proposal as it is typed."""
        return typed_form(self.proposal.text, plain=self.plain) if self.proposal else ""

    @property
    def proposal_html(self) -> SafeString:
        """The proposal with its tags as marks."""
        return with_chips(self.proposal.text if self.proposal else "", plain=self.plain)

    @property
    def proposed_by(self) -> str:
        """Who wrote the proposal."""
        return name_of(self.proposal.translated_by) if self.proposal else ""

    @property
    def tags(self) -> list[str]:
        """The tags of the source that a translation may have."""
        return [] if self.plain else tags_of(self.source)

    @property
    def lines(self) -> int:
        """How high the field is."""
        return min(12, max(1, len(self.source) // LONG + 1 + self.source.count("<br")))

    @property
    def error(self) -> str:
        """What is wrong with the stored translation."""
        return str(self.stored.get_error() or "") if self.stored is not None and self.stored.has_error else ""

    @property
    def by(self) -> str:
        """Who wrote the translation; "" for a program or somebody who is gone."""
        return name_of(self.stored.last_translated_by) if self.stored else ""

    @property
    def at(self) -> datetime | None:
        """When it was written."""
        return self.stored.updated_at if self.stored else None

    @property
    def is_machine(self) -> bool:
        """A machine wrote it, and nobody has looked at it."""
        return bool(self.stored and self.stored.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE)

    @property
    def open_threads(self) -> int:
        """Talks that nobody has closed."""
        return sum(1 for thread in self.threads if thread.opener.resolved_at is None)


@dataclass
class Rows:
    """All strings of a target, and the talks that belong to none of them."""

    rows: list[Row]
    general: list[Thread]
    """About the work, or about a place that is gone."""
    rich: set[int]
    """The places (contexts) whose strings are inline HTML."""
    places: Places
    """What the places of the text are called."""

    def get(self, key: str) -> Row | None:
        """The row with this key."""
        return next((row for row in self.rows if row.key == key), None)

    @property
    def wanted(self) -> list[Row]:
        """The strings that want a translation."""
        return [row for row in self.rows if not row.is_optional]

    @property
    def left(self) -> list[Row]:
        """The strings that keep it from being complete."""
        return [row for row in self.wanted if row.is_left]

    @property
    def percent(self) -> int:
        """How much is translated, by the words of the source; 100 only when nothing is left."""
        left = sum(words_in(row.source) for row in self.left)
        words = sum(words_in(row.source) for row in self.wanted)
        return min(99, (words - left) * 100 // max(words, 1)) if self.left else 100

    @property
    def words_left(self) -> int:
        """Words of the source that are yet to be translated."""
        return sum(words_in(row.source) for row in self.left)


def name_of(user: Any) -> str:
    """What a user is called; "" for nobody."""
    return str(get_user_display_name(user)) if user else ""


def is_optional(path: str, source: str) -> bool:
    """Whether no translator has to do anything about this string in this place."""
    return path in UNTRANSLATED_PATHS or not is_text(source)
