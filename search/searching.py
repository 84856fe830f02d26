"""Searching, for everybody who does: the API, the site, the admin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, partial

from django.db.models import Q

from cms.publishing.locales import content_locales
from cms.publishing.models import Edition
from cms.publishing.types import Ref

from . import understanding
from .asking import SearchQuery
from .breaker import Breaker, BreakerState
from .conf import load
from .engines import EngineError
from .engines.chosen import database_engine, server_engine
from .found import Found, Highlights, Hit
from .understanding import Understood

NEEDLESS = ("document", "text", "words")
"""Columns of editions that no list of hits shows."""


@dataclass(frozen=True, slots=True)
class Row:
    """A hit as it is shown."""

    edition: Edition
    """With the columns of a list; `document`, `text` and `words` are not loaded."""
    highlights: Highlights
    """Empty where the engine knows another version than the one that is public now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The answer to a search."""

    found: Found
    """As the engine told it, less the hits of this page that have been unpublished meanwhile. On other pages, and in
    facets, those count until the engine has heard of it."""
    rows: tuple[Row, ...]
    """The hits, best first."""
    understood: Understood
    engine: str
    """Which one answered: `elasticsearch`, `opensearch` or `database`."""
    degraded: bool
    """Whether the database answered in place of a search server."""


def search(query: SearchQuery) -> Answered:
    """Finds public editions. A search server that cannot answer within SEARCH_TIMEOUT costs the reader nothing else:
    the database answers then. Raises EngineError where that fails, too.
    """
    understood = understanding.understand(query.text, query.locales)
    server = server_engine()
    if server is not None:
        try:
            found = breaker().call(partial(server.search, query, understood))
        except EngineError:
            pass  # The breaker has told the log what there is to tell.
        else:
            return _answered(found, understood, server.name, degraded=False)
    database = database_engine()
    return _answered(database.search(query, understood), understood, database.name, degraded=server is not None)


@cache
def breaker() -> Breaker:
    """This process's, before the search server. Tests call `breaker.cache_clear()`."""
    settings = load()
    return Breaker(str(settings.server), settings.timeout)


def asked_now() -> BreakerState | None:
    """How it stands after one question to the search server, put now; None where there is none. Raises nothing."""
    server = server_engine()
    if server is None:
        return None
    everything = SearchQuery(text="", locales=tuple(content_locales()), limit=1)
    try:
        breaker().call(partial(server.search, everything, Understood()))
    except EngineError as error:
        return replace(breaker().state, reason=breaker().state.reason or str(error))
    return breaker().state


def _answered(found: Found, understood: Understood, engine: str, *, degraded: bool) -> Answered:
    editions = _editions(hit.ref for hit in found.hits)
    rows = tuple(_row(hit, editions[hit.ref]) for hit in found.hits if hit.ref in editions)
    found = _without(len(found.hits) - len(rows), found)
    return Answered(found=found, rows=rows, understood=understood, engine=engine, degraded=degraded)


def _without(gone: int, found: Found) -> Found:
    """The answer when so many of its hits are public no more: what is left alone tells nothing of them."""
    if not gone:
        return found
    total = max(found.total - gone, 0)
    return replace(found, total=total, facets=found.facets if total else dict.fromkeys(found.facets, ()))


def _row(hit: Hit, edition: Edition) -> Row:
    return Row(edition, hit.highlights if hit.version == edition.change_id else Highlights())


def _editions(refs: Iterable[Ref]) -> dict[Ref, Edition]:
    keys: dict[tuple[str, str], set[str]] = defaultdict(set)
    for ref in refs:
        keys[(ref.type, ref.locale)].add(ref.key)
    wanted = Q(pk__in=[])
    for (type_name, locale), of_type in keys.items():
        wanted |= Q(type=type_name, locale=locale, key__in=of_type)
    if not keys:
        return {}
    return {edition.ref: edition for edition in Edition.objects.filter(wanted).defer(*NEEDLESS)}
