"""Carrying translations over while a source's segments are written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from wagtail_localize.models import Translation, TranslationSource

from cms.translation import events

from .comments import move_comments
from .overrides import carry_overrides, overridable_values
from .report import SourceUpdate
from .stored import submitted_units
from .strings import carry_strings


@contextmanager
def carrying_over(source: TranslationSource, *, user: Any) -> Iterator[SourceUpdate]:
    """Whatever happens to the segments of `source` within, translations follow their texts.

    One at a time for each source. What is yielded is filled in at the end. Translations are read after the segments
    were written: a translator who was just saving one has finished by then. Sends `source_changed`.
    """
    update = SourceUpdate()
    with transaction.atomic():
        hold(source)
        old, old_values = submitted_units(source), overridable_values(source)
        yield update
        new, new_values = submitted_units(source), overridable_values(source)
        if old and list(old) != list(new):
            update.changed = sorted(unit.text for unit in old) != sorted(unit.text for unit in new)
            update.locales = carry_strings(source, old, new, user=user)
            move_comments(old, new)
        elif not old:
            update.locales = carry_strings(source, (), new, user=user)
        if old_values and old_values != new_values:
            carry_overrides(old_values, new_values)
        if update.changed:
            _tell(source, user)


def hold(source: TranslationSource) -> None:
    """Waits until nobody else writes the source's text or saves a string of it; others wait until the transaction ends.

    Who saves a string locks the Translation that it belongs to.
    """
    TranslationSource.objects.select_for_update(of=("self",)).filter(pk=source.pk).values_list("pk").first()
    list(Translation.objects.select_for_update().filter(source_id=source.pk).order_by("pk").values_list("pk"))


def _tell(source: TranslationSource, user: Any) -> None:
    locales = list(source.translations.filter(enabled=True).values_list("target_locale_id", flat=True))
    if locales:
        events.source_changed.send(
            sender=TranslationSource, translation_key=source.object_id, locales=locales, user=user
        )
