"""Storing editions: what was built is compared with what is there; differences are written and logged."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.utils import timezone

from .addresses import address
from .builds import build_all, envelope, ref_of
from .folding import fold, sort_key
from .locales import content_locales
from .models import Change, Edition, EditionTerm, HeldBack, Reference
from .registry import registry
from .states import states_of
from .tasks import wake_followers
from .types import Built, Json, Ref, State
from .visibility import Visibility, visibility_of

COMPARED_COLUMNS = (
    "kind", "model", "object_id", "title", "slug", "path", "earliest", "latest", "first_published_at", "state",
    "text", "point_lon", "point_lat",
)  # fmt: skip

WRITTEN_COLUMNS = (*COMPARED_COLUMNS, "sort_title", "changed_at", "document", "item", "summary", "digest", "change_id")


@dataclass(slots=True)
class Outcome:
    """What came out different from before."""

    summaries: dict[Ref, set[str]] = field(default_factory=dict)
    """Editions that show something else of themselves to others, came, or went; with their kinds before and after."""
    faces: set[Ref] = field(default_factory=set)
    """Their editions in other locales, which list them among their translations."""


@dataclass(slots=True)
class Candidate:
    """An edition as it ought to be stored."""

    edition: Edition
    terms: set[tuple[str, str]]
    references: set[tuple[str, str]]


def project_refs(refs: Sequence[Ref]) -> Outcome:
    """Builds the named editions from fresh rows and stores those that differ. Needs the projection lock."""
    wanted = set(refs)
    rows = load_rows(refs)
    visibility = visibility_of(rows)
    public = {ref: row for ref, row in rows.items() if visibility[ref].public}
    _remember_embargoes(wanted, visibility)
    stored = {edition.ref: edition for edition in Edition.objects.named(refs)}
    references = stored_references(edition for ref, edition in stored.items() if ref in wanted)
    candidates = build_candidates(public, stored, wanted, references)
    return _store(wanted, rows, candidates, stored, references)


def load_rows(refs: Iterable[Ref]) -> dict[Ref, Model]:
    """The stored objects behind the editions, freshly read; those that do not exist are missing."""
    keys: dict[str, set[str]] = defaultdict(set)
    for ref in refs:
        keys[ref.type].add(ref.key)
    wanted = set(refs)
    rows: dict[Ref, Model] = {}
    for type_name, type_keys in keys.items():
        edition_type = registry.get(type_name)
        for model in edition_type.models:
            queryset = edition_type.queryset(model).select_related("locale").filter(translation_key__in=type_keys)
            for row in queryset:
                ref = ref_of(row)
                if ref in wanted:
                    rows[ref] = row
    return rows


def build_candidates(
    public: dict[Ref, Model],
    stored: dict[Ref, Edition],
    wanted: set[Ref],
    references: dict[Ref, set[tuple[str, str]]],
) -> dict[Ref, Candidate]:
    """The editions of the public rows. `stored` supplies the works' other locales, for lists of translations."""
    built = build_all(public, _works_in({reference for ref in public for reference in references.get(ref, ())}))
    states = states_of(public)
    faces = _faces({ref: result for ref, (result, _references) in built.items()}, states, stored, wanted)
    candidates = {}
    for ref, row in public.items():
        result, found = built[ref]
        edition = _edition(ref, row, result, states[ref], faces[(ref.type, ref.key)])
        candidates[ref] = Candidate(edition=edition, terms=set(result.terms), references=set(found))
    return candidates


def face(ref: Ref, title: str, slug: str, path: str | None, state: str) -> Json:
    """How an edition is listed among the translations of its work."""
    collection = registry.get(ref.type).collection
    return {
        "locale": ref.locale,
        "title": title,
        "slug": slug,
        "url": address(path) if path else None,
        "api_url": address(f"/api/v1/{collection}/{ref.key}/?locale={ref.locale}") if collection else None,
        "state": "current" if state == "source" else state,
    }


def _faces(
    built: dict[Ref, Built],
    states: dict[Ref, State],
    stored: dict[Ref, Edition],
    wanted: set[Ref],
) -> dict[tuple[str, str], list[Json]]:
    by_ref: dict[Ref, Json] = {
        ref: face(ref, edition.title, edition.slug, edition.path, edition.state)
        for ref, edition in stored.items()
        if ref not in wanted
    }
    for ref, result in built.items():
        by_ref[ref] = face(ref, result.title, result.slug, result.path, states[ref])
    order = {locale: rank for rank, locale in enumerate(content_locales())}
    faces: dict[tuple[str, str], list[Json]] = defaultdict(list)
    for ref in sorted(by_ref, key=lambda ref: (order.get(ref.locale, len(order)), ref.locale)):
        faces[(ref.type, ref.key)].append(by_ref[ref])
    return faces


