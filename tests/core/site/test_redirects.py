"""Old addresses."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from tests.newsroom import article_index, home_page, press_release

pytestmark = pytest.mark.django_db

OLD, NEW = "/de/presse/alt/", "/de/presse/fusion/"


@pytest.fixture
def moved(site: Any) -> Any:
    """A press release that had another address before."""
    page = press_release(article_index(home_page(site)), "Titel", slug="fusion")
    Redirect.objects.create(old_path=OLD.rstrip("/"), redirect_page=page)
    return page


def leads_to(client: Client) -> str | None:
    return client.get(OLD).headers.get("Location")


def test_an_old_address_leads_to_the_new_one(client: Client, moved: Any) -> None:
    assert leads_to(client) == NEW


def test_an_old_address_does_not_tell_that_of_an_embargoed_page(client: Client, moved: Any) -> None:
    moved.embargo_until = timezone.now() + timedelta(days=1)
    moved.save_revision().publish()

    assert client.get(OLD).status_code == 404
    assert leads_to(client) is None


def test_an_old_address_does_not_tell_that_of_an_unpublished_page(client: Client, moved: Any) -> None:
    moved.unpublish()

    assert client.get(OLD).status_code == 404


def test_of_a_private_page_wagtail_asks_who_wants_to_see_it(client: Client, moved: Any) -> None:
    PageViewRestriction.objects.create(page=moved, restriction_type="login")

    assert leads_to(client) == NEW
    assert client.get(NEW).status_code == 302
