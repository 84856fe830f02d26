"""What changes make stale: as names, and as addresses for caches that know no names."""

from __future__ import annotations

from collections.abc import Sequence

from cms.api.collection import collections
from cms.publishing.models import Change, Edition
from cms.publishing.registry import registry
from cms.publishing.surrogate_keys import FEED, SITE, WHOLES, work_key
from cms.publishing.types import Ref


def stale_keys(changes: Sequence[Change]) -> set[str]:
    """The works, the lists they stand in, and what is made of all works."""
    keys = {SITE, FEED, *WHOLES}
    for change in changes:
        keys.add(work_key(change.type, change.key))
        collection = collections.of_type(change.type)
        if collection is not None:
            keys.add(collection.path)
    return keys


def stale_paths(changes: Sequence[Change]) -> set[str]:
    """Paths, queries included: of the works on the site and in the API, before and now; of the lists they stand in;
    and of the pages that show where they stand themselves, such as the home pages and indexes.

    It cannot name every query that a list can be asked, nor all other pages whose menus have changed.
    """
    paths = {change.former_path for change in changes if change.former_path}
    paths |= set(_site_paths(changes))
    paths.add("/api/v1/changes/")
    for change in changes:
        collection = collections.of_type(change.type)
        if collection is not None:
            listed = f"/api/v1/{collection.path}/"
            work = f"{listed}{change.key}/"
            paths |= {listed, f"{listed}?locale={change.locale}", work, f"{work}?locale={change.locale}"}
    return paths


def _site_paths(changes: Sequence[Change]) -> list[str]:
    """Two queries, however many changes there are."""
    refs = {Ref(change.type, str(change.key), change.locale) for change in changes}
    works = Edition.objects.named(refs).exclude(path=None).values_list("type", "key", "locale", "path")
    found = [path for type_name, key, locale, path in works if Ref(type_name, str(key), locale) in refs]
    placed = [edition_type.name for edition_type in registry.all() if edition_type.position_dependent]
    locales = {change.locale for change in changes}
    pages = Edition.objects.of_type(*placed).filter(locale__in=locales).exclude(path=None)
    return [*found, *pages.values_list("path", flat=True)]
