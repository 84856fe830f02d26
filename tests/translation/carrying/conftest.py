"""A work that is translated in full."""

from collections.abc import Callable

import pytest
from wagtail_localize.models import StringTranslation, Translation

from articles.models import PressReleasePage
from cms.core.models import User
from tests.translation.conftest import RUSSIAN, translate


@pytest.fixture
def translation(release: PressReleasePage, submit: Callable[..., Translation]) -> Translation:
    """The release, translated into Russian in full, by Olga."""
    translation = submit(release, "ru")
    translate(translation, RUSSIAN)
    olga = User.objects.create(username="olga", email="olga@example.org")
    StringTranslation.objects.update(last_translated_by=olga)
    return Translation.objects.select_related("source", "target_locale").get(pk=translation.pk)
