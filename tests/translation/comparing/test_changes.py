"""What has changed in a source since it was translated."""

from collections.abc import Callable, Iterator
from html import unescape

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.html import strip_tags
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from cms.core.models import User
from cms.translation.comparing.texts import compare
from partnerships.models import Municipality
from tests.translation.conftest import RUSSIAN, translate

Submit = Callable[..., Translation]


def kinds(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    return [
        (change.kind, change.old.text if change.old else "", change.new.text if change.new else "")
        for change in compare(old, new)
    ]


def test_strings_are_paired_with_what_they_were() -> None:
    old = [("title", "Köln"), ("intro", "Stadt am Rhein."), ("intro", "Zwei Millionen Gäste."), ("body", "Weg.")]
    new = [("title", "Köln"), ("intro", "Große Stadt am Rhein."), ("intro", "Etwas ganz anderes steht hier.")]
    assert kinds(old, new) == [
        ("same", "Köln", "Köln"),
        ("changed", "Stadt am Rhein.", "Große Stadt am Rhein."),
        ("removed", "Zwei Millionen Gäste.", ""),
        ("removed", "Weg.", ""),
        ("added", "", "Etwas ganz anderes steht hier."),
    ]


def test_what_moved_is_not_taken_for_new() -> None:
    old = [("body.a", "Erster Absatz."), ("body.b", "Zweiter Absatz.")]
    new = [("body.b", "Zweiter Absatz."), ("body.c", "Erster Absatz.")]
    assert kinds(old, new) == [
        ("same", "Zweiter Absatz.", "Zweiter Absatz."),
        ("moved", "Erster Absatz.", "Erster Absatz."),
    ]


def test_nothing_is_lost_or_invented() -> None:
    old = [("a", "Eins."), ("a", "Zwei."), ("b", "Drei.")]
    new = [("b", "Vier."), ("a", "Zwei."), ("a", "Fünf.")]
    changes = compare(old, new)
    assert sorted(change.old for change in changes if change.old) == sorted(old)
    assert [change.new for change in changes if change.new] == new


@pytest.fixture
def outdated(town: Municipality, submit: Submit) -> Iterator[Municipality]:
    submitted = submit(town, "ru")
    translate(submitted, RUSSIAN)
    submitted.save_target(publish=True)
    town.intro = "<p>Große Stadt am Rhein.</p><p>Ganz neu.</p>"
    town.save_revision().publish()
    with translation.override("en"):
        yield town


def changes(client: Client, town: Municipality, code: str = "ru", **query: str) -> str:
    response = client.get(reverse("translation_changes", args=[town.translation_key, code]), query)
    assert response.status_code == 200
    return " ".join(unescape(strip_tags(response.content.decode())).split())


@pytest.mark.django_db
@pytest.mark.parametrize("group", ["Translators (ru)", "Translators (en)", "Editors"])
def test_editors_and_translators_see_what_changed_word_by_word(
    group: str, sign_in: Callable[[str], Client], outdated: Municipality
) -> None:
    client = sign_in(group)
    user = User.objects.get(username=group)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
    text = changes(client, outdated)
    assert "2 texts have changed." in text
    assert "[removed: Stadt end][added: Große Stadt end] am Rhein." in text or "[added: Große end]" in text
    assert "Город на Рейне." in text
    assert "Ganz neu." in text
    assert "not translated" in text
    assert "Кёльн" not in text
    assert "Кёльн" in changes(client, outdated, all="1")


@pytest.mark.django_db
def test_without_a_translation_there_is_nothing_to_compare(
    client: Client, administrator: User, outdated: Municipality
) -> None:
    UserProfile.objects.update_or_create(user=administrator, defaults={"preferred_language": "en"})
    client.force_login(administrator)
    assert "Nothing has been published" in changes(client, outdated, "en")


@pytest.mark.django_db
def test_nobody_else_sees_it(client: Client, outdated: Municipality) -> None:
    address = reverse("translation_changes", args=[outdated.translation_key, "ru"])
    assert client.get(address).status_code == 302
    visitor = User.objects.create_user("visitor", "visitor@example.org", "visitor")
    visitor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(visitor)
    assert "Rhein" not in client.get(address, follow=True).content.decode()
