"""Generated press releases, letters and reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify
from taggit.models import Tag
from wagtail.models import Locale

from articles import models
from articles.kinds import ArticleKind
from cms.demo.generated.library import Library
from cms.demo.generated.newsroom import Newsroom
from cms.demo.generated.page_rows import insert_pages
from cms.demo.generated.vocabulary import Names, paragraph, vocabulary
from cms.demo.loading.bodies import stream
from cms.demo.loading.names import key_of
from cms.translation.models import TranslationBasis

CHUNK = 400
"""Works stored in one transaction."""
LAST_DAY = date(2026, 6, 30)
DAYS = 365 * 12
TAGS = ("jugend", "kultur", "schule", "sport", "feuerwehr", "musik", "frieden", "umwelt")
KINDS = (ArticleKind.PRESS_RELEASE,) * 7 + (ArticleKind.SOLIDARITY_LETTER,) + (ArticleKind.CONFERENCE_REPORT,) * 2
MODELS: dict[ArticleKind, type[models.ArticlePage]] = {
    ArticleKind.PRESS_RELEASE: models.PressReleasePage,
    ArticleKind.SOLIDARITY_LETTER: models.SolidarityLetterPage,
    ArticleKind.CONFERENCE_REPORT: models.ConferenceReportPage,
}
OLD, NEW = "0" * 64, "1" * 64


def store_articles(room: Newsroom, books: Library, seed: int, count: int) -> Iterator[list[UUID]]:
    """Stores the articles that are not there yet; yields the ids of the works of each transaction."""
    keys = [key_of("generated article", seed, number) for number in range(count)]
    there = set(
        models.ArticlePage.objects.filter(translation_key__in=keys).values_list("translation_key", flat=True).order_by()
    )
    tags = [Tag.objects.get_or_create(slug=name, defaults={"name": name})[0].pk for name in TAGS]
    waiting = [(number, key) for number, key in enumerate(keys) if key not in there]
    for start in range(0, len(waiting), CHUNK):
        part = waiting[start : start + CHUNK]
        with transaction.atomic():
            _store([_Article(room, books, seed, number, key) for number, key in part], room, tags)
        yield [key for _number, key in part]


class _Article:
    """One work, decided by its seed and number alone."""

    def __init__(self, room: Newsroom, books: Library, seed: int, number: int, key: UUID) -> None:
        self.room, self.books, self.seed, self.number, self.key = room, books, seed, number, key
        chance = Random(f"article {seed} {number}")
        self.kind = chance.choice(KINDS)
        self.tie = chance.randrange(len(books.pairs))
        self.day = LAST_DAY - timedelta(days=chance.randrange(DAYS))
        self.year = chance.randint(1960, 2015)
        self.title = chance.randrange(6)
        self.tags = chance.sample(range(len(TAGS)), chance.randint(1, 3))
        self.picture = chance.choice(room.pictures)
        self.state = chance.choices(("current", "outdated", "partial"), (90, 7, 3))[0]
        self.paragraphs = chance.randint(3, 6)

    def page(self, locale: Locale) -> Any:
        """The page in one locale; only its title and texts differ between locales."""
        code = locale.language_code
        words = vocabulary(code)
        town, partner = (self.books.towns[place].name(code) for place in self.books.pairs[self.tie])
        names = Names(town, partner, self.year, self.number % 90 + 10)
        chance = Random(f"text {self.seed} {self.number}")
        title = f"{names.fill(words.titles[self.title])} ({self.number + 1})"
        model: Any = MODELS[self.kind]
        page = model(
            locale=locale, translation_key=self.key, title=title, slug=slugify(title, allow_unicode=True),
            date=self.day, lead=paragraph(words, names, chance), lead_image_id=self.picture,
            dateline_place_id=self.books.municipality_ids[self.books.pairs[self.tie][0]],
            first_published_at=datetime.combine(self.day, time(8), tzinfo=UTC),
            search_description=names.fill(words.sentences[0]),
        )  # fmt: skip
        page.body = stream(model, self._body(code, names, chance))
        if self.kind == ArticleKind.SOLIDARITY_LETTER:
            page.addressees = f"{partner}\n{town}"
        return page

    def _body(self, code: str, names: Names, chance: Random) -> list[dict[str, Any]]:
        words = vocabulary(code)
        blocks: list[tuple[str, Any]] = []
        for number in range(self.paragraphs):
            if number % 2:
                blocks.append(("heading", {"text": words.headings[number // 2], "level": "2"}))
            text = paragraph(words, names, chance)
            blocks.append(("paragraph", f"<p>{text}</p><p><b>{names.town}</b> – <i>{names.partner}</i></p>"))
        quoted = {"text": paragraph(words, names, chance), "speaker": words.speaker, "function": "", "date": ""}
        blocks.append(("quote", quoted | {"extract": False}))
        blocks.append(("image", {"image": self.picture, "alt": "", "caption": "", "credit": "", "licence": ""}))
        blocks.append(("partnership", self.books.partnership_ids[self.tie]))
        return [
            {"type": kind, "value": value, "id": str(key_of("generated block", self.seed, self.number, position))}
            for position, (kind, value) in enumerate(blocks)
        ]


def _store(articles: Sequence[_Article], room: Newsroom, tags: Sequence[int]) -> None:
    for kind in ArticleKind:
        chosen = [article for article in articles if article.kind == kind]
        # The source's rows come first: the oldest row of a work counts as its source.
        for locale in room.locales:
            pages = [article.page(locale) for article in chosen]
            insert_pages(
                type(room.indexes[(kind, locale.language_code)]).objects.get(
                    pk=room.indexes[(kind, locale.language_code)].pk
                ),
                pages,
            )
            _connect(chosen, pages, tags)
    _note_states(articles, room)


def _connect(articles: Sequence[_Article], pages: Sequence[Any], tags: Sequence[int]) -> None:
    places, ties, tagged = [], [], []
    for article, page in zip(articles, pages, strict=True):
        books = article.books
        for order, place in enumerate(books.pairs[article.tie]):
            town = books.municipality_ids[place]
            places.append(models.ArticlePlace(page_id=page.pk, municipality_id=town, sort_order=order))
        tie = books.partnership_ids[article.tie]
        ties.append(models.ArticlePartnership(page_id=page.pk, partnership_id=tie, sort_order=0))
        tagged += [models.ArticleTag(content_object_id=page.pk, tag_id=tags[tag]) for tag in article.tags]
    models.ArticlePlace.objects.bulk_create(places)
    models.ArticlePartnership.objects.bulk_create(ties)
    models.ArticleTag.objects.bulk_create(tagged)


def _note_states(articles: Sequence[_Article], room: Newsroom) -> None:
    """Some translations are older than their source, some have gaps."""
    source, *targets = room.locales
    bases = []
    for article in articles:
        if article.state == "current":
            continue
        bases.append(TranslationBasis(translation_key=article.key, locale=source, source_digest=NEW))
        digest, missing = (OLD, 0) if article.state == "outdated" else (NEW, 3)
        bases += [
            TranslationBasis(translation_key=article.key, locale=target, source_digest=digest, missing=missing)
            for target in targets
        ]
    TranslationBasis.objects.bulk_create(bases)
