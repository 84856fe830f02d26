"""Editions as they ought to be stored: built from fresh rows, compared with nothing and written nowhere."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model

from .addresses import address
from .builds import build_all, envelope, ref_of
from .folding import fold, sort_key
from .locales import content_locales
from .models import Edition
from .registry import registry
from .states import gaps_of, states_of
from .types import Built, Gaps, Json, Ref, State

COMPARED_COLUMNS = (
    "kind", "model", "object_id", "title", "slug", "path", "earliest", "latest", "first_published_at", "state",
    "text", "words", "point_lon", "point_lat",
)  # fmt: skip


@dataclass(slots=True)
class Candidate:
    """An edition as it ought to be stored."""

    edition: Edition
    terms: set[tuple[str, str]]
    references: set[tuple[str, str]]


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
    rows: dict[Ref, Model],
    stored: dict[Ref, Edition],
    wanted: set[Ref],
    references: dict[Ref, set[tuple[str, str]]],
    *,
    restricted: Collection[Ref] = (),
    drafts: bool = False,
) -> dict[Ref, Candidate]:
    """The editions of the rows, of which some are `restricted`; of `drafts`, what they themselves leave untranslated.

    `stored` supplies the works' other locales, for lists of translations: those of a public edition name public ones
    only.
    """
    gaps = gaps_of(rows, drafts=drafts)
    built = build_all(rows, _works_in({reference for ref in rows for reference in references.get(ref, ())}), gaps)
    states = states_of(rows)
    if drafts:
        for ref, state in states.items():
            if ref in gaps:
                states[ref] = "partial"
            elif state == "partial":
                states[ref] = "current"
    faces = {ref: face(ref, result.title, result.slug, result.path, states[ref]) for ref, (result, _) in built.items()}
    for ref, edition in stored.items():
        if ref not in wanted:
            faces[ref] = face(ref, edition.title, edition.slug, edition.path, edition.state)
    unlisted = {*restricted, *(ref for ref, edition in stored.items() if edition.restricted and ref not in wanted)}
    translations = _by_work(faces)
    public_translations = _by_work({ref: shown for ref, shown in faces.items() if ref not in unlisted})
    candidates = {}
    for ref, row in rows.items():
        result, found = built[ref]
        listed = (translations if ref in restricted else public_translations)[(ref.type, ref.key)]
        edition = _edition(ref, row, result, states[ref], listed, gaps.get(ref), restricted=ref in restricted)
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


def _by_work(faces: dict[Ref, Json]) -> dict[tuple[str, str], list[Json]]:
    order = {locale: rank for rank, locale in enumerate(content_locales())}
    by_work: dict[tuple[str, str], list[Json]] = defaultdict(list)
    for ref in sorted(faces, key=lambda ref: (order.get(ref.locale, len(order)), ref.locale)):
        by_work[(ref.type, ref.key)].append(faces[ref])
    return by_work


def _edition(
    ref: Ref, row: Any, built: Built, state: State, translations: list[Json], gaps: Gaps | None, *, restricted: bool
) -> Edition:
    shared = envelope(ref, built)
    first_published_at = getattr(row, "first_published_at", None)
    published = first_published_at.isoformat() if first_published_at else None
    listed = {"translations": translations, "first_published_at": published}
    untranslated = _untranslated(row, built, gaps) if gaps else {}
    edition = Edition(
        type=ref.type,
        kind=built.kind,
        key=ref.key,
        locale=ref.locale,
        restricted=restricted,
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
        text=fold("\n".join(filter(None, (built.title, *built.words.names, built.words.lead, built.words.body)))),
        words=asdict(built.words),
        point_lon=built.point[0] if built.point else None,
        point_lat=built.point[1] if built.point else None,
        document={**shared, **built.document, **listed, **untranslated},
        item={**shared, **built.item, **listed},
        summary={**shared, **built.summary},
    )
    edition.day_dependent = registry.get(ref.type).depends_on_day(edition.document)
    edition.digest = _digest(edition, built.terms)
    return edition


def _untranslated(row: Model, built: Built, gaps: Gaps) -> Json:
    """Names the document's own texts that stand in another locale; parts of it are marked where they stand."""
    fields = {path for path in gaps.paths if path in built.document}
    if any(getattr(row, path, None) == built.title for path in gaps.paths):
        fields.add("title")
    return {"untranslated": {"lang": gaps.locale, "fields": sorted(fields)}} if fields else {}


def _digest(edition: Edition, terms: Iterable[tuple[str, str]]) -> str:
    content = [
        edition.document,
        edition.item,
        edition.summary,
        sorted(set(terms)),
        [getattr(edition, name) for name in COMPARED_COLUMNS],
        # Said of the few only, so that the many keep the digests they had before there were restricted ones.
        *(["restricted"] if edition.restricted else []),
    ]
    text = json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _works_in(references: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those that name works or lists of works.

    They were stored by whatever version built the edition last; one that no longer means anything is passed over, so
    that a rebuild can replace it.
    """
    names = {edition_type.name for edition_type in registry.all()}
    return {(name, key) for name, key in references if name in names and not key.isdigit()}
