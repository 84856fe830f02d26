"""What a reader asks of the search page, and the addresses that ask for something else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest

from cms.api.errors import BadParametersError, FieldError
from cms.api.parameters import Parameter, Texts, read_parameters, split_query
from cms.api.values import Integer

from ..asking import SearchQuery
from ..parameters import ALL, DEEPEST, NARROWING, SCOPE, Q, search_query

PAGE_SIZE: Final = 20
PAGE = Parameter(name="page", description="Number of the page.", value=Integer(1, DEEPEST // PAGE_SIZE + 1))
KNOWN: Final = (Q, SCOPE, *NARROWING, PAGE)


@dataclass(frozen=True, slots=True)
class PageAsked:
    """What stands in the address. What the page does not know there is left alone."""

    texts: Texts
    values: Mapping[str, Any]
    errors: tuple[FieldError, ...] = ()
    """What cannot be searched for."""

    @classmethod
    def read(cls, request: HttpRequest) -> PageAsked:
        """Whatever the address says. Raises nothing."""
        try:
            given = split_query(request.META.get("QUERY_STRING", ""))
            names = {parameter.name for parameter in KNOWN}
            texts = {name: filled for name in given if name in names and (filled := tuple(filter(None, given[name])))}
            return cls(texts, read_parameters(texts, KNOWN))
        except BadParametersError as error:
            return cls({}, {}, error.errors)

    @property
    def text(self) -> str:
        """What was typed."""
        return str(self.values.get(Q.name, "")).strip()

    @property
    def everywhere(self) -> bool:
        """Whether other languages will do."""
        return self.values.get(SCOPE.name) == ALL

    @property
    def page(self) -> int:
        """Number of the page, from 1."""
        return int(self.values.get(PAGE.name, 1))

    @property
    def is_narrowed(self) -> bool:
        """Whether any facet's value is chosen."""
        return any(parameter.name in self.values for parameter in NARROWING)

    def query(self, locale: str) -> SearchQuery:
        """The search."""
        values = {**self.values, "limit": PAGE_SIZE, "offset": (self.page - 1) * PAGE_SIZE}
        return search_query(values, locale)

    def address(self, **changed: Any) -> str:
        """The query string with some parameters changed (None: left out), from the first page on."""
        given: dict[str, Any] = {**self.values, PAGE.name: None, **changed}
        return "?" + urlencode({name: value for name, value in given.items() if value}, doseq=True)

    def without_facets(self, **changed: Any) -> str:
        """The same with nothing narrowed."""
        return self.address(**{parameter.name: None for parameter in NARROWING}, **changed)

    def toggled(self, facet: str, value: str) -> str:
        """The same with one value of a facet chosen, or not any more."""
        chosen = list(map(str, self.values.get(facet, ())))
        values = [other for other in chosen if other != value] if value in chosen else [*chosen, value]
        return self.address(**{facet: values})


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a reader is among the pages of hits, as `includes/pagination.html` shows it."""

    asked: PageAsked
    total: int

    @property
    def page_number(self) -> int:
        """From 1."""
        return self.asked.page

    @property
    def page_count(self) -> int:
        """As many as can be reached."""
        return min(-(-self.total // PAGE_SIZE), DEEPEST // PAGE_SIZE + 1)

    @property
    def previous_query(self) -> str | None:
        """Without the question mark; None on the first page."""
        return self._query(self.page_number - 1) if self.page_number > 1 else None

    @property
    def next_query(self) -> str | None:
        """Without the question mark; None on the last page."""
        return self._query(self.page_number + 1) if self.page_number < self.page_count else None

    def _query(self, number: int) -> str:
        return self.asked.address(page=number).removeprefix("?")
