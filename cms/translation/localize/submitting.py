"""Which rows are submitted for translation."""

from typing import Any

from wagtail_localize.operations import TranslationCreator

from cms.core.works import source_of

_create_translations = TranslationCreator.create_translations


def create_translations(self: TranslationCreator, instance: Any, include_related_objects: bool = True) -> None:
    """Replaces `TranslationCreator.create_translations`: takes sources only, and nothing that they merely mention.

    A target that were a source, too, would overwrite its own source. Works that a text mentions are translated on their
    own account; what is published shows them in the best language there is.
    """
    row = getattr(instance, "specific", instance)
    if source_of(row).pk == row.pk:
        _create_translations(self, row, include_related_objects=False)
