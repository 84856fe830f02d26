"""What `search/` and `suggest/` answer, for the schema."""

from __future__ import annotations

from functools import cache
from types import new_class
from typing import Any, Literal

from typing_extensions import TypedDict

from cms.api.collection import collections
from cms.api.schema.shapes import named_union
from cms.api.types import Address, Key


class SearchHighlights(TypedDict):
    """Fragments of the hit in HTML, escaped, with what was looked for in `<mark>`. Empty where nothing of it was."""

    title: str
    lead: str
    body: list[str]


class SearchFacetValue(TypedDict):
    """A value that the hits can be narrowed to. `count` is how many there are with it instead of the facet's chosen
    ones; `label` is for people, in the requested locale.
    """

    value: str
    label: str
    count: int
    chosen: bool


class SearchFacet(TypedDict):
    """Values of one parameter of the same name, the most frequent first."""

    name: Literal["type", "kind", "place", "region", "year", "language"]
    label: str
    values: list[SearchFacetValue]


class PromotedResult(TypedDict):
    """What editors put on top for this query. `type`, `key`, `locale` and `api_url` are null for other sites' pages."""

    title: str
    description: str
    url: str
    type: str | None
    key: Key | None
    locale: str | None
    api_url: Address | None


class Suggestion(TypedDict):
    """A work whose title or name begins like the query, or a word in it. `text` is its title in `locale`."""

    text: str
    type: str
    key: Key
    locale: str
    url: Address | None
    api_url: Address


class Suggestions(TypedDict):
    """The best ones first."""

    results: list[Suggestion]


@cache
def search_answer() -> Any:
    """The shape of an answer. Made when it is needed, for it holds what content apps announce."""
    hits = named_union("SearchHit", [_hit(entry.name, entry.row) for entry in collections.all()], discriminator="type")
    shape = {
        "count": int,
        "next": Address | None,
        "previous": Address | None,
        "results": list[hits],  # type: ignore[valid-type]  # made of what there is
        "facets": list[SearchFacet],
        "suggestion": str | None,
        "promoted": list[PromotedResult],
        "engine": Literal["elasticsearch", "opensearch", "database"],
        "degraded": bool,
    }
    return TypedDict("SearchAnswer", shape)  # type: ignore[operator]  # made of what there is


def _hit(name: str, row: Any) -> Any:
    """A list row with its highlights."""
    annotations = {"highlights": SearchHighlights}
    return new_class(f"{name}Hit", (row,), {}, lambda namespace: namespace.update(__annotations__=annotations))
