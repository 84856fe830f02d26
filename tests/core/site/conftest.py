"""A small published newsroom."""

from dataclasses import dataclass

import pytest
from wagtail.models import Locale, Site

from articles.models import ArticleIndexPage, PressReleasePage
from home.models import HomePage
from partnerships.models import LibraryPage, Municipality, Partnership
from tests import newsroom


@dataclass(frozen=True)
class Newsroom:
    home: HomePage
    index: ArticleIndexPage
    release: PressReleasePage
    essen: Municipality
    kaluga: Municipality
    partnership: Partnership
    partnerships: LibraryPage
    municipalities: LibraryPage


@pytest.fixture
def newsroom_site(site: Site, locales: dict[str, Locale]) -> Newsroom:
    """German pages in the menu, one press release, one partnership. Nothing but the home page is translated."""
    home = newsroom.home_page(site)
    index = ArticleIndexPage(title="Presse", slug="presse", locale=home.locale, show_in_menus=True)
    home.add_child(instance=index)
    libraries = {}
    for shows, title in (("partnerships", "Partnerschaften"), ("municipalities", "Orte")):
        library = LibraryPage(title=title, slug=title.lower(), shows=shows, locale=home.locale, show_in_menus=True)
        home.add_child(instance=library)
        libraries[shows] = library
    essen = newsroom.municipality("Essen", slug="essen")
    kaluga = newsroom.municipality("Kaluga", slug="kaluga", country="RU")
    partnership = newsroom.partnership(essen, kaluga, slug="essen-kaluga", since="1991-22")
    release = newsroom.press_release(index, "Erste Meldung", slug="erste", places=[essen], partnerships=[partnership])
    return Newsroom(
        home, index, release, essen, kaluga, partnership, libraries["partnerships"], libraries["municipalities"]
    )
