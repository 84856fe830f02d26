"""What the targets of works ought to say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, F, JSONField, Q, Value, When
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.publishing.folding import sort_key
from cms.publishing.locales import content_locales
from cms.translation.basis import live_digest
from cms.translation.models import Target, TranslationBasis
from cms.translation.models.target import TITLE_LENGTH

from .counting import Counts, Strings, words_of
from .rows import Row, rows_of, titles_of

State = Target.State


@dataclass(frozen=True, slots=True)
class _Submitted:
    """The text of a source that translators were given."""

    digest: str
    unpublished: bool
    locales: frozenset[int]
    """Into which it is being translated."""


@dataclass(frozen=True, slots=True)
class _Basis:
    digest: str
    missing: int
    text: Sequence[tuple[str, str]]


def targets_of(keys: Sequence[UUID]) -> list[Target]:
    """The targets of these works, not saved and without primary keys. Their number adds no queries."""
    rows = rows_of(keys)
    works = [_Work(key, found) for key, found in rows.items() if not found[0].alias]
    if not works:
        return []
    present = [work.key for work in works]
    locales = _content_locale_ids()
    submitted = _submitted(works)
    without = [work for work in works if set(locales) - work.locales_of(submitted) - set(work.rows)]
    bases = _bases(present, without)
    strings = Strings(present) if submitted else None
    titles = titles_of(work.source for work in works)
    targets = []
    for work in works:
        work.look(submitted.get(work.key), bases, strings)
        title = titles.get(work.key, "")[:TITLE_LENGTH]
        for locale_id in locales:
            if locale_id != work.source.locale_id:
                target = work.target(locale_id)
                target.title = title
                target.sort_key = sort_key(title)
                targets.append(target)
    return targets


class _Work:
    """A work, and what is known of its translations."""

    def __init__(self, key: UUID, rows: Sequence[Row]) -> None:
        self.key = key
        self.source = rows[0]
        self.rows = {row.locale_id: row for row in rows if not row.alias}

    def locales_of(self, submitted: dict[UUID, _Submitted]) -> frozenset[int]:
        """Into which it is translated string by string."""
        own = submitted.get(self.key)
        return own.locales if own else frozenset()

    def look(
        self,
        submitted: _Submitted | None,
        bases: dict[tuple[UUID, int], _Basis],
        strings: Strings | None,
    ) -> None:
        """Takes what was read for all works."""
        self._submitted = submitted
        self._bases = {locale_id: basis for (key, locale_id), basis in bases.items() if key == self.key}
        self._strings = strings
        own = self._bases.get(self.source.locale_id)
        self._published = own.digest if own and own.digest else None
        self._words = words_of(text for _path, text in own.text) if own else (0, 0)

    def target(self, locale_id: int) -> Target:
        """What is to be told of it in that locale."""
        row = self.rows.get(locale_id)
        by_strings = self._submitted is not None and locale_id in self._submitted.locales
        state = self._state(row)
        counts = self._counts(locale_id, row, by_strings)
        return Target(
            translation_key=self.key,
            locale_id=locale_id,
            content_type_id=self.source.content_type_id,
            source_locale_id=self.source.locale_id,
            source_pk=self.source.pk,
            row_pk=row.pk if row else None,
            state=state,
            state_since=self._since(state, row),
            live=bool(row and row.live),
            by_strings=by_strings,
            behind=by_strings and self._behind(),
            in_moderation=bool(row and row.in_moderation),
            strings=counts.strings,
            strings_left=counts.strings_left,
            words=counts.words,
            words_left=counts.words_left,
            proposals=counts.proposals,
            translated_at=counts.translated_at,
        )

    def _state(self, row: Row | None) -> str:
        """The same as `cms.translation.states` tells readers, for what they can see."""
        if row is None:
            return State.NONE
        if not row.live:
            return State.DRAFT
        basis = self._bases.get(row.locale_id)
        if basis is None or not basis.digest:
            return State.CURRENT
        if basis.missing:
            return State.PARTIAL
        return State.CURRENT if basis.digest == self._published_digest() else State.OUTDATED

    def _behind(self) -> bool:
        submitted = self._submitted
        if submitted is None or not self.source.live or (submitted.unpublished and self.source.changed):
            return False
        digest = submitted.digest
        if not digest and self._strings is not None:
            digest = self._strings.digest(self.key, self.source.locale_id)
        return digest != self._published_digest()

    def _published_digest(self) -> str:
        if self._published is None:
            # Normally recorded when the source was published. Rows that came another way are read, one by one.
            model = ContentType.objects.get_for_id(self.source.content_type_id).model_class()
            row = model._default_manager.filter(pk=self.source.pk).first() if model else None
            self._published = live_digest(row) if row else ""
        return self._published

    def _counts(self, locale_id: int, row: Row | None, by_strings: bool) -> Counts:
        if by_strings and self._strings is not None:
            return self._strings.count(self.key, self.source.locale_id, locale_id)
        if row is None:
            strings, words = self._words
            return Counts(strings=strings, strings_left=strings, words=words, words_left=words)
        return Counts()

    def _since(self, state: str, row: Row | None) -> datetime | None:
        """The best guess where nobody saw it happen."""
        if row is None or state == State.NONE:
            return self.source.first_published_at or self.source.revised_at
        if state == State.DRAFT:
            return row.revised_at
        return self.source.last_published_at if state == State.OUTDATED else row.last_published_at


def _content_locale_ids() -> list[int]:
    return list(Locale.objects.filter(language_code__in=content_locales()).order_by("pk").values_list("pk", flat=True))


def _submitted(works: Iterable[_Work]) -> dict[UUID, _Submitted]:
    """What was submitted of each work in the locale that it was first written in."""
    sources = {work.key: work.source.locale_id for work in works}
    given: dict[UUID, tuple[str, bool]] = {}
    locales: dict[UUID, set[int]] = {}
    for key, source_locale_id, digest, unpublished, locale_id in Translation.objects.filter(
        source__object_id__in=sources, enabled=True
    ).values_list(
        "source__object_id",
        "source__locale_id",
        "source__submission__digest",
        "source__submission__unpublished",
        "target_locale_id",
    ):
        if source_locale_id == sources[key]:
            given[key] = (digest or "", bool(unpublished))
            locales.setdefault(key, set()).add(locale_id)
    return {key: _Submitted(*given[key], frozenset(found)) for key, found in locales.items()}


def _bases(keys: Sequence[UUID], without: Sequence[_Work]) -> dict[tuple[UUID, int], _Basis]:
    """What the published rows were made from; of sources not yet submitted everywhere with their text, to count it."""
    with_text = Q(
        translation_key__in=[work.key for work in without], locale_id__in={work.source.locale_id for work in without}
    )
    text: Any = F("source_text")
    nothing = Value(None, output_field=JSONField())
    wanted = Case(When(with_text, then=text), default=nothing, output_field=JSONField()) if without else nothing
    bases = TranslationBasis.objects.filter(translation_key__in=keys)
    return {
        (key, locale_id): _Basis(digest, missing, found or ())
        for key, locale_id, digest, missing, found in bases.values_list(
            "translation_key", "locale_id", "source_digest", "missing", wanted
        )
    }
