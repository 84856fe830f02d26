"""Building editions, many at a time and without storing anything."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from django.db.models import Model

from .addresses import address
from .context import Context, Lookup
from .registry import registry
from .types import Built, Gaps, Json, Ref

MAX_ROUNDS = 8

API_ROOT = "/api/v1/"

EMPTY: Mapping[Ref, Gaps] = MappingProxyType({})


class EndlessLookupError(RuntimeError):
    """A build keeps asking for more, each time it is answered."""


def ref_of(row: Any) -> Ref:
    """The edition a stored object stands for. The object must belong to a registered type."""
    edition_type = registry.for_model(type(row))
    if edition_type is None:
        raise TypeError(f"{type(row).__name__} belongs to no edition type")
    return Ref(edition_type.name, str(row.translation_key), row.locale.language_code)


def build_all(
    rows: Mapping[Ref, Model], likely: Iterable[tuple[str, str]] = (), gaps: Mapping[Ref, Gaps] = EMPTY
) -> dict[Ref, tuple[Built, frozenset[tuple[str, str]]]]:
    """The editions of `rows`, each with the references it was built from.

    `likely` names works to load beforehand, `gaps` which texts are not in their edition's locale. Raises
    EndlessLookupError when a build never comes to an end.
    """
    lookup = Lookup()
    lookup.want(likely)
    lookup.load()
    done: dict[Ref, tuple[Built, frozenset[tuple[str, str]]]] = {}
    waiting = list(rows)
    for _round in range(MAX_ROUNDS):
        incomplete = []
        for ref in waiting:
            context = Context(ref.locale, lookup, gaps.get(ref))
            built = registry.get(ref.type).build(rows[ref], context)
            if context.incomplete:
                incomplete.append(ref)
            else:
                done[ref] = (built, frozenset(context.references))
        if not incomplete:
            return done
        lookup.load()
        waiting = incomplete
    raise EndlessLookupError(f"Building {waiting[0]} asks for more each time")


def envelope(ref: Ref, built: Built) -> Json:
    """The fields that every document, list row and summary begins with."""
    edition_type = registry.get(ref.type)
    api_url = address(f"{API_ROOT}{edition_type.collection}/{ref.key}/?locale={ref.locale}")
    return {
        "key": ref.key,
        "type": ref.type,
        "kind": built.kind,
        "locale": ref.locale,
        "slug": built.slug,
        "title": built.title,
        "url": address(built.path) if built.path else None,
        "api_url": api_url if edition_type.collection else None,
    }
