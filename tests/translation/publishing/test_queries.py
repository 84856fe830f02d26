"""Publishing a translation costs the same however long the text is."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.translation.operations.publish import PublishTranslation

MOST = 120
"""Queries, savepoints included."""

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("paragraphs", [20, 198])
def test_publishing_a_long_page(
    release: PressReleasePage, submit: Callable[..., Translation], administrator: User, paragraphs: int
) -> None:
    release.body = [
        {
            "type": "paragraph",
            "id": f"b0000000-0000-4000-8000-{number:012d}",
            "value": f"<p>Absatz Nummer {number} mit etwas Text.</p>",
        }
        for number in range(paragraphs)
    ]
    release.save_revision().publish()
    translation = submit(release, "ru")
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            data=f"Перевод: {segment.string.data}",
        )
        for segment in StringSegment.objects.filter(source=translation.source).select_related("string", "context")
    )
    with CaptureQueriesContext(connection) as queries:
        PublishTranslation(translation=translation, user=administrator).execute()
    assert translation.get_target_instance().live
    assert len(queries) <= MOST
