"""What the admin's lists show and search of partnerships, kept up to date when a side is renamed."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from .municipality import Municipality
from .partnership import NAME_JOINT, Partnership


def refresh_partnership_names(municipality: UUID) -> set[UUID]:
    """Store titles and search texts of all partnerships of a municipality (its work id) anew.

    Returns their work ids. The number of queries does not grow with the partnerships.
    """
    rows = list(
        Partnership.objects.filter(sides__municipality__translation_key=municipality)
        .distinct()
        .prefetch_related("sides")
    )
    sides = {row.pk: [side.municipality_id for side in row.sides.all()] for row in rows}
    towns = Municipality.objects.in_bulk({pk for pks in sides.values() for pk in pks})
    keys = {town.translation_key for town in towns.values()}
    names = {
        (key, locale): name
        for key, locale, name in Municipality.objects.filter(translation_key__in=keys).values_list(
            "translation_key", "locale_id", "name"
        )
    }
    found: dict[UUID, dict[str, None]] = defaultdict(dict)
    for row in rows:
        own = [towns[pk] for pk in sides[row.pk]]
        shown = [names.get((town.translation_key, row.locale_id), town.name) for town in own]
        row.title = NAME_JOINT.join(filter(None, shown))[: Partnership.TITLE_LENGTH]
        found[row.translation_key] |= dict.fromkeys([row.title])
        for town in own:
            found[row.translation_key] |= dict.fromkeys(town.find_text.splitlines())
    for row in rows:
        row.find_text = row.fold_names(found[row.translation_key])
    Partnership.objects.bulk_update(rows, ["title", "find_text"], batch_size=200)
    return set(found)
