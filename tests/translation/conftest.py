"""A library entry in the default locale, and ways to translate it as editors and translators do."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from partnerships.models import Municipality


def translate(translation: Translation, texts: Mapping[str, str]) -> None:
    """Types translations into wagtail-localize's editor: the source's text → the target's."""
    for segment in StringSegment.objects.filter(source=translation.source, string__data__in=texts):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={"data": texts[segment.string.data]},
        )


@pytest.fixture
def town(locales: dict[str, Locale]) -> Municipality:
    """A published municipality."""
    town = Municipality(name="Köln", intro="<p>Stadt am Rhein.</p>", country="DE", locale=locales["de"])
    town.save()
    town.save_revision().publish()
    return Municipality.objects.get(pk=town.pk)


@pytest.fixture
def submit(locales: dict[str, Locale]) -> Callable[..., Translation]:
    """Submits a row for translation, as the admin does."""

    def submit(row: Any, code: str, user: Any = None) -> Translation:
        translate_object(row, [locales[code]], user=user)
        return Translation.objects.get(source__object_id=row.translation_key, target_locale=locales[code])

    return submit
