"""Lists and details of the collections that content apps declare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Subquery
from django.utils.translation import gettext as _
from rest_framework.renderers import BaseRenderer

from cms.publishing.answers import document_answer, item_answer
from cms.publishing.locales import content_locales
from cms.publishing.models import Change, Edition
from cms.publishing.registry import registry

from .base_view import ApiView, Asked, varies
from .caching import Answer, latest, start_of_today, work_key
from .collection import Collection, collections
from .errors import NoSuchWorkError
from .fields import reduced
from .filters import Filter
from .formats import MAX_ROWS, Format, chosen, renderers, written
from .negotiation import LOCALE
from .pagination import paginate
from .parameters import Parameter
from .rich_text import in_form
from .schema.operation import Operation
from .values import Key, ValueNotAllowedError


class CollectionView(ApiView):
    """A page of a collection."""

    collection: Collection = None  # type: ignore[assignment]  # given to as_view()

    def parameters(self) -> Sequence[Parameter]:
        """Those of every list, and the collection's own filters."""
        return self.collection.export_parameters if self._format() else self.collection.list_parameters

    def get_renderers(self) -> list[BaseRenderer]:
        """What the `Accept` header may ask for."""
        return renderers(self.collection.formats)

    def _format(self) -> Format | None:
        """The format that is asked for; None for JSON, and while the schema is made."""
        renderer = getattr(getattr(self, "request", None), "accepted_renderer", None)
        return chosen(self.collection.formats, self.texts, renderer.media_type) if renderer else None

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
        collection = self.collection
        editions = asked.editions.of_type(collection.type).best(asked.locales.accepted)
        filters = [(entry, asked.values[entry.name]) for entry in collection.filters if entry.name in asked.values]
        for entry, value in filters:
            editions = entry.apply(editions, value)
        terms = asked.values.get("order", collection.default_terms)
        wanted = self._format()
        limits = {"limit": MAX_ROWS} if wanted else {}
        page = paginate(editions, terms, limits | asked.values, _changed_columns(collection.type))
        content = {
            "count": page.count,
            "next": self._address(asked, page.next),
            "previous": self._address(asked, page.previous),
            "results": [self._row(edition, asked, filters, whole=wanted is not None) for edition in page.editions],
        }
        served = dict.fromkeys(edition.locale for edition in page.editions)
        answer = Answer(
            content=content,
            changed_at=_changed_at(collection.type, page.editions[:1]),
            content_language=", ".join(served) or asked.locales.requested,
            surrogate_keys=(collection.path,),
            varies=(*varies(asked), *(("Accept",) if collection.formats and "format" not in asked.values else ())),
        )
        return answer if wanted is None else written(answer, wanted, self._file_name(asked), asked.values.get("fields"))

    def _file_name(self, asked: Asked) -> str:
        return f"{self.collection.path}-{asked.locales.requested}"

    def _row(
        self, edition: Edition, asked: Asked, filters: Sequence[tuple[Filter, Any]], *, whole: bool
    ) -> dict[str, Any]:
        row = item_answer(edition, requested=asked.locales.requested, origin=asked.origin, today=asked.today)
        for entry, value in filters:
            row = entry.adjust(row, edition, value)
        if whole:
            return row
        form = asked.values.get("rich_text")
        row = in_form(row, self.collection.row_rich_text, form) if form else row
        return reduced(row, asked.values.get("fields"))

    def _address(self, asked: Asked, change: Mapping[str, str | None] | None) -> str | None:
        """This list with some parameters changed, and the locale named, so that every page is in the same one."""
        if change is None:
            return None
        given: dict[str, Any] = {**asked.texts, LOCALE.name: [asked.locales.requested]}
        for name, value in change.items():
            given[name] = [value]
            if value is None:
                del given[name]
        return f"{asked.origin}{self.request.path}?{urlencode(given, doseq=True, safe=',:*')}"


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
        works = asked.editions.of_type(self.collection.type).filter(key=key)
        found = works.best(asked.locales.accepted).defer("item", "summary", "text")
        edition = found.annotate(**_changed_columns(self.collection.type)).first()
        if edition is None:
            raise self._missing(asked, list(works.values_list("locale", flat=True)))
        alone = len(asked.locales.accepted) == 1
        return work_answer(edition, asked, edition.changed_at if alone else _changed_at(edition.type, [edition]))

    def _missing(self, asked: Asked, published: Sequence[str]) -> NoSuchWorkError:
        if not published:
            return NoSuchWorkError(_("Nothing with this key is published."))
        address = f"{asked.origin}{self.request.path}?locale="
        elsewhere = [{"locale": code, "api_url": address + code} for code in content_locales() if code in published]
        detail = _("This work is not published in the requested locale. See “available”, or use “fallback”.")
        return NoSuchWorkError(detail, elsewhere)


def work_answer(edition: Edition, asked: Asked, changed_at: datetime | None, *, requested: str = "") -> Answer:
    """The detail answer of an edition."""
    content = document_answer(
        edition, requested=requested or asked.locales.requested, origin=asked.origin, today=asked.today
    )
    form, collection = asked.values.get("rich_text"), collections.of_type(edition.type)
    if form and collection:
        content = in_form(content, collection.work_rich_text, form)
    content = reduced(content, asked.values.get("fields"))
    if registry.get(edition.type).day_dependent:
        changed_at = latest([changed_at, start_of_today()])
    return Answer(
        content=content,
        changed_at=changed_at,
        content_language=edition.locale,
        surrogate_keys=(work_key(edition.type, edition.key),),
        varies=() if requested else varies(asked),
    )


def _changed_columns(type_name: str) -> dict[str, Subquery]:
    """When works of a type last changed, one column a locale: each is one step into an index of the log."""
    changes = Change.objects.filter(type=type_name).order_by("-id").values("at")
    return {
        f"changed_{number}": Subquery(changes.filter(locale=locale)[:1])
        for number, locale in enumerate(content_locales())
    }


def _changed_at(type_name: str, editions: Sequence[Edition]) -> datetime | None:
    """When anything of the type last changed, deletions included; the editions carry the columns above."""
    moments = [getattr(edition, f"changed_{n}") for edition in editions for n in range(len(content_locales()))]
    moments += [edition.changed_at for edition in editions]
    if moments and registry.get(type_name).day_dependent:
        moments.append(start_of_today())
    return latest(moments)
