"""Ways of wagtail-localize's to submit a row."""

from contextlib import suppress
from typing import Any

from wagtail_localize.operations import TranslationCreator

from cms.translation.errors import NotTheSourceError
from cms.translation.operations.submit import SubmitForTranslation


def create_translations(self: TranslationCreator, instance: Any, include_related_objects: bool = True) -> None:
    """Replaces `TranslationCreator.create_translations`: takes sources only, and nothing that they merely mention.

    A target that were a source, too, would overwrite its own source. Works that a text mentions are translated on their
    own account; what is published shows them in the best language there is. What keeps a row from being submitted is
    raised as a TranslationError, where the original reports success.
    """
    row = getattr(instance, "specific", instance)
    if row.translation_key in self.seen_objects:
        return
    self.seen_objects.add(row.translation_key)
    locales = [locale for locale in self.target_locales if locale.pk != row.locale_id]
    with suppress(NotTheSourceError):
        for translation in SubmitForTranslation(user=self.user, source=row, locales=locales).execute():
            self.mappings[translation.source].append(translation)
