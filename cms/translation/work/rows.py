"""The stored rows that targets are about: the source's, and the target's own where there is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from cms.translation.models import Target


@dataclass(frozen=True, slots=True)
class Rows:
    """What a target is made from, and what it is."""

    source: Any | None
    """None where it was deleted a moment ago."""
    target: Any | None
    """None as long as nothing is begun."""


def rows_of(target: Target) -> Rows:
    """Both rows of one target."""
    return rows_by_target([target])[target.pk]


def rows_by_target(targets: Iterable[Target]) -> dict[int, Rows]:
    """Both rows of each target, by the target's id. Two queries for each model, however many targets."""
    targets = list(targets)
    wanted: defaultdict[int, set[int]] = defaultdict(set)
    for target in targets:
        wanted[target.content_type_id].update(pk for pk in (target.source_pk, target.row_pk) if pk is not None)
    found: dict[tuple[int, int], Model] = {}
    for content_type_id, pks in wanted.items():
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model is not None:
            rows = model._default_manager.filter(pk__in=pks).select_related("locale")
            found.update({(content_type_id, row.pk): row for row in rows})
    return {
        target.pk: Rows(
            source=found.get((target.content_type_id, target.source_pk)),
            target=found.get((target.content_type_id, target.row_pk)) if target.row_pk is not None else None,
        )
        for target in targets
    }
