"""Comparing an index with the editions, and repairing what differs.

Both are read as streams in the same order, so it takes little memory however many there are. What has been published
since is the follower's business, not a difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from cms.publishing.models import Change, Follower
from cms.publishing.registry import registry
from cms.publishing.types import Ref

from ..documents import documents_of, searchable
from ..models import DeadLetter
from . import dead_letters
from .index import Entry, Index
from .replaying import News

REPAIRED_AT_A_TIME = 200
READ_AT_A_TIME = 5_000


@dataclass(slots=True)
class Outcome:
    """How an index compared with the editions in one locale."""

    engine: str
    locale: str
    editions: int = 0
    entries: int = 0
    missing: int = 0
    """Editions that could not be found. Those that the index refuses are not counted here."""
    stale: int = 0
    """Editions that were there as they had been before."""
    ghosts: int = 0
    """What could be found though it is not public any more."""
    refused: int = 0
    """Editions that the index does not take: see dead letters."""
    rebuilt: bool = False
    """Whether the index had to be made anew, because it knew more than the log: a backup had been restored."""
    repaired: bool = False

    @property
    def differences(self) -> int:
        """How much was not as it should be, dead letters aside."""
        return self.missing + self.stale + self.ghosts

    @property
    def in_order(self) -> bool:
        """Whether all was as it should be."""
        return not self.differences and not self.refused

    def __str__(self) -> str:
        found = f"{self.engine} {self.locale}: {self.editions} editions, {self.entries} in the index"
        if not self.differences and not self.refused:
            return f"{found}, in order"
        told = [f"{self.missing} missing, {self.stale} stale, {self.ghosts} left over"]
        if self.differences:
            told.append("rebuilt" if self.rebuilt else "repaired" if self.repaired else "not repaired")
        if self.refused:
            told.append(f"{self.refused} refused by the index")
        return "; ".join([found, *told])


@dataclass(slots=True)
class _Difference:
    ref: Ref
    public: int
    """The version that is public; 0: none."""
    indexed: int
    """The version that the index has; 0: none."""


@dataclass(slots=True)
class _Comparison:
    """Walks along editions and entries side by side."""

    outcome: Outcome
    differences: list[_Difference] = field(default_factory=list)

    def walk(self, editions: Iterator[Entry], entries: Iterator[Entry]) -> Iterator[_Difference]:
        edition, entry = next(editions, None), next(entries, None)
        while edition or entry:
            here, there = _place(edition), _place(entry)
            public = indexed = 0
            if edition and here <= there:
                self.outcome.editions += 1
                public = edition.version
            if entry and there <= here:
                self.outcome.entries += 1
                indexed = entry.version
            type_name, key = min(here, there)
            if public != indexed:
                yield _Difference(Ref(type_name, key, self.outcome.locale), public, indexed)
            if here <= there:
                edition = next(editions, None)
            if there <= here:
                entry = next(entries, None)


LAST = ("\U0010ffff", "")


def _place(entry: Entry | None) -> tuple[str, str]:
    return (entry.type, entry.key) if entry else LAST


def reconcile(index: Index, locale: str, *, repair: bool = True) -> Outcome:
    """Compares, and repairs unless told otherwise. Raises IndexUnavailableError, RebuildRunningError."""
    outcome = Outcome(index.engine, locale)
    follower = Follower.objects.filter(name=index.follower).first()
    cursor = follower.cursor if follower else 0
    walk = _Comparison(outcome).walk(_entries_of_editions(locale), index.entries(locale))
    ahead = False
    while some := list(islice(walk, REPAIRED_AT_A_TIME)):
        ahead |= _compare(index, some, cursor, outcome, repair=repair)
    if repair:
        _retry(index, locale)
        if ahead:
            index.rebuild([locale])
            outcome.rebuilt = True
        outcome.repaired = True
    outcome.refused = DeadLetter.objects.filter(engine=index.engine, locale=locale).count()
    return outcome


def _compare(index: Index, some: list[_Difference], cursor: int, outcome: Outcome, *, repair: bool) -> bool:
    """Counts the differences that there still are, and repairs them; whether the index knows more than the log."""
    refs = [difference.ref for difference in some]
    # What the log has after the cursor is told by the follower; what was refused is tried again apart from this.
    others = _changed_after(cursor, refs) | {letter.ref for letter in DeadLetter.objects.named(index.engine, refs)}
    some = [each for each in some if each.ref not in others]
    documents = documents_of(each.ref for each in some)
    news = News([], {})
    ahead = False
    for each in some:
        document = documents.get(each.ref)
        if document is None:
            if each.indexed:
                outcome.ghosts += 1
                news.gone[each.ref] = each.indexed
        elif document.version < each.indexed:
            outcome.stale += 1
            ahead = True
        elif document.version > each.indexed:
            outcome.stale += bool(each.indexed)
            outcome.missing += not each.indexed
            news.documents.append(document)
    if repair and news.refs:
        _write(index, news)
    return ahead


def _retry(index: Index, locale: str) -> None:
    letters = DeadLetter.objects.filter(engine=index.engine, locale=locale).order_by("pk")
    last = 0
    while some := list(letters.filter(pk__gt=last)[:REPAIRED_AT_A_TIME]):
        documents = documents_of(letter.ref for letter in some)
        gone = {letter.ref: letter.version for letter in some if letter.ref not in documents}
        _write(index, News(list(documents.values()), gone))
        last = some[-1].pk


def _write(index: Index, news: News) -> None:
    dead_letters.record(index.engine, news.refs, index.write(news.documents, news.gone))


def _changed_after(cursor: int, refs: Iterable[Ref]) -> set[Ref]:
    changes = Change.objects.filter(pk__gt=cursor, key__in={ref.key for ref in refs})
    return {Ref(name, str(key), locale) for name, key, locale in changes.values_list("type", "key", "locale")}


def _entries_of_editions(locale: str) -> Iterator[Entry]:
    """What an index should have, in the order of `Index.entries`."""
    editions = searchable().filter(locale=locale)
    for name in sorted(edition_type.name for edition_type in registry.all()):
        of_type = editions.filter(type=name).order_by("key").values_list("key", "change_id")
        last = None
        while some := list((of_type.filter(key__gt=last) if last else of_type)[:READ_AT_A_TIME]):
            for key, version in some:
                yield Entry(name, str(key), version or 0)
            last = some[-1][0]
