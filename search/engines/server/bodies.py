"""The one request that a search is: hits, marks, facets and another spelling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from ...asking import FACET_SIZE, FACETS, MAX_HITS, SearchQuery
from .mapping import MAX_KEYWORD
from .matching import Matching

Json = dict[str, Any]

RECENCY: Final = 0.2
"""What something of today scores more than something timeless: it decides among equals."""
HALF_LIFE: Final = "730d"
FRAGMENTS: Final = 3
FRAGMENT_LENGTH: Final = 160
OWN_LOCALE: Final = 1.2
"""How much more the reader's own language counts than the others."""
FEW_HITS: Final = 3
"""Up to so many hits another spelling is thought of."""
LONGEST_SPELLED: Final = 120
"""Letters of a query that another spelling is looked for."""


def search_body(query: SearchQuery, matching: Matching, today: date, timeout: float) -> Json:
    """What is sent to `_search`."""
    offset = max(0, min(query.offset, MAX_HITS))
    size = max(0, min(query.limit, MAX_HITS - offset))
    body: Json = {
        "query": _query(query, matching, today),
        "from": offset if size else 0,
        "size": size,
        "track_total_hits": True,
        "version": True,
        "_source": False,
        "docvalue_fields": ["language"],
        "timeout": f"{int(timeout * 1000)}ms",
        "aggs": _facets(query),
        "sort": _order(matching),
    }
    if chosen := _chosen(query):
        body["post_filter"] = _all_of(chosen.values())
    if matching.wanted:
        body["highlight"] = _highlight(matching)
    if (text := spelled_text(matching)) and offset == 0:
        body["suggest"] = _suggest(text)
    return body


def probe_body(query: SearchQuery, matching: Matching) -> Json:
    """Whether a query finds anything at all."""
    conditions = [matching.query(), *_chosen(query).values(), *_best_locales(query.locales)]
    return {
        "query": {"bool": {"filter": conditions}},
        "size": 0,
        "track_total_hits": 1,
        "terminate_after": 1,
    }


def indices_boost(query: SearchQuery, aliases: Sequence[str]) -> list[Json]:
    """Makes the reader's language count for more where there are several."""
    return [{aliases[0]: OWN_LOCALE}] if len(query.locales) > 1 else []


def spelled_text(matching: Matching) -> str:
    """What another spelling is looked for, where that makes sense."""
    if matching.unwanted or any(part.exact for part in matching.wanted):
        return ""
    text = " ".join(part.said.text for part in matching.wanted)
    return text if len(text) <= LONGEST_SPELLED else ""


def _query(query: SearchQuery, matching: Matching, today: date) -> Json:
    filters = _best_locales(query.locales)
    if matching.is_empty:
        matched: Json = {"match_all": {}} if not query.text.strip() else {"match_none": {}}
        return {"bool": {"must": matched, "filter": filters}} if filters else matched
    recent = {"distance_feature": {"field": "day", "origin": today.isoformat(), "pivot": HALF_LIFE, "boost": RECENCY}}
    return {"bool": {"must": matching.query(), "filter": filters, "should": recent}}


def _order(matching: Matching) -> list[Any]:
    """Ends with the key, so that no hit stands on two pages."""
    by_day: list[Any] = [{"day": {"order": "desc", "missing": "_last"}}, {"key": "asc"}]
    return ["_score", *by_day] if matching.wanted else by_day


def _best_locales(locales: Sequence[str]) -> list[Json]:
    """One document a work: the one in the first of the locales that the work is published in."""
    if len(locales) < 2:
        return []
    return [
        {
            "bool": {
                "should": [
                    {
                        "bool": {
                            "filter": {"term": {"language": locale}},
                            **({"must_not": {"terms": {"locales": list(locales[:rank])}}} if rank else {}),
                        }
                    }
                    for rank, locale in enumerate(locales)
                ],
                "minimum_should_match": 1,
            }
        }
    ]


def _chosen(query: SearchQuery) -> dict[str, Json]:
    """The condition of each facet that something is chosen of."""
    return {facet: {"terms": {facet: _values(query, facet)}} for facet in FACETS if query.chosen.get(facet)}


def _values(query: SearchQuery, facet: str) -> list[str]:
    """What is chosen of a facet, without what no document can have."""
    return sorted({value for value in query.chosen.get(facet, ()) if len(value) <= MAX_KEYWORD})


def _facets(query: SearchQuery) -> Json:
    """Values with their counts, each facet under the choices of the others."""
    chosen = _chosen(query)
    aggregations: Json = {}
    for facet in FACETS:
        counts: Json = {"values": {"terms": {"field": facet, "size": FACET_SIZE}}}
        if values := _values(query, facet):
            counts["chosen"] = {"terms": {"field": facet, "include": values, "size": len(values)}}
        others = [condition for name, condition in chosen.items() if name != facet]
        aggregations[facet] = {"filter": _all_of(others), "aggs": counts}
    return aggregations


def _all_of(conditions: Iterable[Json]) -> Json:
    conditions = list(conditions)
    return {"bool": {"filter": conditions}} if conditions else {"match_all": {}}


def _highlight(matching: Matching) -> Json:
    whole = {"number_of_fragments": 0}
    return {
        "type": "unified",
        "encoder": "html",
        "pre_tags": ["<mark>"],
        "post_tags": ["</mark>"],
        "require_field_match": False,
        "highlight_query": matching.highlighted(),
        "fields": {
            "title": whole,
            "lead": whole,
            "body": {"number_of_fragments": FRAGMENTS, "fragment_size": FRAGMENT_LENGTH, "order": "score"},
        },
    }


def _suggest(text: str) -> Json:
    return {
        "spelling": {
            "text": text,
            "phrase": {
                "field": "spelling",
                "size": 1,
                "gram_size": 1,
                "max_errors": 2,
                "confidence": 0,
                "direct_generator": [
                    {"field": "spelling", "suggest_mode": "missing", "min_word_length": 4, "prefix_length": 1}
                ],
            },
        }
    }
