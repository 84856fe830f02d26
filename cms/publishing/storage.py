"""Storing editions: what was built is compared with what is there; differences are written and logged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from .candidates import COMPARED_COLUMNS, Candidate, build_candidates, load_rows
from .models import Change, Edition, EditionTerm, HeldBack, Reference
from .registry import registry
from .tasks import wake_followers
from .terms import stored_terms, term_of, terms_to_store
from .types import Ref
from .visibility import Visibility, visibility_of
from .work_locales import say_locales

UNLOGGED_COLUMNS = ("locales", "sort_title", "day_dependent")
WRITTEN_COLUMNS = (
    *COMPARED_COLUMNS, *UNLOGGED_COLUMNS, "restricted", "changed_at", "document", "item", "summary", "digest",
    "change_id",
)  # fmt: skip


@dataclass(slots=True)
class Outcome:
    """What came out different from before."""

    summaries: dict[Ref, set[str]] = field(default_factory=dict)
    """Public editions that show something else of themselves to others, came, or went; with their kinds before and
    after. Others never show a restricted one."""
    faces: set[Ref] = field(default_factory=set)
    """Their editions in other locales, which list them among their translations."""


def project_refs(refs: Sequence[Ref]) -> Outcome:
    """Builds the named editions from fresh rows and stores those that differ. Needs the projection lock."""
    wanted = set(refs)
    rows = load_rows(refs)
    visibility = visibility_of(rows)
    readable = {ref: row for ref, row in rows.items() if visibility[ref].readable}
    restricted = {ref for ref in readable if visibility[ref].restricted}
    _remember_embargoes(wanted, visibility)
    stored = {edition.ref: edition for edition in Edition.everything.named(refs)}
    references = stored_references(edition for ref, edition in stored.items() if ref in wanted)
    candidates = build_candidates(readable, stored, wanted, references, restricted=restricted)
    return _store(wanted, rows, candidates, stored, references)


def _store(
    wanted: set[Ref],
    rows: dict[Ref, Model],
    candidates: dict[Ref, Candidate],
    stored: dict[Ref, Edition],
    references: dict[Ref, set[tuple[str, str]]],
) -> Outcome:
    now = timezone.now()
    changes: dict[Ref, Change] = {}
    outcome = Outcome()
    written: list[Candidate] = []
    others = [edition for ref, edition in stored.items() if ref not in wanted]
    said_otherwise = say_locales([*(candidate.edition for candidate in candidates.values()), *others])
    apart = [edition for edition in said_otherwise if edition.pk is not None]
    terms = stored_terms(stored[ref] for ref in wanted if ref in stored)
    for ref, candidate in candidates.items():
        before, after = stored.get(ref), candidate.edition
        differs = before is None or (before.digest, before.restricted) != (after.digest, after.restricted)
        action = _action(before, after)
        if action is not None:
            changes[ref] = _change(ref, after, action, now, before)
            if before is None or before.restricted != after.restricted or before.summary != after.summary:
                outcome.summaries[ref] = {after.kind, *([before.kind] if before else [])}
        unlogged = before is not None and (
            _unlogged(before, after) or terms[before.pk] != terms_to_store(after, candidate.terms)
        )
        if differs or unlogged or candidate.references != references.get(ref):
            after.changed_at = now if differs or before is None else before.changed_at
            after.change_id = before.change_id if before else None
            written.append(candidate)
        if before is None or _face_of(before) != _face_of(after):
            outcome.faces.add(ref)
    gone = [ref for ref in wanted if ref in stored and ref not in candidates]
    for ref in gone:
        outcome.faces.add(ref)
        if not stored[ref].restricted:
            action = Change.Action.UNPUBLISHED if ref in rows else Change.Action.DELETED
            changes[ref] = _change(ref, stored[ref], action, now, stored[ref])
            outcome.summaries[ref] = {stored[ref].kind}
    _write_changes(changes, written)
    Edition.everything.filter(pk__in=[stored[ref].pk for ref in gone]).delete()
    _write(written)
    for edition in apart:
        Edition.everything.filter(pk=edition.pk).update(locales=edition.locales)
        EditionTerm.objects.filter(edition=edition).update(locales=edition.locales)
    outcome.faces = _siblings(outcome.faces, stored, wanted)
    return outcome


def _unlogged(before: Edition, after: Edition) -> bool:
    """Whether something else is stored that no answer tells."""
    return any(getattr(before, column) != getattr(after, column) for column in UNLOGGED_COLUMNS)


def _action(before: Edition | None, after: Edition) -> str | None:
    """What the log says of it. It knows public editions only: to its readers a restricted one is not there."""
    was_public = before is not None and not before.restricted
    if after.restricted:
        return Change.Action.UNPUBLISHED if was_public else None
    if before is None or not was_public:
        return Change.Action.PUBLISHED
    if before.digest == after.digest:
        return None
    return Change.Action.MOVED if before.path != after.path else Change.Action.CHANGED


def _change(ref: Ref, edition: Edition, action: str, at: datetime, before: Edition | None) -> Change:
    return Change(
        action=action,
        type=ref.type,
        kind=edition.kind,
        key=ref.key,
        locale=ref.locale,
        at=at,
        former_path=_former_path(edition, action, before),
    )


def _former_path(edition: Edition, action: str, before: Edition | None) -> str:
    if before is None or action == Change.Action.PUBLISHED:
        return ""
    left = action in Change.REMOVALS or before.path != edition.path
    return (before.path or "") if left else ""


def _face_of(edition: Edition) -> tuple[Any, ...]:
    return (edition.title, edition.slug, edition.path, edition.state, edition.restricted)


def _siblings(refs: set[Ref], stored: dict[Ref, Edition], projected: set[Ref]) -> set[Ref]:
    """The other locales' editions of these works that have not just been projected together with them."""
    works = {(ref.type, ref.key) for ref in refs}
    return {ref for ref in stored if (ref.type, ref.key) in works and ref not in projected}


