"""Keeps what can be suggested: a row for each way to begin a title, or a name of a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from cms.publishing.folding import fold
from cms.publishing.followers import LogFollower
from cms.publishing.locales import content_locales
from cms.publishing.models import Change
from cms.publishing.registry import registry
from cms.publishing.types import Ref

from .documents import SearchDocument, documents_of, searchable
from .language.known import known
from .models import Suggestion

HEAD: Final = 2
"""Letters from which on there are suggestions."""
LONGEST: Final = 60
WORDS: Final = 12
"""Words of a title that it can be found by the beginning of."""
SHORTEST: Final = 3
"""Letters of a word within a title; shorter ones are mostly articles and prepositions."""

PLACE, TITLE, OTHER_NAME, PLACE_WITHIN, TITLE_WITHIN = range(5)
"""Ranks: titles before what places are called otherwise, beginnings before later words."""


def folded(text: str) -> str:
    """Text as it is compared: without case, accents and signs, words apart by single spaces."""
    return " ".join(re.findall(r"\w+", fold(text)))


def spellings(name: str) -> list[str]:
    """The name as it is written, and as it is typed where a keyboard lacks its letters."""
    return list(dict.fromkeys((name, name.casefold().translate(_transcriptions()))))


@cache
def _transcriptions() -> dict[int, str]:
    """Of all languages of the site, those of the first one before the others'."""
    found: dict[str, str] = {}
    for code in reversed(content_locales()):
        found |= known(code).transcriptions
    return str.maketrans(found)


class SuggestionFollower(LogFollower):
    """Writes the rows of editions that have changed. Rows of editions that are gone are gone with them."""

    name = "suggestions-1"
    """With the number of the rules that rows are made by: others make it start over."""

    def handle(self, changes: Sequence[Change]) -> None:
        """Replaces the rows of every edition among the changes."""
        write({Ref(change.type, str(change.key), change.locale) for change in changes})


def write(refs: Iterable[Ref]) -> None:
    """Makes the rows of these editions anew. A handful of queries."""
    refs = set(refs)
    ids = {edition.ref: edition.pk for edition in searchable().named(refs).only("type", "key", "locale")}
    documents = documents_of(refs)
    chosen = {ids[ref]: document for ref, document in documents.items() if ref in ids}
    Suggestion.objects.filter(edition__in=chosen).delete()
    Suggestion.objects.bulk_create(
        (row for edition_id, document in chosen.items() for row in _rows(edition_id, document)), batch_size=1_000
    )


def _rows(edition_id: int, document: SearchDocument) -> Iterator[Suggestion]:
    ref = document.ref
    is_place = registry.get(ref.type).is_place
    ranks: dict[str, int] = {}
    names = {document.title: PLACE} | {name: OTHER_NAME for name in document.names if name != document.title}
    for name, rank_of_name in names.items() if is_place else ((document.title, TITLE),):
        within = PLACE_WITHIN if is_place else TITLE_WITHIN
        for number, text in beginnings(name):
            rank = within if number else rank_of_name
            ranks[text] = min(rank, ranks.get(text, rank))
    for text, rank in ranks.items():
        yield Suggestion(
            edition_id=edition_id,
            type=ref.type,
            key=ref.key,
            locale="" if is_place else ref.locale,
            head=text[:HEAD],
            text=text,
            rank=rank,
        )


def beginnings(name: str) -> Iterator[tuple[int, str]]:
    """What may be typed for a name: the whole of it, and what is left from each further word on, with its number."""
    for spelling in spellings(name):
        words = folded(spelling).split()
        for number, word in enumerate(words[:WORDS]):
            text = " ".join(words[number:])[:LONGEST]
            if len(text) >= HEAD and (not number or len(word) >= SHORTEST):
                yield number, text
