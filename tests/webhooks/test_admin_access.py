"""Who sees and does what in the admin, and where secrets show."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.core.models import User
from cms.webhooks.admin.operations import OPERATIONS
from cms.webhooks.models import Delivery, WebhookEndpoint
from cms.webhooks.queueing import queue_test
from cms.webhooks.sending import _request_for
from tests.webhooks.pages import READ, page, post, url


class TestSecrets:
    def test_it_is_shown_on_demand_only_and_the_history_says_so(
        self, admin: Client, endpoint: WebhookEndpoint, told: Delivery
    ) -> None:
        for name, *args in (
            ("webhooks:index",), ("webhooks:inspect", endpoint.pk), ("webhooks:edit", endpoint.pk),
            ("webhooks:history", endpoint.pk), ("webhooks:delete", endpoint.pk),
            ("webhook_deliveries:index",), ("webhook_deliveries:inspect", told.pk),
        ):  # fmt: skip
            assert endpoint.secret not in page(admin, str(name), *args)

        response = admin.post(url("webhooks:reveal_secret", endpoint.pk))

        assert endpoint.secret in response.content.decode().replace("&#x2B;", "+")
        assert "no-store" in response["Cache-Control"]
        assert ModelLogEntry.objects.filter(action="webhooks.reveal_secret").count() == 1

    def test_no_entry_of_the_history_holds_it(self, admin: Client, endpoint: WebhookEndpoint) -> None:
        for name in OPERATIONS:
            post(admin, f"webhooks:{name}", endpoint.pk, first=1)
        post(admin, "webhooks:edit", endpoint.pk, name="Renamed", url=endpoint.url)
        post(admin, "webhooks:delete", endpoint.pk)

        secrets = {endpoint.secret}
        for entry in ModelLogEntry.objects.all():
            assert not any(secret in f"{entry.label} {entry.data}" for secret in secrets)
            assert "whsec_" not in f"{entry.label} {entry.data}"

    def test_a_request_that_is_printed_does_not_give_it_away(self, endpoint: WebhookEndpoint) -> None:
        delivery = queue_test(endpoint)

        assert "whsec_" not in repr(_request_for(delivery, timezone.now(), 1)) + repr(endpoint) + repr(delivery)


class TestPermissions:
    def test_an_editor_finds_nothing(self, client: Client, editor: User, endpoint: WebhookEndpoint, told: Any) -> None:
        client.force_login(editor)

        for name in READ:
            assert client.get(url(name)).status_code == 302
        for name in ("inspect", "edit", "delete", "history", *OPERATIONS):
            assert client.post(url(f"webhooks:{name}", endpoint.pk)).status_code in (302, 405)
        for name in OPERATIONS:  # no difference tells which endpoints there are
            assert client.get(url(f"webhooks:{name}", endpoint.pk + 1)).status_code == 302
        assert client.get(url("webhook_deliveries:inspect", told.pk)).status_code == 302
        assert client.post(url("webhook_deliveries:resend", told.pk)).status_code == 302
        assert "webhooks" not in client.get(reverse("wagtailadmin_home")).content.decode()
        assert not ModelLogEntry.objects.filter(action__startswith="webhooks.").exists()

    def test_who_may_only_look_cannot_do_anything_nor_see_the_secret(
        self, client: Client, editor: User, endpoint: WebhookEndpoint, told: Delivery
    ) -> None:
        group = Group.objects.create(name="Webhook watchers")
        group.permissions.add(Permission.objects.get(codename="view_webhookendpoint"))
        editor.groups.add(group)
        client.force_login(editor)

        assert "Send test" not in page(client, "webhooks:inspect", endpoint.pk)
        assert "Send again" not in page(client, "webhook_deliveries:inspect", told.pk)
        for name in OPERATIONS:
            assert client.post(url(f"webhooks:{name}", endpoint.pk)).status_code == 302
        assert client.post(url("webhook_deliveries:resend", told.pk)).status_code == 302
        assert not ModelLogEntry.objects.filter(action__startswith="webhooks.").exists()
