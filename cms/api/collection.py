"""What a content app declares to publish one type of work through the API.

Each content app's `api.py` holds its collections and a `register()` that announces them, called from the app's
`AppConfig.ready()`. Everything else (locales, paging, errors, caching, schema) follows from the declaration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, get_args

from typing_extensions import is_typeddict

from . import formats
from .fields import fields_parameter
from .filters import Filter
from .formats import Format
from .negotiation import FALLBACK, LOCALE
from .ordering import OrderColumn, OrderParameter, Term, order_parameter
from .pagination import PAGING
from .parameters import Parameter
from .rich_text import RICH_TEXT, RichTextFields
from .values import Choice


@dataclass(frozen=True, kw_only=True)
class Collection:
    """The list and detail endpoints of one edition type."""

    type: str
    """Name of the edition type."""
    path: str
    """Below the API's root, without slashes."""
    name: str
    """Of the shape in the schema, such as `Article`."""
    row: Any
    """TypedDict of a list row."""
    work: Any
    """TypedDict of a detail answer, or a union of several."""
    list_summary: str
    work_summary: str
    filters: tuple[Filter, ...] = ()
    order: Mapping[str, OrderColumn] = field(default_factory=dict)
    default_order: str
    """Such as `-date,title`."""
    formats: tuple[Format, ...] = ()
    """What the list can be had as besides JSON."""

    @property
    def row_name(self) -> str:
        """Name of the rows' shape in the schema."""
        return f"{self.name}Row"

    @property
    def work_name(self) -> str:
        """Name of the detail answers' shape in the schema."""
        return self.name

    @cached_property
    def list_parameters(self) -> tuple[Parameter, ...]:
        """What the list takes."""
        return (LOCALE, FALLBACK, *self.filters, self.order_parameter, *PAGING, *self._more())

    @cached_property
    def export_parameters(self) -> tuple[Parameter, ...]:
        """What the list takes in another format than JSON: whole, unless it is asked for a page."""
        return (LOCALE, FALLBACK, *self.filters, self.order_parameter, *formats.PAGING, *self._more())

    def _more(self) -> Iterator[Parameter]:
        yield fields_parameter(self.row_fields)
        yield RICH_TEXT
        if self.formats:
            names = (formats.JSON, *(entry.name for entry in self.formats))
            yield Parameter(name="format", description=formats.DESCRIPTION, value=Choice(names))

    @cached_property
    def work_parameters(self) -> tuple[Parameter, ...]:
        """What the detail takes."""
        return (LOCALE, FALLBACK, fields_parameter(self.work_fields), RICH_TEXT)

    @cached_property
    def row_rich_text(self) -> RichTextFields:
        """Where rows hold rich text."""
        return RichTextFields(self.row)

    @cached_property
    def work_rich_text(self) -> RichTextFields:
        """Where detail answers hold rich text."""
        return RichTextFields(self.work)

    @cached_property
    def order_parameter(self) -> OrderParameter:
        """The `order` parameter of the list."""
        return order_parameter(self.order, self.default_order)

    @cached_property
    def default_terms(self) -> tuple[Term, ...]:
        """The order of a list that asks for none."""
        terms: tuple[Term, ...] = self.order_parameter.read([self.default_order])
        return terms

    @cached_property
    def row_fields(self) -> tuple[str, ...]:
        """Names of the top-level fields of a row."""
        return field_names(self.row)

    @cached_property
    def work_fields(self) -> tuple[str, ...]:
        """Names of the top-level fields of a detail answer, of any kind."""
        return field_names(self.work)


def field_names(shape: Any) -> tuple[str, ...]:
    """Keys that a TypedDict, or any member of a union of them, may have, in order of declaration."""
    if is_typeddict(shape):
        annotated: dict[str, None] = {}
        for base in reversed(getattr(shape, "__orig_bases__", ())):
            if is_typeddict(base):
                annotated |= dict.fromkeys(field_names(base))
        return tuple(annotated | dict.fromkeys(shape.__annotations__))
    union = getattr(shape, "__value__", shape)
    members = [field_names(member) for member in get_args(union) if not isinstance(member, str)]
    return tuple(dict.fromkeys(name for names in members for name in names))


class CollectionAlreadyRegisteredError(ValueError):
    """Two collections claim the same path."""


class Collections:
    """The collections that content apps have announced."""

    def __init__(self) -> None:
        self._by_path: dict[str, Collection] = {}

    def register(self, *collections: Collection) -> None:
        """Announces collections. Raises CollectionAlreadyRegisteredError."""
        for collection in collections:
            if self._by_path.setdefault(collection.path, collection) is not collection:
                raise CollectionAlreadyRegisteredError(collection.path)

    def all(self) -> tuple[Collection, ...]:
        """Every collection, by path."""
        return tuple(self._by_path[path] for path in sorted(self._by_path))

    def of_type(self, name: str) -> Collection | None:
        """The collection of an edition type, if it has one."""
        return next((collection for collection in self._by_path.values() if collection.type == name), None)


collections = Collections()
