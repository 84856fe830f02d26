"""Looking after endpoints in the admin."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.core.models import User
from cms.webhooks.admin.operations import OPERATIONS
from cms.webhooks.models import Delivery, WebhookEndpoint
from cms.webhooks.sending import send_due
from cms.webhooks.tasks import TICKS
from tests.webhooks.log import change, changes, follow
from tests.webhooks.pages import READ, page, post, url
from tests.webhooks.receiver import Receiver, status


class TestForm:
    def test_an_endpoint_gets_a_secret_and_an_author(self, admin: Client, administrator: User, endpoint: Any) -> None:
        response = post(admin, "webhooks:add", name="App", url=endpoint.url, types=["article"], locales=["en", "ru"])

        made = WebhookEndpoint.objects.get(name="App")
        assert response.redirect_chain[-1][0] == url("webhooks:inspect", made.pk)
        assert (made.types, made.locales, made.actions) == (["article"], ["en", "ru"], [])
        assert made.secret.startswith("whsec_")
        assert made.secret != endpoint.secret
        assert made.created_by == administrator

    @pytest.mark.parametrize(
        ("address", "message"),
        [
            ("http://93.184.216.34/", "TLS"),
            ("https://127.0.0.1/", "private network"),
            ("https://[fd00::1]/", "private network"),
            ("https://user:pass@93.184.216.34/", "user name or password"),
            ("https://93.184.216.34:25/", "Port 25"),
            ("nonsense", "https://"),
        ],
    )
    def test_an_address_that_is_not_allowed_is_refused(
        self, admin: Client, address: str, message: str, webhook_settings: Any
    ) -> None:
        response = post(admin, "webhooks:add", name="App", url=address)

        (error,) = response.context["form"].errors["url"]
        assert message in error
        assert not WebhookEndpoint.objects.exists()

    def test_editing_keeps_the_secret_and_what_the_site_no_longer_has(
        self, admin: Client, endpoint: WebhookEndpoint
    ) -> None:
        WebhookEndpoint.objects.update(locales=["de", "xx"])

        assert 'value="xx"' in page(admin, "webhooks:edit", endpoint.pk)
        post(admin, "webhooks:edit", endpoint.pk, name="Renamed", url=endpoint.url, locales=["de", "xx"])

        edited = WebhookEndpoint.objects.get()
        assert (edited.name, edited.secret, edited.locales) == ("Renamed", endpoint.secret, ["de", "xx"])

    def test_an_address_that_stays_is_not_looked_up_again(
        self, admin: Client, endpoint: WebhookEndpoint, webhook_settings: Any
    ) -> None:
        webhook_settings(allow_private_networks=False)

        post(admin, "webhooks:edit", endpoint.pk, name="Renamed", url=endpoint.url)

        assert WebhookEndpoint.objects.get().name == "Renamed"


class TestOperations:
    def test_a_test_is_sent_by_the_worker_and_its_answer_shown(
        self, admin: Client, endpoint: WebhookEndpoint, receiver: Receiver
    ) -> None:
        response = post(admin, "webhooks:test", endpoint.pk)

        delivery = Delivery.objects.get()
        assert receiver.received == []
        assert response.redirect_chain[-1][0] == url("webhook_deliveries:inspect", delivery.pk)
        assert response["Refresh"]
        receiver.behaviours.append(status(200, b"hello from the receiver"))
        send_due()
        response = admin.get(url("webhook_deliveries:inspect", delivery.pk))
        assert "hello from the receiver" in response.content.decode()
        assert not response.has_header("Refresh")

    def test_pausing_and_resuming(self, admin: Client, endpoint: WebhookEndpoint, receiver: Receiver) -> None:
        post(admin, "webhooks:pause", endpoint.pk)
        change()
        follow()
        assert send_due() == 0
        assert "1 message is waiting" in page(admin, "webhooks:resume", endpoint.pk)

        post(admin, "webhooks:resume", endpoint.pk)

        assert send_due() == 1

    def test_switching_off_and_on(self, admin: Client, endpoint: WebhookEndpoint) -> None:
        post(admin, "webhooks:switch_off", endpoint.pk)
        assert not WebhookEndpoint.objects.get().active

        post(admin, "webhooks:resume", endpoint.pk)
        assert WebhookEndpoint.objects.get().active

    def test_replaying_from_a_change(self, admin: Client, endpoint: WebhookEndpoint, receiver: Receiver) -> None:
        first, second = changes(2)
        response = post(admin, "webhooks:replay", endpoint.pk, first=second.pk + 1)
        assert response.context["form"].errors["first"] == [f"The last change has the number {second.pk}."]

        response = post(admin, "webhooks:replay", endpoint.pk, first=first.pk)

        assert "2 messages are sent again." in response.content.decode()
        assert WebhookEndpoint.objects.get().replay_next == first.pk

    def test_resending_one_and_all_that_failed(self, admin: Client, endpoint: WebhookEndpoint, told: Delivery) -> None:
        post(admin, "webhook_deliveries:resend", told.pk)
        told.refresh_from_db()
        assert told.status == "pending"
        Delivery.objects.update(status="failed")
        assert "(1)" in page(admin, "webhooks:inspect", endpoint.pk)

        post(admin, "webhooks:resend_failed", endpoint.pk)

        told.refresh_from_db()
        assert told.status == "pending"

    def test_rotating_the_secret(self, admin: Client, endpoint: WebhookEndpoint) -> None:
        post(admin, "webhooks:rotate_secret", endpoint.pk)

        rotated = WebhookEndpoint.objects.get()
        assert rotated.secret != endpoint.secret
        assert rotated.signing_secrets(timezone.now()) == [rotated.secret, endpoint.secret]

    @pytest.mark.parametrize("name", OPERATIONS)
    def test_a_link_alone_does_nothing(self, admin: Client, endpoint: WebhookEndpoint, name: str) -> None:
        before = WebhookEndpoint.objects.values().get()

        assert endpoint.secret not in page(admin, f"webhooks:{name}", endpoint.pk)

        assert WebhookEndpoint.objects.values().get() == before
        assert not Delivery.objects.exists()
        assert not ModelLogEntry.objects.filter(action__startswith="webhooks.").exists()

    def test_forms_need_a_token(self, administrator: User, endpoint: WebhookEndpoint) -> None:
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(administrator)

        for name in OPERATIONS:
            assert strict.post(url(f"webhooks:{name}", endpoint.pk)).status_code == 403

    def test_a_queued_test_is_seen_by_the_worker(self, admin: Client, endpoint: WebhookEndpoint) -> None:
        assert not TICKS[0].is_due()

        post(admin, "webhooks:test", endpoint.pk)

        assert TICKS[0].is_due()


class TestLog:
    def test_a_message_with_all_its_attempts(self, admin: Client, told: Delivery) -> None:
        content = page(admin, "webhook_deliveries:inspect", told.pk)

        assert "&lt;b&gt;no space left&lt;/b&gt;" in content
        assert f"webhook-id: change-{told.change_id}" in content
        assert "&quot;action&quot;: &quot;published&quot;" in content

    def test_filters(self, admin: Client, endpoint: WebhookEndpoint, told: Delivery) -> None:
        other = WebhookEndpoint.objects.create(name="Other", url=endpoint.url)
        change()
        follow()
        today = timezone.localdate().isoformat()

        def found(**query: Any) -> int:
            response = admin.get(url("webhook_deliveries:index"), query)
            return int(response.context["page_obj"].paginator.count)

        assert found() == 3
        assert found(endpoint=other.pk) == 1
        assert found(status="pending") == 2
        assert found(status=["pending", "delivered"]) == 3
        assert found(change_id=told.change_id) == 1
        assert found(created_at_from=today, created_at_to=today) == 3
        assert found(created_at_to="2001-01-01") == 0

    def test_queries_do_not_grow_with_the_rows(self, admin: Client, endpoint: WebhookEndpoint) -> None:
        def queries() -> list[int]:
            counts = []
            for name, *args in (*((name,) for name in READ), ("webhooks:inspect", endpoint.pk)):
                with CaptureQueriesContext(connection) as captured:
                    page(admin, str(name), *args)
                counts.append(len(captured))
            return counts

        changes(1)
        follow()
        queries()
        few = queries()
        for number in range(8):
            WebhookEndpoint.objects.create(name=f"Endpoint {number}", url=endpoint.url)
        changes(5)
        follow()

        assert queries() == few
