"""The page on which joint publications are planned."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from articles.models import PressReleasePage
from cms.translation.models import Release
from cms.translation.releases.admin.view import release_address
from tests.translation.conftest import edit_url

from .conftest import Plan, public

SignIn = Callable[[str], Client]

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with translation.override("en"):
        yield


def told(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def chosen(locales: dict[str, Locale], **parts: str) -> dict[str, str]:
    return {f"locale_{locales[code].pk}": part for code, part in parts.items()}


def test_planning_publishing_and_what_keeps_it_back(
    work: Any, translations: dict[str, Translation], locales: dict[str, Locale], sign_in: SignIn
) -> None:
    StringTranslation.objects.filter(locale=locales["ru"]).last().delete()
    client, address = sign_in("Publishers"), release_address(work)
    assert client.get(address).status_code == 200
    client.post(address, {"action": "plan", **chosen(locales, en="together", ru="together")})
    release = Release.objects.get()
    assert {member.locale.language_code: member.when for member in release.members.all()} == {
        "en": "together",
        "ru": "together",
    }
    page = client.get(address).content.decode()
    assert client.get(release_address(translations["ru"].get_target_instance())).status_code == 302
    response = client.post(address, {"action": "publish"})
    assert public(work) == {"de"}
    missing = StringTranslation.objects.filter(locale=locales["en"]).last().translation_of.data
    assert missing in told(response)
    assert missing in page

    client.post(address, {"action": "plan", **chosen(locales, en="together", ru="ready")})
    client.post(address, {"action": "publish"})
    assert public(work) == {"de", "en"}
    assert client.get(address).status_code == 200


def test_cancelling(work: Any, translations: dict[str, Translation], plan: Plan, sign_in: SignIn) -> None:
    plan(["en"])
    sign_in("Publishers").post(release_address(work), {"action": "cancel"})
    assert Release.objects.get().status == Release.Status.CANCELLED


def test_a_plan_that_makes_no_sense_is_told_and_kept(
    work: Any, translations: dict[str, Translation], locales: dict[str, Locale], sign_in: SignIn
) -> None:
    past = timezone.localtime() - timedelta(hours=1)
    response = sign_in("Publishers").post(
        release_address(work),
        {"action": "plan", **chosen(locales, en="together"), "go_live_at": past.strftime("%Y-%m-%d %H:%M")},
    )
    assert response.status_code == 200
    assert not Release.objects.exists()
    assert 'value="together" selected' in response.content.decode()


def test_who_may_not_publish_sees_the_state_and_no_buttons(
    work: Any, translations: dict[str, Translation], locales: dict[str, Locale], plan: Plan, sign_in: SignIn
) -> None:
    plan(["en", "ru"])
    client = sign_in("Translators (ru)")
    page = client.get(release_address(work)).content.decode()
    assert 'value="publish"' not in page
    assert 'value="plan"' not in page
    assert client.post(release_address(work), {"action": "publish"}).status_code in (302, 403)
    assert client.post(release_address(work), {"action": "cancel"}).status_code in (302, 403)
    assert Release.objects.get().status == Release.Status.WAITING
    assert public(work) == {"de"}


def test_publishing_one_of_them_elsewhere_in_the_admin_is_refused_in_words(
    work: Any, translations: dict[str, Translation], plan: Plan, sign_in: SignIn
) -> None:
    plan(["en", "ru"])
    target = translations["ru"].get_target_instance()
    client = sign_in("Publishers")
    assert str(work) in told(client.post(edit_url(target), {"action": "publish"}))
    if isinstance(work, PressReleasePage):
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        assert str(work) in told(client.post(f"{bulk}?id={target.pk}"))
    assert public(work) == {"de"}


@pytest.mark.parametrize("count", [1, 6])
def test_the_list_of_plans_takes_as_many_queries_for_many_as_for_one(
    count: int, submit: Any, locales: dict[str, Locale], sign_in: SignIn
) -> None:
    from cms.translation.operations.plan_release import PlanRelease
    from partnerships.models import Municipality

    for number in range(count):
        town = Municipality(name=f"Ort {number}", country="DE", locale=locales["de"])
        town.save()
        town.save_revision().publish()
        submit(town, "en")
        PlanRelease(source=town, together=[locales["en"]]).execute()
    client = sign_in("Publishers")
    client.get(reverse("translation_releases"))
    with CaptureQueriesContext(connection) as queries:
        response = client.get(reverse("translation_releases"))
    assert response.content.decode().count("Ort ") >= count
    assert len(queries) <= 40
