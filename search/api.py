"""`search/` and `suggest/` in the content API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from cms.api.base_view import ApiView, Asked, varies
from cms.api.caching import Answer
from cms.api.collection import collections
from cms.api.endpoints import Endpoint, endpoints
from cms.api.fields import fields_parameter, reduced
from cms.api.negotiation import LOCALE
from cms.api.parameters import Parameter
from cms.api.schema.operation import Operation
from cms.publishing.answers import item_answer

from .asking import SearchQuery
from .found import FacetValue, Found
from .labels import NAMES, Labels
from .parameters import DEEPEST, OFFSET, PARAMETERS, Q, search_query
from .promotions import Promoted, promoted
from .searching import Row, search
from .shapes import Suggestions, search_answer
from .suggesting import SUGGESTION_TEXT, Suggested, suggest
from .unanswered import note_if_empty

SURROGATE_KEY = "search"


class SearchView(ApiView):
    """A page of hits, each as its collection's list tells it."""

    def parameters(self) -> Sequence[Parameter]:
        """What to find, how to narrow it, which page, and the projection."""
        names = dict.fromkeys(name for collection in collections.all() for name in collection.row_fields)
        return (*PARAMETERS, fields_parameter((*names, "highlights")))

    def operation(self) -> Operation:
        """Hits with facets."""
        return Operation(
            id="search",
            summary="Search in everything that is published",
            description=(
                "Hits of all types, the best first, each as the list of its collection tells it, with `highlights`. "
                "`facets` say how many there are of what; a facet's counts ignore its own parameter and heed all "
                "others. `suggestion` is another spelling that finds something. `promoted`, on the first page, is what "
                "editors put on top for this query. `engine` says who answered; `degraded` is true while the database "
                "answers in place of a search server that does not. Up to 10,000 hits can be paged through."
            ),
            tag="search",
            name="SearchAnswer",
            shape=search_answer(),
        )

    def answer(self, asked: Asked) -> Answer:
        """The page. The number of queries does not depend on how much there is."""
        locale = asked.locales.requested
        query = search_query(asked.values, locale)
        answered = search(query)
        note_if_empty(self.request, query, answered)
        found = answered.found
        rows = [reduced(hit(row, asked), asked.values.get("fields")) for row in answered.rows]
        on_top = promoted(query.text, locale) if not query.offset else ()
        content = {
            "count": found.total,
            "next": self._page(asked, query, query.offset + query.limit, found),
            "previous": self._page(asked, query, max(0, query.offset - query.limit), found) if query.offset else None,
            "results": rows,
            "facets": facets(found.facets, locale),
            "suggestion": found.suggestion,
            "promoted": [_promoted(entry, asked.origin) for entry in on_top],
            "engine": answered.engine,
            "degraded": answered.degraded,
        }
        served = dict.fromkeys(row.edition.locale for row in answered.rows)
        # When it last changed nobody knows: an index follows the log, and may be somewhere else in each moment.
        return Answer(
            content=content,
            content_language=", ".join(served) or locale,
            surrogate_keys=(SURROGATE_KEY,),
            varies=varies(asked),
        )

    def _page(self, asked: Asked, query: SearchQuery, offset: int, found: Found) -> str | None:
        """The address of another page of the same hits, with the locale named; None where there is none."""
        if offset > query.offset and offset >= min(found.total, DEEPEST + 1):
            return None
        given: dict[str, Any] = {**asked.texts, LOCALE.name: [asked.locales.requested], OFFSET.name: [str(offset)]}
        if not offset:
            del given[OFFSET.name]
        return f"{asked.origin}{self.request.path}?{urlencode(given, doseq=True, safe=',:*')}"


class SuggestView(ApiView):
    """What a reader may be about to type."""

    def parameters(self) -> Sequence[Parameter]:
        """What has been typed so far, and the reader's locale."""
        return (SUGGESTION_TEXT, LOCALE)

    def operation(self) -> Operation:
        """A few works."""
        return Operation(
            id="suggest",
            summary="What a query may be meant to become",
            description=(
                "At most ten works whose title, or a word of it, begins with `q`, from its second letter: in the "
                "requested locale, and places by any of their names in any language and script, with their title in "
                "the requested locale or the best there is. It does not matter whether accents are typed."
            ),
            tag="search",
            name="Suggestions",
            shape=Suggestions,
        )

    def answer(self, asked: Asked) -> Answer:
        """The suggestions. Two queries."""
        locale = asked.locales.requested
        found = suggest(asked.values.get(Q.name, ""), locale)
        return Answer(
            content={"results": [_suggestion(entry, asked.origin) for entry in found]},
            content_language=locale,
            surrogate_keys=(SURROGATE_KEY,),
            varies=varies(asked),
        )


def hit(row: Row, asked: Asked) -> dict[str, Any]:
    """A hit as its collection's list tells it, with highlights."""
    shown = row.highlights
    item = item_answer(row.edition, requested=asked.locales.requested, origin=asked.origin, today=asked.today)
    return {**item, "highlights": {"title": shown.title, "lead": shown.lead, "body": list(shown.body)}}


def facets(found: Mapping[str, Iterable[FacetValue]], locale: str) -> list[dict[str, Any]]:
    """All facets with their labels. What nobody can name is left out, unless it was chosen."""
    by_name = {name: list(values) for name, values in found.items()}
    labels = Labels.load(by_name, locale)
    return [
        {"name": name, "label": str(NAMES[name]), "values": list(_values(name, by_name.get(name, ()), labels))}
        for name in NAMES
    ]


def _values(name: str, values: Iterable[FacetValue], labels: Labels) -> Iterable[dict[str, Any]]:
    for entry in values:
        label = labels.of(name, entry.value)
        if label or entry.chosen:
            yield {"value": entry.value, "label": label or entry.value, "count": entry.count, "chosen": entry.chosen}


def _promoted(entry: Promoted, origin: str) -> dict[str, Any]:
    return {
        "title": entry.title,
        "description": entry.description,
        "url": f"{origin}{entry.url}" if entry.key else entry.url,
        "type": entry.type or None,
        "key": entry.key or None,
        "locale": entry.locale or None,
        "api_url": api_address(entry.type, entry.key, entry.locale, origin) if entry.key else None,
    }


def _suggestion(entry: Suggested, origin: str) -> dict[str, Any]:
    return {
        "text": entry.text,
        "type": entry.type,
        "key": entry.key,
        "locale": entry.locale,
        "url": f"{origin}{entry.path}" if entry.path else None,
        "api_url": api_address(entry.type, entry.key, entry.locale, origin),
    }


def api_address(type_name: str, key: str, locale: str, origin: str) -> str:
    """Where the API tells of a work in a locale."""
    collection = collections.of_type(type_name)
    path = collection.path if collection else type_name
    return f"{origin}{reverse(f'api:{path}-work', args=[key])}?locale={locale}"


def register() -> None:
    """Announces the endpoints; called when the app is ready."""
    endpoints.register(Endpoint("search", SearchView))
    endpoints.register(Endpoint("suggest", SuggestView))
