"""Works that are translated, and people in each role."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from wagtail_localize.models import Translation

from cms.core.models import User
from cms.translation.operations.hand_in import HandInTranslation
from cms.translation.operations.publish import PublishTranslation
from tests.translation.conftest import RUSSIAN, translate

Submit = Callable[..., Translation]
Member = Callable[[str], User]


@pytest.fixture
def member(db: None) -> Member:
    """Somebody who belongs to the named group."""

    def member(group: str) -> User:
        user, _created = User.objects.get_or_create(username=group, email=f"{len(group)}@example.org")
        user.groups.add(Group.objects.get(name=group))
        return User.objects.get(pk=user.pk)

    return member


@pytest.fixture(params=["page", "snippet"])
def work(request: pytest.FixtureRequest) -> Any:
    """A published work, as a page and as a library entry."""
    return request.getfixturevalue("release" if request.param == "page" else "town")


@pytest.fixture
def finished(work: Any, submit: Submit) -> Translation:
    """A complete translation that nobody has published."""
    translation = submit(work, "ru")
    translate(translation, RUSSIAN)
    return translation


@pytest.fixture
def published(finished: Translation) -> Translation:
    """A published translation."""
    PublishTranslation(translation=finished).execute()
    return finished


@pytest.fixture
def moderated(finished: Translation, member: Member) -> Translation:
    """A translation that waits for its moderators."""
    HandInTranslation(translation=finished, user=member("Translators (ru)")).execute()
    return finished
