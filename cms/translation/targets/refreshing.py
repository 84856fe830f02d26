"""Writing targets: what they say is compared with what they ought to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from cms.translation.models import Target

from .counting import Strings
from .wanted import targets_of

BATCH = 200
"""Works whose strings are read at a time."""
COUNTED = ("strings", "strings_left", "words", "words_left", "proposals", "translated_at")
DERIVED = (
    "content_type_id", "source_locale_id", "source_pk", "row_pk", "title", "sort_key", "state", "live", "by_strings",
    "behind", "in_moderation", *COUNTED,
)  # fmt: skip
"""All but `state_since`, which tells when somebody saw the state change."""


def refresh(keys: Iterable[UUID]) -> None:
    """Brings the targets of these works up to date, within the running transaction.

    The number of queries does not depend on the number of works. Works that are gone lose their targets.
    """
    for works in _batches(keys):
        with transaction.atomic(savepoint=False):
            stored = _locked(works)
            wanted = targets_of(works)
            _write(wanted, stored)
            gone = [target.pk for target in stored.values()]
            if gone:
                Target.objects.filter(pk__in=gone).delete()


def recount(keys: Iterable[UUID]) -> None:
    """Counts the strings and words of these works again: for when nothing but translations of strings changed."""
    for works in _batches(keys):
        with transaction.atomic(savepoint=False):
            stored = [target for target in _locked(works).values() if target.by_strings]
            if not stored:
                continue
            strings = Strings(works)
            changed = []
            for target in stored:
                before = _values(target, COUNTED)
                counts = strings.count(target.translation_key, target.source_locale_id, target.locale_id)
                for name in COUNTED:
                    setattr(target, name, getattr(counts, name))
                if _values(target, COUNTED) != before:
                    changed.append(target)
            if len(changed) == 1:
                changed[0].save(update_fields=COUNTED)
            elif changed:
                Target.objects.bulk_update(changed, COUNTED)


def differences(keys: Sequence[UUID]) -> Iterator[tuple[Target, str]]:
    """Targets of these works that are not what refreshing would make them, each with what is wrong. Writes nothing."""
    stored = {(target.translation_key, target.locale_id): target for target in _stored(keys)}
    for target in targets_of(keys):
        before = stored.pop((target.translation_key, target.locale_id), None)
        if before is None:
            yield target, "missing"
        elif _values(before, DERIVED) != _values(target, DERIVED):
            names = [name for name in DERIVED if getattr(before, name) != getattr(target, name)]
            yield target, f"different ({', '.join(names)})"
    for target in stored.values():
        yield target, "superfluous"


def _batches(keys: Iterable[UUID]) -> Iterator[list[UUID]]:
    works = sorted(set(keys))
    for start in range(0, len(works), BATCH):
        yield works[start : start + BATCH]


def _stored(keys: Sequence[UUID]) -> QuerySet[Target]:
    return Target.objects.filter(translation_key__in=keys).order_by("pk")


def _locked(keys: Sequence[UUID]) -> dict[tuple[UUID, int], Target]:
    """What is stored. Locked before anything else is read: of two transactions the second sees what the first wrote."""
    targets = _stored(keys).select_for_update()
    return {(target.translation_key, target.locale_id): target for target in targets}


def _write(wanted: Iterable[Target], stored: dict[tuple[UUID, int], Target]) -> None:
    """Stores those that differ, and takes each from `stored`."""
    now = timezone.now()
    written = []
    for target in wanted:
        before = stored.pop((target.translation_key, target.locale_id), None)
        if before is not None:
            target.state_since = before.state_since if before.state == target.state else now
            if _values(before, DERIVED) == _values(target, DERIVED):
                continue
        written.append(target)
    if written:
        Target.objects.bulk_create(
            written,
            update_conflicts=True,
            unique_fields=["translation_key", "locale"],
            update_fields=[name.removesuffix("_id") for name in (*DERIVED, "state_since")],
        )


def _values(target: Target, names: Sequence[str]) -> list[object]:
    return [getattr(target, name) for name in names]
