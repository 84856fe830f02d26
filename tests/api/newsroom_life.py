"""A small newsroom in which anything may happen next: what editors, translators and the clock do to works."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any, TypeVar

from django.db.models import ProtectedError
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from articles.models import ArticleIndexPage, PressReleasePage
from cms.publishing.models import HeldBack
from cms.publishing.projection import publication
from cms.publishing.schedule import run_due
from partnerships.models import Municipality
from tests import newsroom

T = TypeVar("T")
Pick = Callable[[Sequence[Any]], Any]
"""Chooses one of some things."""


class Newsroom:
    """Each method is something that may happen; `pick` decides to what. Nothing happens where there is nothing."""

    def __init__(self, site: Any, pick: Pick) -> None:
        self.pick = pick
        self.number = 0
        home = newsroom.home_page(site)
        self.press = newsroom.article_index(home).pk
        self.archive = newsroom.article_index(home, "Archiv").pk

    @classmethod
    def furnished(cls, site: Any, pick: Pick) -> Newsroom:
        """With something in it from the start."""
        room = cls(site, pick)
        towns = [newsroom.municipality(name) for name in ("Essen", "Fulda")]
        newsroom.municipality("Suhl")
        newsroom.partnership(*towns)
        room.publish_article()
        room.translate_index()
        room.translate_article()
        return room

    def articles(self, **conditions: Any) -> list[Any]:
        """Articles in no particular state."""
        return list(PressReleasePage.objects.filter(**conditions).order_by("pk"))

    def towns(self, **conditions: Any) -> list[Municipality]:
        """Library entries that articles and the partnership show."""
        return list(Municipality.objects.filter(**conditions).order_by("pk"))

    def indexes(self, **conditions: Any) -> list[ArticleIndexPage]:
        """Lists of articles."""
        return list(ArticleIndexPage.objects.filter(**conditions).order_by("pk"))

    def title(self, text: str) -> str:
        """A title that nothing else has."""
        self.number += 1
        return f"{text} {self.number}"

    def publish_article(self, **fields: Any) -> None:
        with publication():
            index = self.pick(self.indexes(locale__language_code="de"))
            others = self.articles(locale__language_code="de")
            page = newsroom.press_release(
                index, self.title("Meldung"), places=self.towns(locale__language_code="de")[:2], **fields
            )
            if others:
                page.related = [newsroom.related_article(self.pick(others))]
                page.save_revision().publish()

    def hold_article_back(self) -> None:
        self.publish_article(embargo_until=timezone.now() + timedelta(days=1))

    def end_embargoes(self) -> None:
        now = timezone.now()
        PressReleasePage.objects.filter(embargo_until__gt=now).update(embargo_until=now)
        HeldBack.objects.update(until=now)
        run_due()

    def edit_article(self) -> None:
        if page := self._one(self.articles(alias_of=None)):
            page.title = self.title("Neues")
            page.save_revision().publish()

    def rename_slug(self) -> None:
        if page := self._one([*self.articles(alias_of=None), *self.indexes()]):
            page.slug = f"adresse-{self.title('')}".replace(" ", "")
            page.save_revision().publish()

    def unpublish_article(self) -> None:
        if page := self._one(self.articles(live=True)):
            page.unpublish()

    def unpublish_index(self) -> None:
        if page := self._one(self.indexes(live=True)):
            page.unpublish()

    def publish_again(self) -> None:
        if page := self._one(
            [*self.articles(live=False, alias_of=None), *self.indexes(live=False), *self.towns(live=False)]
        ):
            page.save_revision().publish()

    def delete_article(self) -> None:
        if page := self._one(self.articles()):
            with publication():
                page.delete()

    def move_article(self) -> None:
        pages = self.articles(alias_of=None, locale__language_code="de")
        if page := self._one(pages):
            with publication():
                page.move(self.pick(self.indexes(locale_id=page.locale_id)), pos="last-child")

    def change_privacy(self) -> None:
        if page := self._one([*self.articles(), *self.indexes()]):
            restriction = PageViewRestriction.objects.filter(page_id=page.pk).first()
            if restriction is not None:
                restriction.delete()
            else:
                PageViewRestriction.objects.create(page_id=page.pk, restriction_type=PageViewRestriction.LOGIN)

    def translate_index(self) -> None:
        self._translate(self.indexes())

    def translate_article(self) -> None:
        self._translate(self.articles(locale__language_code="de"))

    def make_alias(self) -> None:
        if page := self._one(self.articles(alias_of=None, locale__language_code="de")):
            with publication():
                page.create_alias(
                    parent=self.pick(self.indexes(locale_id=page.locale_id)), update_slug=f"alias-{page.pk}"
                )

    def rename_town(self) -> None:
        if town := self._one(self.towns()):
            town.name = self.title("Stadt")
            town.save_revision().publish()

    def translate_town(self) -> None:
        done = Municipality.objects.filter(locale__language_code="en").values("translation_key")
        todo = Municipality.objects.filter(locale__language_code="de").exclude(translation_key__in=done)
        if town := self._one(list(todo.order_by("pk"))):
            newsroom.translated(town, "en", name=self.title("Town"))

    def unpublish_town(self) -> None:
        if town := self._one(self.towns(live=True)):
            town.unpublish()

    def delete_town(self) -> None:
        if town := self._one(self.towns()):
            with suppress(ProtectedError), publication():
                town.delete()

    def _translate(self, pages: Sequence[Page]) -> None:
        locale = Locale.objects.get(language_code="en")
        with publication():
            todo = [page for page in pages if not page.has_translation(locale) and page.locale_id != locale.pk]
            ready = [page for page in todo if page.get_parent().has_translation(locale) and page.alias_of_id is None]
            if page := self._one(ready):
                target = page.copy_for_translation(locale)
                target.title = self.title("Translated")
                target.save_revision().publish()

    def _one(self, things: Sequence[T]) -> T | None:
        return self.pick(things) if things else None


HAPPENINGS = tuple(
    name
    for name, member in vars(Newsroom).items()
    if callable(member) and not name.startswith("_") and name not in {"articles", "towns", "indexes", "title"}
)
