"""`/<locale>/feeds/<name>.rss`, `.atom` and `.json`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode, urljoin
from uuid import NAMESPACE_URL

from django.conf import settings
from django.db.models import F, Subquery
from django.templatetags.static import static
from django.urls import reverse

from cms.api.base_view import Asked
from cms.api.caching import Answer, latest, start_of_today
from cms.api.parameters import Parameter
from cms.api.values import Integer
from cms.core.models import SiteSettings
from cms.publishing.answers import document_answer
from cms.publishing.models import Change, Edition
from cms.publishing.models.edition import EditionQuerySet
from cms.publishing.registry import registry

from ..identifiers import urn
from ..log import position
from ..view import LocalView, collection_of, filters_of, narrowed
from . import atom, json_feed, rss
from .entries import entry_of
from .feed import Feed
from .source import FeedSource

FORMATS = {
    "rss": (rss.MEDIA_TYPE, rss.rss),
    "atom": (atom.MEDIA_TYPE, atom.atom),
    "json": (json_feed.MEDIA_TYPE, json_feed.json_feed),
}
"""By the end of the address."""

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed last changed that has always been empty."""

PAGE_SIZE = 20
PAGE = Parameter(name="page", description="Which page; the first one has the newest entries.", value=Integer(1, 10_000))


class FeedView(LocalView):
    """What was published last in one language, whole texts included.

    The order is that of first publication in this language: what was held back, dated back or translated later comes
    on top when it becomes public, so that no subscriber misses it.
    """

    source: FeedSource = None  # type: ignore[assignment]  # given to as_view()
    form: str = ""
    """One of FORMATS; given to as_view()."""

    def parameters(self) -> Sequence[Parameter]:
        """The filters it shares with the API's list, and the page."""
        return (*filters_of(self.source.type, self.source.filters), PAGE)

    def answer(self, asked: Asked) -> Answer:
        """A page of the feed, from one query; a second one where it is empty."""
        media_type, written = FORMATS[self.form]
        found = list(self._editions(asked)[: PAGE_SIZE + 1])
        feed = self._feed(asked, found)
        moments = [getattr(edition, "log_changed_at", None) for edition in found[:1]] + [feed.updated]
        if registry.get(self.source.type).day_dependent:
            moments.append(start_of_today())
        return Answer(
            content=written(feed),
            changed_at=latest(moments),
            content_language=feed.locale,
            surrogate_keys=(collection_of(self.source.type).path,),
            content_type=f"{media_type}; charset=utf-8",
        )

    def _editions(self, asked: Asked) -> EditionQuerySet:
        locale = asked.locales.requested
        editions = Edition.objects.of_type(self.source.type).filter(locale=locale, path__isnull=False)
        editions = narrowed(editions, filters_of(self.source.type, self.source.filters), asked.values)
        log = Change.objects.filter(type=self.source.type, locale=locale).order_by("-id").values("at")[:1]
        issuer = SiteSettings.objects.filter(locale__language_code=locale).values("issuer")[:1]
        order = (F("first_published_at").desc(nulls_last=True), F("latest").desc(nulls_last=True), "sort_title", "pk")
        start = (asked.values.get(PAGE.name, 1) - 1) * PAGE_SIZE
        rows = editions.defer("item", "summary", "text").order_by(*order)
        return rows.annotate(log_changed_at=Subquery(log), issuer=Subquery(issuer))[start:]

    def _feed(self, asked: Asked, found: Sequence[Edition]) -> Feed:
        locale, shown = asked.locales.requested, found[:PAGE_SIZE]
        documents = [
            document_answer(edition, requested=locale, origin=asked.origin, today=asked.today) for edition in shown
        ]
        number = asked.values.get(PAGE.name, 1)
        addresses = {each: self._address(asked, each, number) for each in FORMATS}
        return Feed(
            id=self._identity(asked),
            locale=locale,
            title=self._title(asked, documents),
            author=_issuer(shown),
            home_url=f"{asked.origin}/{locale}/",
            addresses=addresses,
            first=self._address(asked, self.form, 1),
            previous=self._address(asked, self.form, number - 1) if number > 1 else None,
            next=self._address(asked, self.form, number + 1) if len(found) > PAGE_SIZE else None,
            updated=latest(edition.changed_at for edition in shown) or position(self.source.type, locale).at or NEVER,
            entries=[
                entry_of(edition, document, self.source.content(document))
                for edition, document in zip(shown, documents, strict=True)
            ],
            icon=urljoin(asked.origin, static("trilog/favicon.svg")),
        )

    def _title(self, asked: Asked, documents: Sequence[Mapping[str, Any]]) -> str:
        """The site, the feed, and in words what it is narrowed down to."""
        narrower = [
            self.source.label(entry.name, value, documents)  # type: ignore[arg-type]  # a document is a mapping
            for entry in filters_of(self.source.type, self.source.filters)
            for value in asked.values.get(entry.name, ())
        ]
        title = f"{settings.WAGTAIL_SITE_NAME}: {self.source.title}"
        return " · ".join([title, *filter(None, narrower)])

    def _identity(self, asked: Asked) -> str:
        """The same for all formats and pages of a feed, and another one on each site."""
        site = asked.origin.partition("://")[2]
        return urn(NAMESPACE_URL, site, asked.locales.requested, self.source.name, self._query(asked, 1))

    def _address(self, asked: Asked, form: str, page: int) -> str:
        return f"{asked.origin}{reverse(f'feeds:{self.source.name}-{form}')}{self._query(asked, page)}"

    def _query(self, asked: Asked, page: int) -> str:
        given: dict[str, Any] = {name: texts for name, texts in asked.texts.items() if name != PAGE.name}
        if page > 1:
            given[PAGE.name] = [str(page)]
        return f"?{urlencode(given, doseq=True, safe=',')}" if given else ""


def _issuer(found: Sequence[Edition]) -> str:
    """Who publishes; the first row knows as well as any."""
    issuers = [getattr(edition, "issuer", None) for edition in found[:1]]
    return next(filter(None, issuers), settings.WAGTAIL_SITE_NAME)
