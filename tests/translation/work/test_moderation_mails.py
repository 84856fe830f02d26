"""Moderators are told once of what is submitted: by us about translations, by Wagtail about everything else."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import Locale, WorkflowState
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from articles.models import PressReleasePage
from cms.translation.models import Notification, Target
from cms.translation.operations.hand_in import HandInTranslation
from cms.translation.work.sending import send_due
from tests.translation.conftest import RUSSIAN, translate

from .people import person, speaking, target_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def finished(release: PressReleasePage, submit: Callable[..., Translation], locales: dict[str, Locale]) -> Translation:
    """A translation with nothing left to translate."""
    translation = submit(release, "ru")
    translate(translation, RUSSIAN)
    target_of(release, "ru", row_pk=release.get_translation(locales["ru"]).pk)
    Notification.objects.all().delete()
    mail.outbox.clear()
    return translation


def later() -> Any:
    return timezone.now() + timedelta(minutes=2)


def test_moderators_get_one_mail_and_the_translator_hears_of_the_approval(finished: Translation) -> None:
    translator = speaking(person("Translators (ru)"), "en")
    moderator = speaking(person("Moderators"), "ru")
    unwilling = person("Moderators", "unwilling")
    profile = UserProfile.get_for_user(unwilling)
    profile.submitted_notifications = False
    profile.save()
    chief = person("", "chief", is_superuser=True)
    HandInTranslation(translation=finished, user=translator).execute()
    assert not mail.outbox, "nothing is sent before it is committed"
    send_due(later())
    assert [message.to for message in mail.outbox] == [[moderator.email]]
    assert chief.email not in mail.outbox[0].to
    mail.outbox.clear()
    state = WorkflowState.objects.get(status="in_progress")
    state.current_task_state.approve(user=moderator)
    send_due(later())
    assert [(message.to, message.subject) for message in mail.outbox] == [
        ([translator.email], "Published: “Vierzig Jahre Freundschaft” (Русский)")
    ]


def test_wagtail_tells_of_sources_and_of_rejections_as_before(release: PressReleasePage, finished: Translation) -> None:
    translator, moderator, editor = person("Translators (ru)"), person("Moderators"), person("Editors")
    release.save_revision(user=editor)
    release.get_workflow().start(release, editor)
    assert [message.to for message in mail.outbox] == [[moderator.email]]
    mail.outbox.clear()
    HandInTranslation(translation=finished, user=translator).execute()
    state = WorkflowState.objects.get(requested_by=translator)
    state.current_task_state.reject(user=moderator, comment="Bitte noch einmal.")
    assert [message.to for message in mail.outbox] == [[translator.email]]


def test_without_a_workflow_publishers_are_told(release: PressReleasePage, finished: Translation) -> None:
    from wagtail.models import WorkflowPage

    WorkflowPage.objects.all().delete()
    publisher = person("Publishers")
    person("", "chief", is_superuser=True)
    HandInTranslation(translation=finished, user=person("Translators (ru)")).execute()
    told = Notification.objects.filter(kind="review").values_list("recipient", flat=True)
    assert list(told) == [publisher.pk]
    assert Target.objects.filter(notifications__kind="review").count() == 1
