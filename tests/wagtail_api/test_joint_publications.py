"""A language that is to go live with others is not published alone through Wagtail's API either."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.publishing.models import Edition
from cms.translation.operations.plan_release import PlanRelease
from tests.translation.conftest import RUSSIAN, release, submit, translate

__all__ = ["release", "submit"]

CONFLICT = 409

pytestmark = pytest.mark.django_db


def test_a_held_language_is_refused_in_words(
    release: PressReleasePage,
    submit: Callable[..., Translation],
    locales: dict[str, Locale],
    call: Any,
    token_for: Callable[[User], str],
    member: Callable[[str], User],
) -> None:
    translation = submit(release, "ru")
    translate(translation, RUSSIAN)
    translation.save_target(publish=False)
    target = translation.get_target_instance()
    PlanRelease(source=release, together=[locales["en"], locales["ru"]]).execute()
    token = token_for(member("Publishers"))
    response = call("post", f"pages/{target.pk}/actions/publish/", token)
    assert response.status_code == CONFLICT
    assert locales["ru"].get_display_name() in response.json()["detail"]
    assert not Edition.objects.filter(key=release.translation_key, locale="ru").exists()
