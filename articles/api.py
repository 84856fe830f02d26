"""Articles in the content API."""

from __future__ import annotations

from cms.api.collection import Collection, collections
from cms.api.filters import (
    KindFilter,
    PeriodFilter,
    TermFilter,
    TranslationStateFilter,
    text_filter,
    year_filter,
)
from cms.api.ordering import DATE, FIRST_PUBLISHED, LAST_CHANGED, TITLE
from cms.api.values import Choice, Key, Period, Slug

from . import api_shapes
from .kinds import ArticleKind

articles = Collection(
    type="article",
    path="articles",
    name="Article",
    row=api_shapes.ArticleRow,
    work=api_shapes.Article,
    list_summary="Press releases, solidarity letters and conference reports",
    work_summary="One article",
    filters=(
        KindFilter(name="kind", description="Kinds.", value=Choice(tuple(ArticleKind.values))),
        TermFilter(name="place", description="Keys of municipalities.", value=Key()),
        TermFilter(name="partnership", description="Keys of partnerships.", value=Key()),
        TermFilter(name="conference", description="Keys of conferences.", value=Key()),
        TermFilter(name="tag", description="Slugs of tags.", value=Slug()),
        year_filter("Years of the articles' dates."),
        PeriodFilter(name="date_after", description="Dated that day or later.", value=Period(), side="after"),
        PeriodFilter(name="date_before", description="Dated that day or earlier.", value=Period(), side="before"),
        TranslationStateFilter(
            name="translation_state",
            description="States of the edition's translation, as `translations` tells them.",
            value=Choice(("current", "outdated", "partial")),
        ),
        text_filter(),
    ),
    order={"date": DATE, "title": TITLE, "first_published_at": FIRST_PUBLISHED, "last_changed_at": LAST_CHANGED},
    default_order="-date,title",
)


def register() -> None:
    """Announces the articles' endpoints; called when the app is ready."""
    collections.register(articles)
