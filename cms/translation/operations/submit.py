"""Giving a work to translators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from cms.core.works import rows_of_work
from cms.translation.drafts import make_draft, note_draft
from cms.translation.errors import NoDraftError, NotTheSourceError, TranslationError
from cms.translation.localize.new_targets import create_target
from cms.translation.localize.submitted_text import Copy, copy_of, says_the_same, source_for, store_copy
from cms.translation.permissions import SUBMIT, may, may_translate_into
from cms.translation.refusals import refuse_locked

from .base import Operation
from .resume import ResumeTranslation


class SameLocaleError(TranslationError):
    """A work is not translated into its own language."""

    def __init__(self, title: str, locale: Locale) -> None:
        super().__init__(
            _("“%(title)s” is written in %(language)s already.")
            % {"title": title, "language": locale.get_display_name()}
        )


class WrittenByHandError(TranslationError):
    """Translating string by string would replace what somebody wrote."""

    def __init__(self, title: str, locale: Locale) -> None:
        super().__init__(
            _("“%(title)s” was written by hand in %(language)s. Translating it text by text would replace that.")
            % {"title": title, "language": locale.get_display_name()}
        )


class TwoSourcesError(TranslationError):
    """A target is translated from one source, never from two."""

    def __init__(self, title: str, locale: Locale, other: Locale) -> None:
        super().__init__(
            _("“%(title)s” is already translated into %(language)s from another original (%(other)s). Stop that first.")
            % {"title": title, "language": locale.get_display_name(), "other": other.get_display_name()}
        )


class MayNotTranslateIntoError(TranslationError):
    """Each role is bound to locales."""

    def __init__(self, title: str, locale: Locale) -> None:
        super().__init__(
            _("You may not translate “%(title)s” into %(language)s.")
            % {"title": title, "language": locale.get_display_name()}
        )


class MayNotHandOutDraftError(TranslationError):
    """What nobody published is handed out only by those who may write it."""

    def __init__(self, title: str) -> None:
        super().__init__(
            _("The draft of “%(title)s” can be submitted only by those who may change it.") % {"title": title}
        )


@dataclass(kw_only=True)
class SubmitForTranslation(Operation[list[Translation]]):
    """Gives the text of a work to the translators of some locales, and makes a draft in each that has none.

    Returns the translations in the order of `locales`. Nothing is published, nothing of a target that is translated
    already changes, and doing it again does nothing. A translation that was stopped is resumed (`ResumeTranslation`).
    Missing parents of a page are submitted with it, because it needs a place to stand.

    All locales of a work have the same text: where it is other than the one that was submitted before, translators of
    the other locales get it, too (see `UpdateFromSource`).
    """

    publishes: ClassVar[bool] = True  # readers notice nothing, but storing rows takes the projection lock anyway

    source: Any
    locales: Sequence[Locale]
    draft: bool = True
    """The latest draft of the source where there is one; False: the published text. Of a source that is not published
    it is always the latest draft."""

    def __post_init__(self) -> None:
        if isinstance(self.source, Page):
            self.source = self.source.specific

    def check(self) -> None:
        if not isinstance(self.source, DraftStateMixin):
            raise NoDraftError(str(self.source))
        rows = list(rows_of_work(self.source).select_related("locale"))
        self._rows = {row.locale_id: row for row in rows}
        if not rows or rows[0].pk != self.source.pk:
            raise NotTheSourceError(str(self.source), rows[0].locale if rows else self.source.locale)
        self.source = rows[0]
        self._check_user()
        begun = list(
            Translation.objects.filter(source__object_id=self.source.translation_key).select_related(
                "source__locale", "target_locale"
            )
        )
        self._known = {each.target_locale_id: each for each in begun if each.source.locale_id == self.source.locale_id}
        foreign = {each.target_locale_id: each for each in begun if each.enabled and each not in self._known.values()}
        for locale in self.locales:
            if locale.pk in foreign:
                raise TwoSourcesError(str(self.source), locale, foreign[locale.pk].source.locale)
            self._check_locale(locale)

    def perform(self) -> list[Translation]:
        source = source_for(self.source)
        for locale in self.locales:
            translation = self._known.get(locale.pk)
            if translation is not None and not translation.enabled:
                self._resume(translation).perform()
        copy = self._hand_over(source)
        new = [locale for locale in self.locales if locale.pk not in self._known]
        translations = [Translation(source=source, target_locale=locale) for locale in new]
        self._known |= {each.target_locale_id: each for each in Translation.objects.bulk_create(translations)}
        for locale in new:
            self._make_target(source, locale, copy)
        return [self._known[locale.pk] for locale in self.locales]

    def works(self) -> Iterable[UUID]:
        return [self.source.translation_key]

    def _check_user(self) -> None:
        if self.user is None:
            return
        if not self.user.has_perm(SUBMIT):
            raise PermissionDenied
        for locale in self.locales:
            if not may_translate_into(self.user, self.source, locale):
                raise MayNotTranslateIntoError(str(self.source), locale)
        if self._is_unpublished() and not may(self.user, "change", self.source):
            raise MayNotHandOutDraftError(str(self.source))

    def _check_locale(self, locale: Locale) -> None:
        if locale.pk == self.source.locale_id:
            raise SameLocaleError(str(self.source), locale)
        translation, target = self._known.get(locale.pk), self._rows.get(locale.pk)
        if translation is not None and not translation.enabled:
            self._resume(translation).check()
        elif translation is None and target is not None:
            if not getattr(target, "alias_of_id", None):
                raise WrittenByHandError(str(target), locale)
            refuse_locked(target, locale, self.user)

    def _make_target(self, source: TranslationSource, locale: Locale, copy: Copy) -> None:
        if locale.pk in self._rows:
            make_draft(source, locale, self.user)  # of an alias
            return
        facts = self.source if self.source.live and self._is_unpublished() else copy.row
        target = create_target(source, copy.row, locale, self.user, facts=facts)
        note_draft(source, self.source, target, self._known[locale.pk])

    def _resume(self, translation: Translation) -> ResumeTranslation:
        return ResumeTranslation(user=self.user, translation=translation)

    def _is_unpublished(self) -> bool:
        return not self.source.live or (self.draft and self.source.has_unpublished_changes)

    def _hand_over(self, source: TranslationSource) -> Copy:
        """The text; stored, unless it is the one that was submitted before."""
        unpublished = self._is_unpublished()
        copy = copy_of(self.source.get_latest_revision_as_object() if unpublished else self.source)
        if not says_the_same(source, copy):
            store_copy(source, copy, user=self.user, unpublished=unpublished)
        return copy
