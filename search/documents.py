"""What engines are told of an edition. Made of public editions only, never of a page or a library entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cms.publishing.models import Edition, EditionTerm
from cms.publishing.models.edition import EditionQuerySet
from cms.publishing.registry import registry
from cms.publishing.types import Ref
from cms.publishing.work_locales import locales_of

from .years import years_of

LOADED_AT_A_TIME = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """An edition as it is searched: plain text with its language, and what it can be narrowed by."""

    ref: Ref
    version: int
    """The number of its last change in the log."""
    kind: str
    title: str
    names: tuple[str, ...]
    """See `cms.publishing.types.Words`, also for the next three."""
    lead: str
    body: str
    about: tuple[str, ...]
    places: tuple[str, ...]
    """Ids of municipalities."""
    regions: tuple[str, ...]
    years: tuple[int, ...]
    day: date | None
    """What it is ordered by where nothing else tells: when it happened or was written."""
    locales: tuple[str, ...]
    """In which the work is published, this one included: what `scope=all` chooses by."""

    @property
    def facets(self) -> dict[str, tuple[str, ...]]:
        """Its values by facet (see `search.asking.FACETS`)."""
        return {
            "type": (self.ref.type,),
            "kind": (self.kind,) if self.kind else (),
            "place": self.places,
            "region": self.regions,
            "year": tuple(map(str, self.years)),
            "language": (self.ref.locale,),
        }


def searchable() -> EditionQuerySet:
    """Public editions of works that have an address of their own in the content API."""
    types = [edition_type.name for edition_type in registry.all() if edition_type.collection]
    return Edition.objects.filter(type__in=types, change_id__isnull=False)


def documents_of(refs: Iterable[Ref]) -> dict[Ref, SearchDocument]:
    """The documents of those that are public now; the others are missing. Two queries."""
    wanted = set(refs)
    found = _documents(list(searchable().named(wanted).only(*COLUMNS)))
    return {document.ref: document for document in found if document.ref in wanted}


def all_documents(locale: str) -> Iterator[SearchDocument]:
    """Every document of a locale, in the order of the editions' ids, read in portions that keep memory bounded."""
    last = 0
    while editions := list(
        searchable().filter(locale=locale, pk__gt=last).order_by("pk").only(*COLUMNS)[:LOADED_AT_A_TIME]
    ):
        yield from _documents(editions)
        last = editions[-1].pk


COLUMNS = ("type", "kind", "key", "locale", "title", "words", "earliest", "latest", "locales", "change_id")


def _documents(editions: Sequence[Edition]) -> list[SearchDocument]:
    terms: dict[int, dict[str, list[str]]] = {edition.pk: {"place": [], "region": []} for edition in editions}
    rows = EditionTerm.objects.filter(edition__in=terms, name__in=("place", "region")).order_by("pk")
    for pk, name, value in rows.values_list("edition_id", "name", "value"):
        terms[pk][name].append(value)
    return [_document(edition, terms[edition.pk]) for edition in editions]


def _document(edition: Edition, terms: dict[str, list[str]]) -> SearchDocument:
    words = edition.words
    years = years_of(edition.earliest, edition.latest)
    return SearchDocument(
        ref=edition.ref,
        version=edition.change_id or 0,
        kind=edition.kind,
        title=edition.title,
        names=tuple(words.get("names", ())),
        lead=words.get("lead", ""),
        body=words.get("body", ""),
        # Readers type years as words: “Konferenz 2019”.
        about=(*words.get("about", ()), *map(str, years)),
        places=tuple(terms["place"]),
        regions=tuple(terms["region"]),
        years=years,
        day=edition.earliest,
        locales=locales_of(edition.locales),
    )
