"""Lists and details of the collections that content apps declare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from cms.publishing.addresses import bytes_with_origin
from cms.publishing.answers import answer_bytes, answer_of
from cms.publishing.locales import content_locales
from cms.publishing.models import Edition
from cms.publishing.prepared import Prepared
from cms.publishing.registry import registry

from .base_view import ApiView, Asked, varies
from .caching import Answer, is_held, latest, start_of, work_key
from .collection import Collection, collections
from .errors import NoSuchWorkError
from .fields import reduced
from .filters import Filter
from .formats import MAX_ROWS, Format, chosen, media_types, written
from .negotiation import LOCALE
from .pagination import Page, Paging, paging
from .parameters import Parameter
from .ranges import choose
from .recent import Recent
from .rich_text import in_form
from .rows import COLUMNS, Row, row_columns, row_of
from .schema.operation import Operation
from .stored_page import StoredPage
from .values import Key, ValueNotAllowedError


class CollectionView(ApiView):
    """A page of a collection."""

    collection: Collection = None  # type: ignore[assignment]  # given to as_view()

    def parameters(self) -> Sequence[Parameter]:
        """Those of every list, and the collection's own filters."""
        return self.collection.export_parameters if self._format() else self.collection.list_parameters

    @property
    def media_types(self) -> Sequence[str]:  # type: ignore[override]  # what other views know beforehand
        """JSON and the collection's formats."""
        return media_types(self.collection.formats)

    def _format(self) -> Format | None:
        """The format that is asked for; None for JSON, and while the schema is made."""
        return chosen(self.collection.formats, self.texts, self.media_type) if self.collection.formats else None

    def operation(self) -> Operation:
        """A list of rows."""
        described = self.collection
        return Operation(
            id=f"{described.path}_list",
            summary=described.list_summary,
            tag=described.path,
            name=described.row_name,
            shape=described.row,
            is_list=True,
            formats=described.formats,
        )

    def answer(self, asked: Asked) -> Answer:
        """The page, from one query."""
        wanted = self._format()
        pages = self._paging(asked, whole=wanted is not None)
        if wanted is None and not self._rewritten(asked):
            return self._as_stored(pages, asked)
        page = pages.page()
        rows = [self._row(row, asked, whole=wanted is not None) for row in page.rows]
        content = {"count": page.count, **self._neighbours(page, asked), "results": rows}
        answer = replace(self._about(page, asked), content=content)
        return answer if wanted is None else written(answer, wanted, self._file_name(asked), asked.values.get("fields"))

    def _as_stored(self, pages: Paging, asked: Asked) -> Answer:
        """The page made of stored rows. Those are not even read for a client that has it."""
        if "HTTP_IF_NONE_MATCH" in self.request.META:
            page = pages.page(stored=False)
            tag = StoredPage(page, self._neighbours(page, asked), asked).tag()
            if is_held(self.request, tag):
                return replace(self._about(page, asked), tag=tag)
        page = pages.page()
        stored = StoredPage(page, self._neighbours(page, asked), asked)
        return replace(self._about(page, asked), content=stored.content(), tag=stored.tag())

    def _about(self, page: Page, asked: Asked) -> Answer:
        """What there is to say of a page besides its content."""
        collection = self.collection
        served = dict.fromkeys(row.locale for row in page.rows)
        return Answer(
            content=b"",
            changed_at=_changed_at(collection.type, page.rows[:1], asked.today),
            content_language=", ".join(served) or asked.locales.requested,
            surrogate_keys=(collection.path,),
            varies=(*varies(asked), *(("Accept",) if collection.formats and "format" not in asked.values else ())),
        )

    def _neighbours(self, page: Page, asked: Asked) -> dict[str, str | None]:
        return {"next": self._address(asked, page.next), "previous": self._address(asked, page.previous)}

    def _file_name(self, asked: Asked) -> str:
        return f"{self.collection.path}-{asked.locales.requested}"

    def _paging(self, asked: Asked, *, whole: bool) -> Paging:
        """What the page is made from, as prepared for an earlier request that asked for the same."""
        collection = self.collection
        name = (
            collection.path,
            asked.reads_restricted,
            asked.locales.accepted,
            asked.today,
            whole,
            tuple(asked.texts.items()),
        )
        prepared = _pagings.get(name)
        if prepared is None:
            prepared = self._prepare(asked, whole=whole)
            _pagings.put(name, prepared)
        return prepared

    def _prepare(self, asked: Asked, *, whole: bool) -> Paging:
        collection = self.collection
        rows = choose(asked.editions, collection.type, self._filters(asked), asked.locales.accepted)
        order = asked.values.get("order", collection.default_terms)
        filtered = tuple((entry.name, asked.texts[entry.name]) for entry, _value in self._filters(asked))
        # The log tells of public editions only: it cannot say whether a count of others still holds.
        counted = (collection.path, asked.locales.accepted, asked.today, filtered)
        limits = {"limit": MAX_ROWS} if whole else {}
        return paging(
            rows,
            order,
            collection.type,
            {**limits, **asked.values},
            counted=None if asked.reads_restricted else counted,
        )

    def _filters(self, asked: Asked) -> list[tuple[Filter, Any]]:
        return [(entry, asked.values[entry.name]) for entry in self.collection.filters if entry.name in asked.values]

    def _rewritten(self, asked: Asked) -> bool:
        """Whether rows are answered otherwise than they are stored."""
        if asked.values.get("fields") or asked.values.get("rich_text"):
            return True
        return any(entry.adjusts for entry, _value in self._filters(asked))

    def _row(self, found: Row, asked: Asked, *, whole: bool) -> dict[str, Any]:
        row = _content(found, asked)
        for entry, value in self._filters(asked):
            row = entry.adjust(row, found, value)
        if whole:
            return row
        form = asked.values.get("rich_text")
        row = in_form(row, self.collection.row_rich_text, form) if form else row
        return reduced(row, asked.values.get("fields"))

    def _address(self, asked: Asked, change: Mapping[str, str | None] | None) -> str | None:
        """This list with some parameters changed, and the locale named, so that every page is in the same one."""
        if change is None:
            return None
        query = _query(tuple(asked.texts.items()), asked.locales.requested, tuple(change.items()))
        return f"{asked.origin}{self.request.path}?{query}"


