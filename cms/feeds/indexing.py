"""Kinds of works whose pages search engines are asked to leave out (`noindex`): sitemaps do not name them."""

from __future__ import annotations

from django.db.models import Q

_unlisted: set[tuple[str, str]] = set()


def keep_out_of_search_engines(type_name: str, kind: str) -> None:
    """Announces such a kind; its template says `noindex`. Called from `AppConfig.ready()`."""
    _unlisted.add((type_name, kind))


def unlisted() -> Q:
    """The editions of all such kinds."""
    found = Q(pk__in=[])
    for type_name, kind in _unlisted:
        found |= Q(type=type_name, kind=kind)
    return found
