"""Targets are derived: they can be made again from what is stored, or compared with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Locale

from cms.publishing.projection import publication
from cms.translation.basis import record_published
from cms.translation.models import Target, TranslationBasis

from .refreshing import BATCH, differences, refresh
from .rows import Row, keys_of_all, rows_of


@dataclass(frozen=True, slots=True)
class Difference:
    """A target that is not what a rebuild would make it."""

    key: UUID
    title: str
    locale: str
    problem: str
    """`missing`, `superfluous`, or `different` with the names of the columns."""

    def __str__(self) -> str:
        return f"{self.problem}: {self.key} ({self.locale}) {self.title}"


def rebuild() -> int:
    """Brings the targets of all works up to date, each batch in a transaction of its own. Returns how many works.

    Also notes the text of sources that were published before there was a note of it.
    """
    count = 0
    for keys in _batches():
        with publication():
            _note_published_texts(keys)
            refresh(keys)
        count += len(keys)
    return count


def verify() -> Iterator[Difference]:
    """Compares every target with what a rebuild would make it. Writes nothing."""
    codes = dict(Locale.objects.values_list("pk", "language_code"))
    for keys in _batches():
        with transaction.atomic():
            found = [
                Difference(target.translation_key, target.title, codes.get(target.locale_id, ""), problem)
                for target, problem in differences(keys)
            ]
        yield from sorted(found, key=lambda difference: (str(difference.key), difference.locale))


def _batches() -> Iterator[list[UUID]]:
    """All works that there are or that have targets."""
    stored = Target.objects.values_list("translation_key", flat=True).distinct().order_by()
    keys = sorted(keys_of_all() | set(stored))
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]


def _note_published_texts(keys: Sequence[UUID]) -> None:
    noted = set(
        TranslationBasis.objects.filter(translation_key__in=keys)
        .exclude(source_text=[])
        .values_list("translation_key", "locale_id")
    )
    for rows in rows_of(keys).values():
        source = rows[0]
        if source.live and not source.alias and (source.key, source.locale_id) not in noted:
            _note_published_text(source)


def _note_published_text(source: Row) -> None:
    model = ContentType.objects.get_for_id(source.content_type_id).model_class()
    row = model._default_manager.filter(pk=source.pk).first() if model else None
    if row is not None:
        record_published(row)
