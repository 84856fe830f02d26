"""A small newsroom with something of everything that feeds tell of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Site

from articles.models import ArticleIndexPage, PressReleasePage
from cms.core.models import SiteSettings
from cms.feeds import conf
from home.models import HomePage
from partnerships.models import Conference, LibraryPage, Municipality, Partnership
from tests import newsroom
from tests.articles.factory import translated_page


@dataclass
class Newsroom:
    """German works; the press release and the home pages are translated into English."""

    home: HomePage
    index: ArticleIndexPage
    release: PressReleasePage
    english: PressReleasePage
    essen: Municipality
    kaluga: Municipality
    partnership: Partnership


def published(index: ArticleIndexPage, title: str, **fields: Any) -> PressReleasePage:
    """A press release that has just been published."""
    return newsroom.press_release(index, title, **{"first_published_at": timezone.now(), **fields})


@pytest.fixture
def newsroom_site(site: Site, locales: dict[str, Locale]) -> Newsroom:
    SiteSettings.objects.create(
        locale=locales["de"], issuer="Verein Trilog", boilerplate="<p>Wir sind <b>viele</b>.</p>"
    )
    home = newsroom.home_page(site)
    index = ArticleIndexPage(title="Presse", slug="presse", locale=home.locale, show_in_menus=True)
    home.add_child(instance=index)
    for shows in ("partnerships", "municipalities", "conferences"):
        home.add_child(instance=LibraryPage(title=shows, slug=shows, shows=shows, locale=home.locale))
    essen = newsroom.municipality("Essen", slug="essen", longitude=7.0123, latitude=51.4566, wikidata_id="Q2066")
    kaluga = newsroom.municipality("Kaluga", slug="kaluga", country="RU")
    partnership = newsroom.partnership(essen, kaluga, slug="essen-kaluga", since="1991-09-09")
    release = newsroom.press_release(
        index,
        "Brücken & <Wege>",
        slug="erste",
        lead="Zwei Städte bauen.",
        places=[essen],
        partnerships=[partnership],
        date=date(2026, 5, 4),
        first_published_at=timezone.now() - timedelta(days=3),
        body=[
            ("heading", {"text": "Am Fluss", "level": "2"}),
            ("paragraph", {"text": '<p>Mehr in <a href="#am-fluss">Am Fluss</a>.</p>'}),
        ],
    )
    english = translated_page(release, "en", title="Bridges", slug="bridges", lead="Two towns build.")
    return Newsroom(home, index, release, english, essen, kaluga, partnership)


@pytest.fixture
def conference(locales: dict[str, Locale], newsroom_site: Newsroom) -> Callable[..., Conference]:
    """Makes published German conferences in Essen."""

    def make(title: str, start: str, end: str = "", **fields: Any) -> Conference:
        from partnerships.models import ConferencePlace

        row = Conference(title=title, start=start, end=end, locale=locales["de"], **{"status": "scheduled", **fields})
        row.places = [ConferencePlace(municipality=newsroom_site.essen)]
        row.save()
        return row

    return make


@pytest.fixture(autouse=True)
def _fresh_settings() -> Iterator[None]:
    conf.load.cache_clear()
    yield
    conf.load.cache_clear()


@pytest.fixture
def fetch(client: Client) -> Callable[..., bytes]:
    """The content of an address that answers."""

    def get(path: str, **query: Any) -> bytes:
        response = client.get(path, query)
        assert response.status_code == 200, response.content
        return bytes(response.content)

    return get
