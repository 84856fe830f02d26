"""Where editors keep synonyms, and who does."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from cms.core.models import User
from search.models import Synonym

pytestmark = pytest.mark.django_db
LIST = "/admin/snippets/search/synonym/"


def member(client: Client, group: str) -> Client:
    """Somebody of that group, signed in."""
    user = User.objects.create_user("somebody", password="x")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return client


def test_a_publisher_adds_switches_off_and_finds_a_group(client: Client) -> None:
    member(client, "Publishers")
    assert client.post(f"{LIST}add/", {"phrases": "Rat", "locale": "", "active": "on"}).status_code == 200
    assert not Synonym.objects.exists()

    client.post(f"{LIST}add/", {"phrases": "Rat\nParlament", "locale": "de", "active": "on"})
    synonym = Synonym.objects.get()
    assert (synonym.lines, synonym.locale, synonym.active) == (["Rat", "Parlament"], "de", True)

    client.post(f"{LIST}edit/{synonym.pk}/", {"phrases": "Rat\nParlament", "locale": ""})
    synonym.refresh_from_db()
    assert (synonym.locale, synonym.active) == ("", False)

    assert "Rat = Parlament" in client.get(LIST, {"q": "parl"}).text
    assert "Rat = Parlament" not in client.get(LIST, {"q": "senat"}).text
    assert "Rat = Parlament" not in client.get(LIST, {"active": "true"}).text


@pytest.mark.parametrize(
    ("group", "sees", "adds"),
    [("Publishers", 200, 200), ("Editors", 200, 200), ("Moderators", 200, 302), ("Translators (ru)", 200, 302)],
)
def test_who_may_keep_them(client: Client, group: str, sees: int, adds: int) -> None:
    member(client, group)

    assert client.get(LIST).status_code == sees
    assert client.get(f"{LIST}add/").status_code == adds
