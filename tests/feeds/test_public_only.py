"""Nothing that is not public is in any feed, calendar, map or page's head."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.models import PressReleasePage
from cms.publishing.projection import project
from tests import newsroom

from .conftest import Newsroom, published

ADDRESSES = (
    *(f"/de/feeds/articles.{form}" for form in ("rss", "atom", "json")),
    "/de/calendar/conferences.ics",
    "/de/calendar/anniversaries.ics",
    "/sitemap.xml",
    "/llms.txt",
    "/de/llms.txt",
    "/data/catalog.jsonld",
    "/de/",
    "/de/municipalities/essen/",
)


def assert_secret(client: Client, word: str) -> None:
    for address in ADDRESSES:
        assert word.lower() not in client.get(address).content.decode().lower(), address


def test_a_draft_is_nowhere(client: Client, newsroom_site: Newsroom) -> None:
    published(newsroom_site.index, "Geheimnis", slug="geheimnis", live=False)

    assert_secret(client, "geheimnis")


def test_an_embargoed_release_is_nowhere_until_its_time(client: Client, newsroom_site: Newsroom) -> None:
    page = published(
        newsroom_site.index,
        "Geheimnis",
        slug="geheimnis",
        embargo_until=timezone.now() + timedelta(hours=1),
        places=[newsroom_site.essen],
    )
    assert_secret(client, "geheimnis")

    PressReleasePage.objects.filter(pk=page.pk).update(embargo_until=timezone.now() - timedelta(hours=1))
    project(PressReleasePage.objects.get(pk=page.pk))

    assert "Geheimnis" in client.get("/de/feeds/articles.atom").content.decode()
    assert "/geheimnis/" in client.get("/sitemap.xml").content.decode()


def test_a_private_section_is_nowhere(client: Client, newsroom_site: Newsroom) -> None:
    published(newsroom_site.index, "Geheimnis", slug="geheimnis")
    assert "/geheimnis/" in client.get("/sitemap.xml").content.decode()

    PageViewRestriction.objects.create(
        page=newsroom_site.index, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )

    assert_secret(client, "geheimnis")


def test_what_was_taken_down_is_nowhere(client: Client, newsroom_site: Newsroom) -> None:
    page = published(newsroom_site.index, "Geheimnis", slug="geheimnis")
    for address in ADDRESSES:
        client.get(address)

    page.unpublish()

    assert_secret(client, "geheimnis")


@pytest.mark.parametrize("gone", ["unpublished", "deleted"])
def test_a_partner_that_is_not_public_is_not_named(gone: str, client: Client, newsroom_site: Newsroom) -> None:
    secret = newsroom.municipality("Geheimstadt", slug="geheimstadt")
    pair = newsroom.partnership(newsroom_site.essen, secret, slug="essen-g", since="1990-05-05")
    assert "Geheimstadt" in client.get("/de/calendar/anniversaries.ics").content.decode()

    if gone == "unpublished":
        secret.live = False
        secret.save()
    else:
        pair.delete()
        secret.delete()

    assert_secret(client, "geheimstadt")


def test_what_is_kept_in_memory_is_never_shown_too_long(client: Client, conference: Any) -> None:
    row = conference("Geheimtagung", "2026-06-28")
    assert "Geheimtagung" in client.get("/de/calendar/conferences.ics").content.decode()

    row.live = False
    row.save()

    assert_secret(client, "geheimtagung")
