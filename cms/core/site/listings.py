"""Lists on pages: the same rows as the content API's, narrowed down by a form.

What the form does not know is left alone (addresses carry marks of newsletters and campaigns); a value it knows to be
wrong is told to the reader, with status 400, and nothing is listed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Count, Window
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.publishing.answers import item_answer
from cms.publishing.models import Edition
from cms.publishing.models.edition import EditionQuerySet
from cms.publishing.types import Json

from .filter_choices import FLAGS, FilterChoices
from .list_filters import narrowed

PAGE_SIZE = 20
FRONT_SIZE = 7

FILTERS: dict[str, tuple[str, ...]] = {
    "article": ("kind", "year", "place"),
    "partnership": ("q", "country", "region", "status", "kind"),
    "municipality": ("q", "country", "region", "kind", "seeking_partner"),
    "conference": ("q", "year", "place", "status"),
}
"""The filters of each type's list, in the order of the form."""

ORDER: dict[str, tuple[str, ...]] = {
    "article": ("-latest", "-first_published_at", "sort_title"),
    "conference": ("-latest", "sort_title"),
}
BY_TITLE = ("sort_title", "key")

LABELS = {
    "q": _("Search for"),
    "kind": _("Kind"),
    "year": _("Year"),
    "place": _("Place"),
    "country": _("Country"),
    "region": _("Region"),
    "status": _("Status"),
    "seeking_partner": _("Partnerships wanted"),
}


class ListForm(forms.Form):
    """The filters of one list. Only what is offered is valid."""

    page = forms.IntegerField(label=_("Page"), required=False, min_value=1, max_value=100_000, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict, *, filters: tuple[str, ...], choices: FilterChoices) -> None:
        super().__init__(data, auto_id="filter-%s")
        for name in filters:
            if name == "q":
                widget = forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
                self.fields[name] = forms.CharField(label=LABELS[name], required=False, max_length=100, widget=widget)
                continue
            offered = choices.of(name)
            if len(offered) > 1 or (name in FLAGS and offered) or data.get(name):
                self.fields[name] = forms.ChoiceField(
                    label=LABELS[name], required=False, choices=[("", _("All")), *offered]
                )

    @property
    def filled(self) -> dict[str, Any]:
        """The filters that the reader has set. Only after the form has been found valid."""
        return {name: value for name, value in self.cleaned_data.items() if value and name != "page"}


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page lists. `rows` are list rows as the content API serves them."""

    type: str
    rows: list[Json]
    count: int
    form: ListForm | None = None
    page_number: int = 1
    page_count: int = 1
    query: QueryDict | None = None

    @property
    def is_valid(self) -> bool:
        """Whether the reader's filters make sense."""
        return self.form is None or not self.form.errors

    @property
    def is_filtered(self) -> bool:
        return self.form is not None and bool(self.form.filled)

    @property
    def previous_query(self) -> str | None:
        """The query string of the page before, or None on the first."""
        return self._query_of(self.page_number - 1) if self.page_number > 1 else None

    @property
    def next_query(self) -> str | None:
        """The query string of the page after, or None on the last."""
        return self._query_of(self.page_number + 1) if self.page_number < self.page_count else None

    def _query_of(self, number: int) -> str:
        query = self.query.copy() if self.query is not None else QueryDict(mutable=True)
        query["page"] = str(number)
        return query.urlencode()


FRONT = {"type": "article", "kind": ""}
"""What the home page lists."""


def front_listing(document: Json) -> Listing:
    """The newest works, for the home page: no form, no further pages. One query."""
    listed = document.get("listing") or FRONT
    editions = _editions(listed, document["locale"])
    newest = editions.order_by(*_order(listed["type"])).defer("document", "text")[:FRONT_SIZE]
    rows = _rows(newest, document["locale"])
    return Listing(type=listed["type"], rows=rows, count=len(rows))


def listing_of(document: Json, query: QueryDict) -> Listing | None:
    """What a page lists, narrowed down by the query string; None where it lists nothing. Two queries."""
    listed = document.get("listing")
    if not listed:
        return None
    type_name, locale = listed["type"], document["locale"]
    editions = _editions(listed, locale)
    filters = tuple(name for name in FILTERS.get(type_name, ()) if not (name == "kind" and listed.get("kind")))
    form = ListForm(query, filters=filters, choices=FilterChoices.load(editions, type_name, locale, filters))
    if not form.is_valid():
        return Listing(type=type_name, rows=[], count=0, form=form, query=query)

    number = form.cleaned_data["page"] or 1
    start = (number - 1) * PAGE_SIZE
    found = narrowed(editions, form.filled)
    counted = found.annotate(total=Window(Count("pk"))).order_by(*_order(type_name))
    shown = list(counted.defer("document", "text")[start : start + PAGE_SIZE])
    count = shown[0].total if shown else found.count()
    page_count = max(1, -(-count // PAGE_SIZE))
    if number > page_count:
        message = _("There is no page %(number)d; the last one is %(last)d.")
        form.add_error(None, message % {"number": number, "last": page_count})
        return Listing(type=type_name, rows=[], count=count, form=form, query=query)
    rows = _rows(shown, locale)
    return Listing(
        type=type_name, rows=rows, count=count, form=form, page_number=number, page_count=page_count, query=query
    )


def _editions(listed: Json, locale: str) -> EditionQuerySet:
    editions = Edition.objects.of_type(listed["type"]).best([locale])
    return editions.filter(kind=listed["kind"]) if listed.get("kind") else editions


def _order(type_name: str) -> tuple[str, ...]:
    return ORDER.get(type_name, BY_TITLE)


def _rows(editions: Iterable[Edition], locale: str) -> list[Json]:
    today = timezone.localdate()
    return [item_answer(edition, requested=locale, origin="", today=today) for edition in editions]
