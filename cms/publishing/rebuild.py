"""Editions are derived: they can be made again from what editors stored, or compared with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction

from .candidates import build_candidates, load_rows
from .locales import content_locales
from .lock import take_projection_lock
from .models import Edition
from .projection import CHUNK, publication
from .registry import registry
from .storage import UNLOGGED_COLUMNS, stored_references
from .terms import stored_terms, terms_to_store
from .types import Ref
from .visibility import visibility_of
from .work_locales import say_locales

VERIFIED_COLUMNS = ("digest", "restricted", *UNLOGGED_COLUMNS)


@dataclass(frozen=True, slots=True)
class Difference:
    """An edition that is not what a rebuild would make it."""

    ref: Ref
    problem: str
    """`missing`, `superfluous` or `different`."""

    def __str__(self) -> str:
        return f"{self.problem}: {self.ref.type} {self.ref.key} ({self.ref.locale})"


def rebuild() -> int:
    """Projects every work, lower layers first, each batch in a transaction of its own. Returns the number of works.

    Editions that are right already stay untouched, and nothing is logged for them.
    """
    count = 0
    for works in _batches():
        with publication() as batch:
            for type_name, key in works:
                batch.touch_work(type_name, key)
        count += len(works)
    return count


def verify() -> Iterator[Difference]:
    """Compares every edition with what a rebuild would make it. Writes nothing."""
    for works in _batches():
        refs = [Ref(type_name, key, locale) for type_name, key in works for locale in content_locales()]
        with transaction.atomic():
            take_projection_lock()
            yield from sorted(_differences(refs), key=lambda difference: difference.ref)


def _differences(refs: Sequence[Ref]) -> list[Difference]:
    rows = load_rows(refs)
    visibility = visibility_of(rows)
    readable = {ref: row for ref, row in rows.items() if visibility[ref].readable}
    restricted = {ref for ref in readable if visibility[ref].restricted}
    stored = {edition.ref: edition for edition in Edition.everything.named(refs)}
    references = stored_references(stored.values())
    candidates = build_candidates(readable, stored, set(refs), references, restricted=restricted)
    found = [Difference(ref, "missing") for ref in candidates.keys() - stored.keys()]
    found += [Difference(ref, "superfluous") for ref in stored.keys() - candidates.keys()]
    terms = stored_terms(stored.values())
    say_locales(candidate.edition for candidate in candidates.values())
    for ref in candidates.keys() & stored.keys():
        wanted, stands = candidates[ref].edition, stored[ref]
        same = all(getattr(wanted, column) == getattr(stands, column) for column in VERIFIED_COLUMNS)
        if not (
            same
            and candidates[ref].references == references[ref]
            and terms_to_store(wanted, candidates[ref].terms) == terms[stands.pk]
        ):
            found.append(Difference(ref, "different"))
    return found


def _batches() -> Iterator[list[tuple[str, str]]]:
    """Every work that is stored or has an edition, in batches of one type."""
    size = max(1, CHUNK // len(content_locales()))
    for edition_type in registry.all():
        keys = {str(key) for key in Edition.everything.of_type(edition_type.name).values_list("key", flat=True)}
        for model in edition_type.models:
            keys.update(str(key) for key in model._default_manager.values_list("translation_key", flat=True))
        works = [(edition_type.name, key) for key in sorted(keys)]
        for start in range(0, len(works), size):
            yield works[start : start + size]