def _write_changes(changes: dict[Ref, Change], written: list[Candidate]) -> None:
    """Appends to the log, in a fixed order, and tells public editions the number of their last change."""
    listed = [change for ref, change in sorted(changes.items()) if registry.get(ref.type).collection]
    Change.objects.bulk_create(listed)
    if listed:
        wake_followers()
    numbers = {Ref(change.type, str(change.key), change.locale): change.pk for change in listed}
    for candidate in written:
        edition = candidate.edition
        edition.change_id = None if edition.restricted else numbers.get(edition.ref, edition.change_id)


def _write(written: list[Candidate]) -> None:
    if not written:
        return
    editions = Edition.everything.bulk_create(
        [candidate.edition for candidate in written],
        update_conflicts=True,
        unique_fields=["type", "key", "locale"],
        update_fields=WRITTEN_COLUMNS,
    )
    pks = [edition.pk for edition in editions]
    EditionTerm.objects.filter(edition__in=pks).delete()
    Reference.objects.filter(edition__in=pks).delete()
    terms = []
    references = []
    for edition, candidate in zip(editions, written, strict=True):
        terms += [term_of(edition, name, value) for name, value in sorted(candidate.terms)]
        references += [Reference(edition=edition, type=kind, key=key) for kind, key in sorted(candidate.references)]
    EditionTerm.objects.bulk_create(terms)
    Reference.objects.bulk_create(references)


def stored_references(editions: Iterable[Edition]) -> dict[Ref, set[tuple[str, str]]]:
    """What each stored edition was built from."""
    by_pk = {edition.pk: edition.ref for edition in editions}
    references: dict[Ref, set[tuple[str, str]]] = {ref: set() for ref in by_pk.values()}
    rows = Reference.objects.filter(edition__in=by_pk).values_list("edition_id", "type", "key")
    for pk, kind, key in rows:
        references[by_pk[pk]].add((kind, key))
    return references


def _remember_embargoes(wanted: set[Ref], visibility: dict[Ref, Visibility]) -> None:
    keys = {ref.key for ref in wanted}
    before = {Ref(held.type, str(held.key), held.locale): held for held in HeldBack.objects.filter(key__in=keys)}
    now = {ref: seen.held_back_until for ref, seen in visibility.items()}
    over = [held.pk for ref, held in before.items() if ref in wanted and now.get(ref) is None]
    if over:
        HeldBack.objects.filter(pk__in=over).delete()
    for ref, until in now.items():
        if until is not None:
            HeldBack.objects.update_or_create(type=ref.type, key=ref.key, locale=ref.locale, defaults={"until": until})
