"""Generating a newsroom of any size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from cms.demo.generated.articles import store_articles
from cms.demo.generated.library import library
from cms.demo.generated.newsroom import newsroom
from cms.demo.loading.load import DemoIsOffError
from cms.publishing.locales import content_locales
from cms.publishing.models import Edition
from cms.publishing.projection import publication

FEWEST = 50
BATCH = 100
"""Works projected in one transaction."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """How many works of each type make up a newsroom of `works`."""

    works: int

    @property
    def municipalities(self) -> int:
        """One in 25."""
        return self.works // 25

    @property
    def partnerships(self) -> int:
        """One in 50."""
        return self.works // 50

    @property
    def articles(self) -> int:
        """All others."""
        return self.works - self.municipalities - self.partnerships


def generate_content(works: int, seed: int) -> int:
    """Makes `works` works in every content locale and publishes them. Returns how many of them were not there yet.

    Rows are stored many at a time, past the models' own `save`: no revisions, no entries in Wagtail's indexes of
    references and search. What readers get is made by the projection, like everything else.
    Raises DemoIsOffError.
    """
    if not settings.TRILOG_DEMO:
        raise DemoIsOffError
    before = _published()
    room = newsroom(seed)
    amounts = Amounts(works)
    books = library(room, seed, amounts.municipalities, amounts.partnerships)
    _project("municipality", books.municipality_keys)
    _project("partnership", books.partnership_keys)
    for keys in store_articles(room, books, seed, amounts.articles):
        _project("article", keys)
    return (_published() - before) // len(content_locales())


def _published() -> int:
    return Edition.objects.of_type("municipality", "partnership", "article").count()


def _project(type_name: str, keys: Sequence[UUID]) -> None:
    for part in _parts(keys):
        with publication() as batch:
            for key in part:
                batch.touch_work(type_name, str(key))


def _parts(keys: Sequence[UUID]) -> Iterable[Sequence[UUID]]:
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
