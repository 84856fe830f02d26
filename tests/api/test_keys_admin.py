"""How administrators make, see and revoke API keys."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from cms.api.keys import issue
from cms.api.models import ApiKey
from cms.core.models import User

pytestmark = pytest.mark.django_db

TOKEN = re.compile(r"trilog_[0-9a-f]{12}_[\w-]{43}")


@pytest.fixture
def admin(client: Client, locales: Any) -> Client:
    client.force_login(User.objects.create_superuser("root", "root@example.org", "x"))
    return client


@pytest.fixture
def key() -> ApiKey:
    made = ApiKey(name="Partner portal")
    issue(made)
    made.save()
    return made


def create(client: Client, **fields: Any) -> Any:
    return client.post(reverse("api_keys:add"), {"name": "Partner portal", "throttle": "", "expires_at": "", **fields})


def test_a_new_key_is_shown_once_and_works(admin: Client):
    response = create(admin, scopes=["restricted"], throttle="3000/min")

    token = TOKEN.search(response.content.decode()).group()
    assert "no-store" in response["Cache-Control"]
    key = ApiKey.objects.get()
    assert (key.name, key.scopes, key.throttle, key.created_by.username) == (
        "Partner portal", ["restricted"], "3000/min", "root",
    )  # fmt: skip
    assert Client().get("/api/v1/locales/", headers={"Authorization": f"Bearer {token}"}).status_code == 200

    secret = token.rpartition(f"{key.prefix}_")[2]
    for address in ("index", "edit", "history"):
        args = [] if address == "index" else [key.pk]
        page = admin.get(reverse(f"api_keys:{address}", args=args)).content.decode()
        assert key.name in page
        assert secret not in page
        assert key.digest not in page
    assert secret not in str(list(ModelLogEntry.objects.values()))
    assert secret not in str([session.get_decoded() for session in Session.objects.all()])


def test_also_to_a_form_that_saves_in_the_background(admin: Client):
    response = admin.post(
        reverse("api_keys:add"), {"name": "x", "throttle": "", "expires_at": ""}, headers={"Accept": "application/json"}
    )

    assert TOKEN.search(response.content.decode())


@pytest.mark.parametrize("wrong", [{"throttle": "often"}, {"scopes": ["all"]}, {"expires_at": "2020-01-01 00:00"}])
def test_what_cannot_be_is_refused(admin: Client, wrong: dict[str, Any]):
    create(admin, **wrong)

    assert not ApiKey.objects.exists()


def test_editing_keeps_the_key_itself(admin: Client, key: ApiKey):
    fields = {"name": "Portal", "throttle": "5/sec", "expires_at": "", "scopes": []}
    admin.post(reverse("api_keys:edit", args=[key.pk]), fields)

    edited = ApiKey.objects.get()
    assert (edited.name, edited.throttle, edited.digest) == ("Portal", "5/sec", key.digest)


def test_an_expired_key_can_still_be_renamed(admin: Client, key: ApiKey):
    past = timezone.now().replace(second=0, microsecond=0) - timedelta(days=1)
    ApiKey.objects.update(expires_at=past)
    shown = timezone.localtime(past).strftime("%Y-%m-%d %H:%M")

    admin.post(reverse("api_keys:edit", args=[key.pk]), {"name": "Old", "throttle": "", "expires_at": shown})

    assert ApiKey.objects.get().name == "Old"


def test_revoking_keeps_the_row_and_is_logged(admin: Client, key: ApiKey):
    address = reverse("api_keys:delete", args=[key.pk])
    assert _("Yes, revoke") in admin.get(address).content.decode()

    admin.post(address)

    key.refresh_from_db()
    revoked_at = key.revoked_at
    assert key.state == ApiKey.State.REVOKED
    assert list(ModelLogEntry.objects.values_list("action", flat=True)) == ["api.revoke_key"]

    admin.post(address)
    key.refresh_from_db()
    assert key.revoked_at == revoked_at
    assert ModelLogEntry.objects.count() == 1
    assert _("Yes, revoke") not in admin.get(address).content.decode()
    assert key.name in admin.get(reverse("api_keys:index")).content.decode()


def test_editors_neither_see_nor_make_keys(client: Client, locales: Any, key: ApiKey):
    editor = User.objects.create_user("editor", "editor@example.org", "x")
    editor.groups.set(Group.objects.all())
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(editor)

    for address in ("index", "add", "edit", "delete", "history"):
        args = [] if address in ("index", "add") else [key.pk]
        assert client.get(reverse(f"api_keys:{address}", args=args)).status_code in (302, 403)
    create(client)
    client.post(reverse("api_keys:delete", args=[key.pk]))
    assert ApiKey.objects.get().revoked_at is None
    assert reverse("api_keys:index") not in client.get("/admin/").content.decode()


def test_the_list_costs_the_same_for_few_keys_and_for_many(admin: Client, key: ApiKey):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            admin.get(reverse("api_keys:index"))
        return len(captured)

    queries()
    few = queries()
    for number in range(8):
        create(admin, name=f"Key {number}")

    assert queries() == few
