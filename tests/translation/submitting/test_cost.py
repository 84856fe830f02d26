"""What submitting costs."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale
from wagtail_localize.models import StringSegment

from articles.models import PressReleasePage
from cms.translation.operations.submit import SubmitForTranslation

pytestmark = pytest.mark.django_db

BUDGET = 150
"""wagtail-localize needs more than 4,500."""


@pytest.fixture
def long_release(release: PressReleasePage) -> PressReleasePage:
    """A published page of a bit more than 200 segments."""
    release.body = [
        {"type": "paragraph", "id": str(uuid4()), "value": f"<p>Absatz {number}.</p>"} for number in range(200)
    ]
    release.save_revision().publish()
    return PressReleasePage.objects.get(pk=release.pk)


def test_a_page_of_200_segments_to_two_locales(long_release: PressReleasePage, locales: dict[str, Locale]) -> None:
    with CaptureQueriesContext(connection) as queries:
        SubmitForTranslation(source=long_release, locales=[locales["en"], locales["ru"]]).execute()
    assert StringSegment.objects.count() > 200
    assert len(queries) <= BUDGET


def test_again_costs_next_to_nothing(long_release: PressReleasePage, locales: dict[str, Locale]) -> None:
    operation = SubmitForTranslation(source=long_release, locales=[locales["en"]])
    operation.execute()
    with CaptureQueriesContext(connection) as queries:
        operation.execute()
    assert len(queries) <= 50
