"""`/` leads to the site in the reader's language."""

import pytest
from django.test import Client

from .conftest import Newsroom


@pytest.mark.parametrize(
    ("accepted", "home"),
    [
        ("ru", "/ru/"),
        ("en-GB,en;q=0.9,de;q=0.1", "/en/"),
        ("fr,ru;q=0.4,en;q=0.6", "/en/"),
        ("en;q=0,ru;q=0.1", "/ru/"),
        ("fr", "/de/"),
        ("", "/de/"),
        ("*", "/de/"),
        (";;;q=x,\x00", "/de/"),
    ],
)
def test_the_browser_decides(accepted: str, home: str, client: Client, newsroom_site: Newsroom) -> None:
    response = client.get("/", headers={"Accept-Language": accepted})

    assert (response.status_code, response["Location"]) == (302, home)
    assert "Accept-Language" in response["Vary"]


def test_a_language_without_a_home_page_is_passed_over(client: Client, newsroom_site: Newsroom) -> None:
    from home.models import HomePage

    HomePage.objects.get(locale__language_code="ru").unpublish()

    assert client.get("/", headers={"Accept-Language": "ru,en;q=0.5"})["Location"] == "/en/"


@pytest.mark.django_db
def test_an_empty_site_still_answers(client: Client) -> None:
    assert client.get("/")["Location"] == "/de/"
