"""wagtail-localize's own ways to import a file."""

from __future__ import annotations

from typing import Any

import polib
from django.db import transaction
from wagtail_localize.models import (
    StringNotUsedInContext,
    StringSegment,
    StringTranslation,
    Translation,
    UnknownString,
)

from cms.translation.operations.import_strings import ImportStrings

from .po_export import TRANSLATION_ID
from .po_reading import StringFile, made_at, strings_of


def import_po(
    self: Translation,
    po: polib.POFile,
    delete: bool = False,
    user: Any = None,
    translation_type: str = "manual",
    tool_name: str = "",
) -> list[Any]:
    """Replaces `Translation.import_po`, with its answers: leads through the operation that asks what it forgets.

    The original takes fuzzy strings for finished ones and overwrites what is newer than the file.
    """
    if po.metadata.get(TRANSLATION_ID, str(self.uuid)) != str(self.uuid):
        return []
    strings = strings_of(po)
    with transaction.atomic():
        report = ImportStrings(
            translation=self, file=StringFile(strings, made_at(po)), user=user, tool_name=tool_name
        ).execute()
        if delete:
            _remove_others(self, {(said.path, said.source) for said in strings})
    known = set(StringSegment.objects.filter(source_id=self.source_id).values_list("string__data", flat=True))
    return [
        StringNotUsedInContext(number, said.source, said.path)
        if said.source in known
        else UnknownString(number, said.source)
        for number, said in enumerate(report.unknown)
    ]


def _remove_others(translation: Translation, named: set[tuple[str, str]]) -> None:
    """One by one, so that the history tells of it."""
    for other in StringTranslation.objects.filter(
        locale_id=translation.target_locale_id, context__object_id=translation.source.object_id
    ).select_related("context", "translation_of"):
        if (other.context.path, other.translation_of.data) not in named:
            other.delete()
