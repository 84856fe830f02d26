"""What surrounds every page."""

from datetime import date

from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Locale

from articles.models import SolidarityLetterPage
from cms.core.models import SiteSettings, SocialLink
from home.models import SectionPage

from .conftest import Newsroom


def soup(client: Client, path: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(path).content, "html.parser")


def test_the_menu_shows_published_pages_that_want_to_be_there(client: Client, newsroom_site: Newsroom) -> None:
    home = newsroom_site.home
    for title, wanted, live in (("Impressum", False, True), ("Entwurf", True, False), ("Über uns", True, True)):
        home.add_child(instance=SectionPage(title=title, locale=home.locale, show_in_menus=wanted, live=live))

    menu = soup(client, "/de/presse/erste/").select("nav.navigation a")

    assert [entry.get_text() for entry in menu] == ["Presse", "Partnerschaften", "Orte", "Über uns"]
    assert [entry.get_text() for entry in menu if entry.get("aria-current")] == ["Presse"]


def test_a_section_opens_its_own_menu(client: Client, newsroom_site: Newsroom) -> None:
    section = SectionPage(title="Über uns", slug="wir", locale=newsroom_site.home.locale, show_in_menus=True)
    newsroom_site.home.add_child(instance=section)
    section.add_child(instance=SectionPage(title="Geschichte", slug="g", locale=section.locale, show_in_menus=True))

    assert "Geschichte" in soup(client, "/de/wir/").select_one("nav.navigation").get_text()
    assert "Geschichte" not in soup(client, "/de/presse/").select_one("nav.navigation").get_text()
    assert soup(client, "/de/wir/g/").select_one("nav.navigation a[aria-current=page]").get_text() == "Geschichte"


def test_the_foot_names_the_issuer_and_links_what_the_law_wants(
    client: Client, newsroom_site: Newsroom, locales: dict[str, Locale]
) -> None:
    imprint = SectionPage(title="Impressum", slug="impressum", locale=locales["de"])
    newsroom_site.home.add_child(instance=imprint)
    german = SiteSettings(locale=locales["de"], issuer="Verein", imprint=imprint)
    german.social_links = [SocialLink(label="Mastodon", url="https://social.example", locale=locales["de"])]
    german.save()
    SiteSettings(locale=locales["en"], issuer="Society", imprint=imprint).save()

    foot = soup(client, "/de/").footer
    assert foot.select_one(".footer__issuer").get_text() == "Verein"
    assert foot.find("a", href="/de/impressum/").get_text() == "Impressum"
    assert foot.find("a", href="https://social.example").get_text() == "Mastodon"

    imprint.unpublish()
    foot = soup(client, "/en/").footer
    assert foot.select_one(".footer__issuer").get_text() == "Society"
    assert foot.find("a", href="/de/impressum/") is None


def test_letters_with_signatures_stay_out_of_search_engines(client: Client, newsroom_site: Newsroom) -> None:
    letter = SolidarityLetterPage(
        title="Brief", slug="brief", date=date(2026, 5, 4), addressees="Alle", locale=newsroom_site.home.locale
    )
    newsroom_site.index.add_child(instance=letter)

    assert soup(client, "/de/presse/brief/").find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert soup(client, "/de/presse/erste/").find("meta", attrs={"name": "robots"}) is None
