"""E-mails go out once, and what failed is tried again."""

from collections.abc import Iterator
from datetime import timedelta
from smtplib import SMTPException
from threading import Barrier, Thread
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.utils import timezone

from cms.publishing.ticks import ticks
from cms.translation.models import Notification, Target
from cms.translation.operations.assign import AssignTranslation
from cms.translation.operations.comment import WriteComment
from cms.translation.work.claims import claim_for, given_up
from cms.translation.work.sending import send_due
from cms.translation.work.tasks import forget_notifications, send_notifications
from cms.translation.work.timing import DELAYS, LEASE
from partnerships.models import Municipality

from .people import person, speaking, target_of

pytestmark = pytest.mark.django_db


class AwayBackend(EmailBackend):
    """A mail server that cannot be reached."""

    tried = 0

    def open(self) -> None:
        AwayBackend.tried += 1
        raise ConnectionRefusedError("nobody listens")


class PickyBackend(EmailBackend):
    """A mail server that knows only some boxes."""

    def send_messages(self, messages: Any) -> int:
        if any("unknown" in message.to[0] for message in messages):
            raise SMTPException("no such box")
        return super().send_messages(messages)


@pytest.fixture
def target(town: Municipality) -> Target:
    return target_of(town, "ru")


@pytest.fixture
def waiting(target: Target) -> Iterator[Notification]:
    AssignTranslation(target=target, translator=person("Translators (ru)"), user=person("Editors")).execute()
    yield Notification.objects.get()
    AwayBackend.tried = 0


def soon() -> Any:
    return timezone.now() + timedelta(minutes=2)


def test_the_worker_looks_for_mails_and_for_old_ones(waiting: Notification) -> None:
    due, old = (
        next(tick for tick in ticks.all() if tick.task == task) for task in (send_notifications, forget_notifications)
    )
    assert not due.is_due()
    Notification.objects.update(due_at=timezone.now())
    assert due.is_due()
    send_notifications.call()
    assert len(mail.outbox) == 1
    assert not due.is_due()
    assert not old.is_due()
    Notification.objects.update(sent_at=timezone.now() - timedelta(days=91))
    assert old.is_due()
    forget_notifications.call()
    assert not Notification.objects.exists()


def test_a_mail_server_that_is_away_delays_and_loses_nothing(waiting: Notification, settings: Any) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.AwayBackend"
    now = soon()
    assert send_due(now) == 0
    waiting.refresh_from_db()
    assert (waiting.attempts, waiting.error) == (1, "ConnectionRefusedError: nobody listens")
    assert send_due(timezone.now()) == 0
    assert AwayBackend.tried == 1, "it is left alone for a while"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_due(now + timedelta(minutes=5)) == 1
    waiting.refresh_from_db()
    assert waiting.sent_at is not None
    assert waiting.error == ""


def test_what_fails_for_days_is_given_up_and_kept_with_its_reason(waiting: Notification, settings: Any) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.AwayBackend"
    for _attempt in range(len(DELAYS) + 5):
        send_due(timezone.now() + timedelta(days=2))
    assert AwayBackend.tried == len(DELAYS) + 1
    assert [entry.error for entry in given_up()] == ["ConnectionRefusedError: nobody listens"]


def test_one_bad_address_keeps_back_nobody_else(target: Target, settings: Any) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.PickyBackend"
    good, bad = person("Translators (ru)", "good"), person("Translators (ru)", "bad", email="unknown@example.org")
    editor = person("Editors")
    for translator in (bad, good):
        question = WriteComment(target=target, text="?", user=translator).execute()
        WriteComment(target=target, text="!", thread=question, user=editor).execute()
    Notification.objects.exclude(recipient__in=[good, bad]).delete()
    assert send_due(soon()) == 1
    assert [message.to for message in mail.outbox] == [[good.email]]
    assert Notification.objects.get(sent_at=None).recipient == bad


def test_what_a_dead_worker_had_begun_is_sent_by_another(waiting: Notification) -> None:
    now = soon()
    assert len(claim_for(waiting.recipient_id, now)) == 1
    assert send_due(now + timedelta(minutes=1)) == 0, "the first may still be sending it"
    assert send_due(now + LEASE) == 1


def test_a_mail_with_many_things_costs_few_queries(
    target: Target, django_assert_max_num_queries: Any, locales: Any
) -> None:
    translator = speaking(person("Translators (ru)"), "en")
    for number in range(60):
        Notification.objects.create(recipient=translator, kind="commented", target=target, text=f"Nummer {number}.")
    with django_assert_max_num_queries(16):
        assert send_due(soon()) == 1
    assert mail.outbox[0].subject == "60 messages about translations"
    assert "And 10 more." in mail.outbox[0].body


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_workers_send_each_mail_once(target: Target) -> None:
    people = [person("Translators (ru)", f"translator {number}") for number in range(12)]
    for translator in people:
        for number in range(3):
            Notification.objects.create(recipient=translator, kind="commented", target=target, text=str(number))
    start = Barrier(2)

    def work() -> None:
        start.wait()
        send_due(soon())
        connection.close()

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(message.to[0] for message in mail.outbox) == sorted(user.email for user in people)
    assert not Notification.objects.filter(sent_at=None).exists()