def _edition(ref: Ref, row: Any, built: Built, state: State, translations: list[Json]) -> Edition:
    shared = envelope(ref, built)
    first_published_at = getattr(row, "first_published_at", None)
    published = first_published_at.isoformat() if first_published_at else None
    listed = {"translations": translations, "first_published_at": published}
    edition = Edition(
        type=ref.type,
        kind=built.kind,
        key=ref.key,
        locale=ref.locale,
        model=row._meta.label_lower,
        object_id=str(row.pk),
        title=built.title,
        sort_title=sort_key(built.title),
        slug=built.slug,
        path=built.path,
        earliest=built.earliest,
        latest=built.latest,
        first_published_at=first_published_at,
        state=state,
        text=fold(built.text),
        point_lon=built.point[0] if built.point else None,
        point_lat=built.point[1] if built.point else None,
        document={**shared, **built.document, **listed},
        item={**shared, **built.item, **listed},
        summary={**shared, **built.summary},
    )
    edition.digest = _digest(edition, built.terms)
    return edition


def _digest(edition: Edition, terms: Iterable[tuple[str, str]]) -> str:
    content = [
        edition.document,
        edition.item,
        edition.summary,
        sorted(set(terms)),
        [getattr(edition, name) for name in COMPARED_COLUMNS],
    ]
    text = json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


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
    for ref, candidate in candidates.items():
        before = stored.get(ref)
        action = _action(before, candidate.edition)
        if action is not None:
            changes[ref] = _change(ref, candidate.edition.kind, action, now)
            if before is None or before.summary != candidate.edition.summary:
                outcome.summaries[ref] = {candidate.edition.kind, *([before.kind] if before else [])}
        if action is not None or candidate.references != references.get(ref):
            candidate.edition.changed_at = now if action is not None or before is None else before.changed_at
            candidate.edition.change_id = before.change_id if before else None
            written.append(candidate)
        if before is None or _face_of(before) != _face_of(candidate.edition):
            outcome.faces.add(ref)
    gone = [ref for ref in wanted if ref in stored and ref not in candidates]
    for ref in gone:
        action = Change.Action.UNPUBLISHED if ref in rows else Change.Action.DELETED
        changes[ref] = _change(ref, stored[ref].kind, action, now)
        outcome.summaries[ref] = {stored[ref].kind}
        outcome.faces.add(ref)
    _write_changes(changes, written)
    Edition.objects.filter(pk__in=[stored[ref].pk for ref in gone]).delete()
    _write(written)
    outcome.faces = _siblings(outcome.faces, stored, wanted)
    return outcome


def _action(before: Edition | None, after: Edition) -> str | None:
    if before is None:
        return Change.Action.PUBLISHED
    if before.digest == after.digest:
        return None
    return Change.Action.MOVED if before.path != after.path else Change.Action.CHANGED


def _change(ref: Ref, kind: str, action: str, at: Any) -> Change:
    return Change(action=action, type=ref.type, kind=kind, key=ref.key, locale=ref.locale, at=at)


def _face_of(edition: Edition) -> tuple[Any, ...]:
    return (edition.title, edition.slug, edition.path, edition.state)


def _siblings(refs: set[Ref], stored: dict[Ref, Edition], projected: set[Ref]) -> set[Ref]:
    """The other locales' editions of these works that have not just been projected together with them."""
    works = {(ref.type, ref.key) for ref in refs}
    return {ref for ref in stored if (ref.type, ref.key) in works and ref not in projected}


def _write_changes(changes: dict[Ref, Change], written: list[Candidate]) -> None:
    """Appends to the log, in a fixed order, and tells the editions the number of their last change."""
    listed = [change for ref, change in sorted(changes.items()) if registry.get(ref.type).collection]
    Change.objects.bulk_create(listed)
    if listed:
        wake_followers()
    numbers = {Ref(change.type, str(change.key), change.locale): change.pk for change in listed}
    for candidate in written:
        candidate.edition.change_id = numbers.get(candidate.edition.ref, candidate.edition.change_id)


def _write(written: list[Candidate]) -> None:
    if not written:
        return
    editions = Edition.objects.bulk_create(
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
        terms += [EditionTerm(edition=edition, name=name, value=value) for name, value in sorted(candidate.terms)]
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


def _works_in(references: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those that name works or lists of works.

    They were stored by whatever version built the edition last; one that no longer means anything is passed over, so
    that a rebuild can replace it.
    """
    names = {edition_type.name for edition_type in registry.all()}
    return {(name, key) for name, key in references if name in names and not key.isdigit()}
