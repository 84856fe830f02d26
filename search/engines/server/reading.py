"""What a server's answer says. Nothing in it is taken for granted: a proxy may have answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...asking import FACETS, SearchQuery
from ...found import FacetValue, Found, Highlights, Hit
from .errors import UnavailableError
from .names import ref_of

Json = dict[str, Any]


def found(answer: Json, query: SearchQuery) -> Found:
    """The answer to a search, without another spelling. Raises UnavailableError for nonsense and for half of it."""
    try:
        if answer["timed_out"] or answer["_shards"]["failed"]:
            raise UnavailableError("the answer is not complete")
        aggregations = answer["aggregations"]
        return Found(
            hits=_hits(answer["hits"]["hits"]),
            total=int(answer["hits"]["total"]["value"]),
            facets={facet: _facet(aggregations[facet], query.chosen.get(facet, ())) for facet in FACETS},
        )
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise UnavailableError(f"nonsense in answer to a search: {error!r}") from error


def another_spelling(answer: Json) -> str:
    """The spelling that the server thinks of, or nothing."""
    try:
        options = answer["suggest"]["spelling"][0]["options"]
        return str(options[0]["text"]) if options else ""
    except (KeyError, IndexError, TypeError):
        return ""


def is_found(answer: Json) -> bool:
    """Whether there was a hit."""
    try:
        return int(answer["hits"]["total"]["value"]) > 0
    except (KeyError, TypeError, ValueError):
        return False


def _hits(rows: Sequence[Json]) -> tuple[Hit, ...]:
    hits: dict[tuple[str, str], Hit] = {}
    for row in rows:
        ref = ref_of(row["_id"], str(row["fields"]["language"][0]))
        # For a moment after a work is published in another locale, its documents disagree about which is the best.
        hits.setdefault(
            (ref.type, ref.key),
            Hit(ref, int(row["_version"]), _highlights(row.get("highlight", {})), _score(row)),
        )
    return tuple(hits.values())


def _score(row: Json) -> float:
    return float(row.get("_score") or 0)


def _highlights(marked: Mapping[str, Sequence[str]]) -> Highlights:
    return Highlights(
        title="".join(marked.get("title", ())[:1]),
        lead="".join(marked.get("lead", ())[:1]),
        body=tuple(map(str, marked.get("body", ()))),
    )


def _facet(counts: Json, chosen: Sequence[str]) -> tuple[FacetValue, ...]:
    """The most frequent values and all that are chosen, also those that nothing has."""
    numbers = {str(bucket["key"]): int(bucket["doc_count"]) for bucket in counts["values"]["buckets"]}
    for bucket in counts.get("chosen", {}).get("buckets", ()):
        numbers[str(bucket["key"])] = int(bucket["doc_count"])
    numbers |= {value: 0 for value in chosen if value not in numbers}
    ordered = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    return tuple(FacetValue(value, count, value in chosen) for value, count in ordered)
