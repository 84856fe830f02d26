"""Telling administrators, tidying up, and settings."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone
from wagtail.users.models import UserProfile

from cms.core.models import User
from cms.webhooks import conf
from cms.webhooks.backoff import delay_after, hold_after, whole_schedule
from cms.webhooks.models import Attempt, Delivery, WebhookEndpoint
from cms.webhooks.notices import send_notices
from cms.webhooks.pruning import prune
from cms.webhooks.tasks import TICKS
from tests.webhooks.log import changes, follow, pass_time


@pytest.fixture
def troubled(db: None) -> WebhookEndpoint:
    """An endpoint that was just paused, with a message waiting."""
    endpoint = WebhookEndpoint.objects.create(
        name="Portal\nBcc: x@example.org", url="https://hooks.example.org/secret-path?token=1", notice="paused"
    )
    changes(1)
    follow()
    return endpoint


class TestNotices:
    def test_every_active_superuser_is_told_once(self, troubled: WebhookEndpoint, administrator: User) -> None:
        User.objects.create_superuser("former", "former@example.org", "former", is_active=False)
        User.objects.create_superuser("mute", "", "mute")
        assert TICKS[1].is_due()

        assert send_notices() == 1
        assert send_notices() == 0

        (message,) = mail.outbox
        assert message.to == ["administrator@example.org"]
        assert "\n" not in message.subject
        assert "hooks.example.org" in message.body
        assert f"http://testserver/admin/webhooks/inspect/{troubled.pk}/" in message.body
        for hidden in (troubled.secret, "whsec_", "secret-path", "token"):
            assert hidden not in message.body
        assert not TICKS[1].is_due()

    def test_a_setting_names_others(
        self, troubled: WebhookEndpoint, administrator: User, webhook_settings: Callable[..., None]
    ) -> None:
        webhook_settings(notify=["ops@example.org"])

        send_notices()

        assert [message.to for message in mail.outbox] == [["ops@example.org"]]

    @pytest.mark.parametrize("notice", WebhookEndpoint.Notice.values)
    def test_each_kind_says_something_of_its_own(
        self, troubled: WebhookEndpoint, administrator: User, notice: str
    ) -> None:
        WebhookEndpoint.objects.update(notice=notice)
        UserProfile.objects.create(user=administrator, preferred_language="en")

        send_notices()

        told = {"paused": "paused", "gone": "410", "given_up": "given up"}
        assert told[notice] in mail.outbox[0].body

    def test_while_the_mail_server_is_away_nothing_is_forgotten(
        self, troubled: WebhookEndpoint, administrator: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_args: Any, **_kwargs: Any) -> None:
            raise ConnectionRefusedError

        with monkeypatch.context() as away:
            away.setattr("cms.webhooks.notices.send_mail", refuse)
            assert send_notices() == 0
        assert mail.outbox == []

        assert send_notices() == 1


class TestPruning:
    def test_what_was_finished_long_ago_is_erased_and_what_waits_is_kept(self, troubled: WebhookEndpoint) -> None:
        changes(3)
        follow()
        waiting, old, failed, recent = Delivery.objects.order_by("pk")
        now = timezone.now()
        for delivery, status, age in ((old, "delivered", 31), (failed, "failed", 31), (recent, "delivered", 29)):
            Attempt.objects.create(delivery=delivery, at=now)
            finished = now - timedelta(days=age)
            Delivery.objects.filter(pk=delivery.pk).update(status=status, finished_at=finished)
        Delivery.objects.filter(pk=waiting.pk).update(created_at=now - timedelta(days=400))
        assert TICKS[2].is_due()

        assert prune() == 2

        assert set(Delivery.objects.all()) == {waiting, recent}
        assert Attempt.objects.count() == 1
        assert not TICKS[2].is_due()

    def test_a_replayed_message_that_waits_is_kept(self, troubled: WebhookEndpoint) -> None:
        Delivery.objects.update(status="delivered", finished_at=timezone.now())
        pass_time(days=40)
        Delivery.objects.all().start_over(timezone.now())

        assert prune() == 0


class TestSchedule:
    def test_ten_further_attempts_within_two_days(self, webhook_settings: Callable[..., None]) -> None:
        delays = [delay_after(attempts) for attempts in range(1, 11)]

        assert delay_after(11) is None
        total = sum((delay for delay in delays if delay), timedelta())
        assert timedelta(hours=46) < total < timedelta(hours=53)
        assert total <= whole_schedule()

    def test_pauses_are_spread(self, webhook_settings: Callable[..., None]) -> None:
        pauses = {delay_after(5) for _ in range(20)}

        assert len(pauses) > 1
        assert all(pause and timedelta(hours=2) <= pause <= timedelta(hours=2.2) for pause in pauses)

    def test_one_failure_holds_nobody_up(self, webhook_settings: Callable[..., None]) -> None:
        assert hold_after(1) is None
        assert (hold_after(2) or timedelta()) < timedelta(seconds=6)
        assert (hold_after(99) or timedelta()) >= timedelta(hours=12)


class TestSettings:
    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("timeout", 0), ("timeout", "15"), ("timeout", 3600), ("senders", 0), ("keep_days", 0), ("keep_days", True),
            ("retry_delays", []), ("retry_delays", [5, 0]), ("retry_delays", ["5"]),
        ],
    )  # fmt: skip
    def test_a_wrong_one_stops_the_start_by_name(
        self, name: str, value: Any, webhook_settings: Callable[..., None]
    ) -> None:
        webhook_settings(**{name: value})

        with pytest.raises(ImproperlyConfigured, match=f"WEBHOOKS_{name.upper()} is "):
            conf.load()

    def test_private_networks_and_plain_http_are_refused_by_default(
        self, webhook_settings: Callable[..., None]
    ) -> None:
        assert not conf.load().allow_private_networks
        assert not conf.load().allow_http
