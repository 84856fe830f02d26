"""Home, sections and lists: what readers get, and where editors can put them."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Locale, Page, Site

from articles.models import ArticleIndexPage, PressReleasePage
from cms.core.models import Image
from cms.publishing.models import Edition
from cms.publishing.preview import build_preview
from home.models import HomePage, SectionPage
from partnerships.models import LibraryPage
from tests.newsroom import article_index, edition, home_page

pytestmark = pytest.mark.django_db


def section(parent: Page, title: str, **fields: Any) -> SectionPage:
    page = SectionPage(title=title, locale=parent.locale, **fields)
    parent.add_child(instance=page)
    return page


def test_a_section_shows_its_text_and_its_place(site: Site) -> None:
    image = Image.objects.create(title="f", width=900, height=600, file="original_images/f.jpg")
    page = section(
        home_page(site), "Über uns", intro="<p>Wir.</p>", image=image, show_in_menus=True,
        body=[("heading", {"text": "Ziele", "level": "2"})],
    )  # fmt: skip

    document = edition(page).document

    assert document["kind"] == "section"
    assert document["intro"] == "<p>Wir.</p>"
    assert document["image"]["id"] == image.pk
    assert document["body"][0]["value"]["text"] == "Ziele"
    assert document["listing"] is None
    assert document["nav"] == {"in_menu": True, "depth": 3, "position": page.path}
    assert edition(page).path == "/de/%C3%BCber-uns/"


def test_lists_say_what_they_list(site: Site) -> None:
    home = home_page(site)
    everything = article_index(home, "Aktuelles")
    letters = ArticleIndexPage(title="Briefe", locale=home.locale, listing_kind="solidarity_letter")
    library = LibraryPage(title="Städte", locale=home.locale, shows="municipalities")
    for page in (letters, library):
        home.add_child(instance=page)

    assert edition(everything).document["listing"] == {"type": "article", "kind": ""}
    assert edition(letters).document["listing"] == {"type": "article", "kind": "solidarity_letter"}
    assert edition(library).document["listing"] == {"type": "municipality", "kind": ""}
    assert edition(library).summary["listing_type"] == "municipality"


def test_a_draft_of_a_library_page_can_be_previewed_before_it_says_what_it_shows(site: Site) -> None:
    page = LibraryPage(title="Städte", locale=home_page(site).locale, live=False)
    home_page(site).add_child(instance=page)

    assert build_preview(page)["listing"] is None


def test_moving_a_page_moves_its_address_and_its_place(site: Site) -> None:
    home = home_page(site)
    first, second = section(home, "Eins"), section(home, "Zwei")
    below = section(first, "Unten")

    Page.objects.get(pk=first.pk).move(Page.objects.get(pk=second.pk), pos="last-child")

    assert edition(below).path == "/de/zwei/eins/unten/"
    for row in (first, second, below):
        stored = SectionPage.objects.get(pk=row.pk)
        assert edition(row).document["nav"]["position"] == stored.path


def test_the_tree_has_its_rules(site: Site) -> None:
    home = home_page(site)
    about = section(home, "Über uns")

    assert not HomePage.can_create_at(Page.get_first_root_node())  # there is one; others are its translations
    assert SectionPage.can_create_at(about)
    assert ArticleIndexPage.can_create_at(about)
    assert not PressReleasePage.can_create_at(about)
    assert not SectionPage.can_create_at(article_index(home))


def test_a_fresh_database_has_a_home_page_that_answers(db: None, settings: Any) -> None:
    home = HomePage.objects.get()

    assert home.locale.language_code == settings.LANGUAGE_CODE
    assert Site.objects.get(is_default_site=True).root_page_id == home.pk
    assert [locale.language_code for locale in Locale.objects.order_by("pk")] == [
        code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
    ]
    assert Edition.objects.get(type="page").path == f"/{settings.LANGUAGE_CODE}/"
    assert Page.find_problems() == ([], [], [], [], [])


def test_migrating_again_changes_nothing(db: None) -> None:
    before = Edition.objects.get(type="page").change_id

    call_command("migrate", verbosity=0)

    assert Edition.objects.get(type="page").change_id == before
