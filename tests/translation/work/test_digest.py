"""When e-mails come."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.translation.models import Notification, NotificationSettings
from cms.translation.operations.assign import AssignTranslation
from cms.translation.operations.comment import WriteComment
from cms.translation.work import conf
from cms.translation.work.sending import send_due
from cms.translation.work.timing import next_digest
from partnerships.models import Municipality

from .people import person, speaking, target_of

Delivery = NotificationSettings.Delivery


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def choose(client: Client, user: Any, delivery: str) -> None:
    """Saves the account settings with everything else as it was."""
    page = client.get(reverse("wagtailadmin_account"))
    data = {}
    for panels in page.context["panels_by_tab"].values():
        for panel in panels:
            for field in panel.get_form():
                if field.name != "avatar" and field.value() not in {None, False}:
                    data[field.html_name] = field.value()
    data |= {"translation_mails-delivery": delivery}
    assert client.post(reverse("wagtailadmin_account"), data).status_code == 302


@pytest.mark.parametrize(
    ("zone", "now", "expected"),
    [
        ("Europe/Berlin", "2026-01-10T05:59", "2026-01-10T06:00"),
        ("Europe/Berlin", "2026-01-10T06:00", "2026-01-11T06:00"),
        ("Europe/Berlin", "2026-07-10T05:30", "2026-07-11T05:00"),
        # The night in which summer time begins: the day has 23 hours.
        ("Europe/Berlin", "2026-03-28T12:00", "2026-03-29T05:00"),
        ("Europe/Berlin", "2026-10-24T12:00", "2026-10-25T06:00"),
        # There it is tomorrow already, and there still yesterday.
        ("Asia/Vladivostok", "2026-01-10T20:59", "2026-01-10T21:00"),
        ("Asia/Vladivostok", "2026-01-10T21:01", "2026-01-11T21:00"),
        ("America/Los_Angeles", "2026-01-10T02:00", "2026-01-10T15:00"),
        ("Pacific/Kiritimati", "2026-12-31T23:00", "2027-01-01T17:00"),
    ],
)
def test_the_hour_is_that_of_the_recipient(zone: str, now: str, expected: str) -> None:
    assert next_digest(at(now), ZoneInfo(zone)) == at(expected)


@pytest.mark.django_db
def test_once_a_day_everything_in_one_mail(town: Municipality) -> None:
    target = target_of(town, "ru")
    translator = speaking(person("Translators (ru)"), "en", "Asia/Vladivostok")
    NotificationSettings.objects.create(user=translator, delivery=Delivery.DAILY)
    editor = person("Editors")
    AssignTranslation(target=target, translator=translator, user=editor).execute()
    WriteComment(target=target, text="Erstens.", user=editor).execute()
    WriteComment(target=target, text="Zweitens.", user=editor).execute()
    due = set(Notification.objects.values_list("due_at", flat=True))
    assert len(due) == 1
    assert timezone.localtime(max(due), ZoneInfo("Asia/Vladivostok")).hour == 7
    (morning,) = due
    assert send_due(morning - timedelta(seconds=1)) == 0
    assert send_due(morning) == 1
    assert mail.outbox[0].subject == "3 messages about translations"
    assert send_due(morning + timedelta(days=1)) == 0


@pytest.mark.django_db
def test_a_new_choice_holds_for_what_waits(town: Municipality) -> None:
    target = target_of(town, "ru")
    translator = speaking(person("Translators (ru)", first_name="Vera", last_name="Muster"), "en")
    AssignTranslation(target=target, translator=translator, user=person("Editors")).execute()
    client = Client(headers={"accept-language": "en"})
    client.force_login(translator)
    page = client.get(reverse("wagtailadmin_account")).content.decode()
    assert "E-mails about translations" in page
    choose(client, translator, "daily")
    chosen = Notification.objects.get().due_at
    assert chosen is not None
    assert timezone.localtime(chosen).hour == conf.load().digest_hour
    choose(client, translator, "never")
    assert Notification.objects.get().sent_at is not None
    assert not mail.outbox