@lru_cache(maxsize=500)
def _query(
    texts: tuple[tuple[str, tuple[str, ...]], ...], locale: str, change: tuple[tuple[str, str | None], ...]
) -> str:
    given: dict[str, Sequence[str]] = {**dict(texts), LOCALE.name: [locale]}
    for name, value in change:
        given[name] = [value] if value is not None else []
    return urlencode(given, doseq=True, safe=",:*")


class WorkView(ApiView):
    """One work of a collection."""

    collection: Collection = None  # type: ignore[assignment]  # given to as_view()

    def parameters(self) -> Sequence[Parameter]:
        """Locale and projection."""
        return self.collection.work_parameters

    def operation(self) -> Operation:
        """One work."""
        described = self.collection
        return Operation(
            id=f"{described.path}_retrieve",
            summary=described.work_summary,
            tag=described.path,
            name=described.work_name,
            shape=described.work,
            missing=True,
        )

    def answer(self, asked: Asked) -> Answer:
        """The work in the best of the accepted locales. Raises NoSuchWorkError."""
        try:
            key = Key().parse(self.kwargs["key"])
        except ValueNotAllowedError:
            raise NoSuchWorkError(_("Nothing with this key is published.")) from None
        row = self._find(key, asked)
        if row is None:
            works = asked.editions.of_type(self.collection.type).filter(key=key)
            raise self._missing(asked, list(works.values_list("locale", flat=True)))
        alone = len(asked.locales.accepted) == 1
        return work_answer(row, asked, row.changed_at if alone else _changed_at(row.type, [row], asked.today))

    def _find(self, key: str, asked: Asked) -> Row | None:
        """The work in the best locale, by a query that is prepared once for all works."""
        name = (self.collection.type, asked.reads_restricted, asked.locales.accepted)
        prepared = _works.get(name)
        if prepared is None:
            works = asked.editions.of_type(self.collection.type).filter(key=ANY_KEY).best(asked.locales.accepted)
            columns = row_columns("document", self.collection.type)
            prepared = Prepared(works.annotate(**columns).values_list(*COLUMNS, *columns))
            _works.put(name, prepared)
        found = prepared.rows({_any_key(): _stored_key(key)})
        return row_of(found[0]) if found else None

    def _missing(self, asked: Asked, published: Sequence[str]) -> NoSuchWorkError:
        if not published:
            return NoSuchWorkError(_("Nothing with this key is published."))
        address = f"{asked.origin}{self.request.path}?locale="
        elsewhere = [{"locale": code, "api_url": address + code} for code in content_locales() if code in published]
        detail = _("This work is not published in the requested locale. See “available”, or use “fallback”.")
        return NoSuchWorkError(detail, elsewhere)


def work_answer(row: Row, asked: Asked, changed_at: datetime | None, *, requested: str = "") -> Answer:
    """The detail answer of an edition. `requested` is its locale where the address names it."""
    wanted, form, collection = asked.values.get("fields"), asked.values.get("rich_text"), collections.of_type(row.type)
    content: Any
    if wanted or form:
        content = _content(row, asked, requested)
        if form and collection:
            content = in_form(content, collection.work_rich_text, form)
        content = reduced(content, wanted)
    else:
        stored = answer_bytes(row, row.stored, requested=requested or asked.locales.requested, today=asked.today)
        content = bytes_with_origin(stored, asked.origin)
    if registry.get(row.type).day_dependent:
        changed_at = latest([changed_at, start_of(asked.today)])
    return Answer(
        content=content,
        changed_at=changed_at,
        content_language=row.locale,
        surrogate_keys=(work_key(row.type, row.key),),
        varies=() if requested else varies(asked),
    )


def _content(row: Row, asked: Asked, requested: str = "") -> dict[str, Any]:
    requested = requested or asked.locales.requested
    return answer_of(row, row.content(), requested=requested, origin=asked.origin, today=asked.today)


def _stored_key(key: UUID | str) -> Any:
    return Edition._meta.get_field("key").get_db_prep_value(key, connection)


@cache
def _any_key() -> Any:
    return _stored_key(ANY_KEY)


def _changed_at(type_name: str, rows: Sequence[Row], today: date) -> datetime | None:
    """When anything of the type last changed, deletions included."""
    moments = [moment for row in rows for moment in (row.logged_at, row.changed_at)]
    if moments and registry.get(type_name).day_dependent:
        moments.append(start_of(today))
    return latest(moments)


ANY_KEY = UUID("5e1f0b6c-7a1d-4a1e-9a53-3f0c64d1a0b7")
"""Stands for the key of a work in queries that are prepared for all of them."""

_pagings: Recent[Paging] = Recent(300)
_works: Recent[Prepared] = Recent(300)
