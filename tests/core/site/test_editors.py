"""What editors see on the site besides the pages: the user bar."""

from bs4 import BeautifulSoup
from django.test import Client

from cms.core.models import User

from .conftest import Newsroom


def test_those_who_may_edit_get_the_user_bar(client: Client, newsroom_site: Newsroom, administrator: User) -> None:
    client.force_login(administrator)

    for path in ("/de/presse/erste/", "/de/orte/essen/", "/de/"):
        page = BeautifulSoup(client.get(path).content, "html.parser")
        assert page.find("wagtail-userbar"), path
    release = client.get("/de/presse/erste/").content.decode()
    assert f"/admin/pages/{newsroom_site.release.pk}/edit/" in release


def test_readers_do_not(client: Client, newsroom_site: Newsroom) -> None:
    assert "wagtail-userbar" not in client.get("/de/presse/erste/").content.decode()
