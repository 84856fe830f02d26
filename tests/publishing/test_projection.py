"""What publishing, changing and removing does to editions and to the log."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY, SITE_ROOT_PATHS_CACHE_VERSION, SiteRootPath
from wagtail.rich_text import RichText

from cms.publishing.models import Change, Edition, Reference
from cms.publishing.projection import publication
from cms.publishing.rebuild import rebuild, verify
from tests import newsroom
from tests.newsroom import edition

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


def actions(row: object) -> list[str]:
    """What the log says about a work in the row's own locale, oldest first."""
    changes = Change.objects.filter(key=row.translation_key, locale=row.locale.language_code)  # type: ignore[attr-defined]
    return list(changes.order_by("pk").values_list("action", flat=True))


@pytest.fixture
def index(site: Site) -> object:
    return newsroom.article_index(newsroom.home_page(site))


def test_a_published_page_is_an_edition_and_a_change(index):
    page = newsroom.press_release(index, "Neue Partnerschaft")

    assert edition(page).title == "Neue Partnerschaft"
    assert edition(page).path == f"/de/presse/{page.slug}/"
    assert actions(page) == ["published"]
    assert edition(page).change_id == Change.objects.latest("pk").pk


def test_a_draft_is_neither(index):
    page = newsroom.press_release(index, "Entwurf", live=False)

    assert not Edition.objects.filter(key=page.translation_key).exists()
    assert actions(page) == []


def test_a_saved_draft_changes_nothing_until_it_is_published(index):
    page = newsroom.press_release(index, "Alt")
    page.title = "Neu"
    revision = page.save_revision()

    assert edition(page).title == "Alt"
    assert actions(page) == ["published"]

    revision.publish()

    assert edition(page).title == "Neu"
    assert actions(page) == ["published", "changed"]


def test_publishing_the_same_again_is_no_change(index):
    page = newsroom.press_release(index, "Immer gleich")
    before = edition(page).digest

    page.save()

    assert actions(page) == ["published"]
    assert edition(page).digest == before


def test_unpublished_and_deleted_works_leave_a_trace_in_the_log_only(index):
    page = newsroom.press_release(index, "Kurz da")
    page.unpublish()
    assert actions(page) == ["published", "unpublished"]

    page.save_revision().publish()
    page.delete()

    assert actions(page) == ["published", "unpublished", "published", "deleted"]
    assert not Edition.objects.filter(key=page.translation_key).exists()


def test_a_new_address_is_a_move_of_everything_below(index, site):
    page = newsroom.press_release(index, "Umzug")
    index.slug = "aktuelles"
    index.save_revision().publish()

    assert edition(page).path == f"/de/aktuelles/{page.slug}/"
    assert actions(page)[-1] == "moved"

    other = newsroom.article_index(newsroom.home_page(site), "Archiv")
    page.refresh_from_db()
    page.move(other, pos="last-child")

    assert edition(page).path == f"/de/archiv/{page.slug}/"


def test_privacy_takes_pages_and_everything_below_away_and_gives_them_back(index):
    page = newsroom.press_release(index, "Intern")
    restriction = PageViewRestriction.objects.create(page=index, restriction_type="password", password="geheim")

    assert not Edition.objects.filter(key__in=[page.translation_key, index.translation_key]).exists()
    assert actions(page) == ["published", "unpublished"]

    restriction.delete()

    assert edition(page).title == "Intern"


def test_a_page_outside_every_site_is_not_public(index, root_page):
    page = newsroom.press_release(index, "Weg")
    index.refresh_from_db()
    index.move(root_page, pos="last-child")

    assert not Edition.objects.filter(key=page.translation_key).exists()


def test_an_alias_in_another_language_is_no_edition(index):
    index.copy_for_translation(Locale.objects.get(language_code="ru"), copy_parents=True, alias=True)

    assert list(Edition.objects.filter(key=index.translation_key).values_list("locale", flat=True)) == ["de"]


def test_a_renamed_town_is_renamed_wherever_it_is_shown(index):
    town = newsroom.municipality("Karl-Marx-Stadt")
    partner = newsroom.municipality("Wolgograd", country="RU")
    ties = newsroom.partnership(town, partner)
    page = newsroom.press_release(index, "Besuch", places=[town], partnerships=[ties])
    plain = newsroom.press_release(index, "Anderes")

    town.name = "Chemnitz"
    town.save_revision().publish()

    assert edition(ties).title == "Chemnitz – Wolgograd"
    shown = edition(page).document
    assert [place["name"] for place in shown["places"]] == ["Chemnitz"]
    assert [work["title"] for work in shown["partnerships"]] == ["Chemnitz – Wolgograd"]
    assert actions(page) == ["published", "changed"]
    assert actions(plain) == ["published"]


def test_what_becomes_public_later_mends_what_names_it(index):
    town = newsroom.municipality("Suhl", live=False)
    page = newsroom.press_release(index, "Nennung", places=[town])
    assert edition(page).document["places"] == []

    town.save_revision().publish()
    assert [place["name"] for place in edition(page).document["places"]] == ["Suhl"]

    town.refresh_from_db()
    town.unpublish()
    assert "Suhl" not in str(edition(page).document) + str(edition(page).item)


def test_a_page_that_links_to_itself_knows_its_own_address(index):
    page = newsroom.press_release(index, "Titel")
    page.body = [("paragraph", RichText(f'<p><a linktype="page" id="{page.pk}">Oben</a></p>'))]
    page.save_revision().publish()

    page.slug = "neu"
    page.save_revision().publish()

    assert "/de/presse/neu/" in str(edition(page).document["body"])
    assert list(verify()) == []


def test_a_reference_is_shown_in_its_own_language_or_marked_as_another(index):
    town = newsroom.municipality("Nischni Nowgorod", country="RU")
    page = newsroom.press_release(index, "Reise", places=[town])
    russian = newsroom.translated(town, "ru", name="Нижний Новгород")

    assert edition(page).document["places"][0]["name"] == "Nischni Nowgorod"

    town.unpublish()

    place = edition(page).document["places"][0]
    assert (place["name"], place["locale"]) == ("Нижний Новгород", "ru")
    assert edition(russian).document["translations"][0]["locale"] == "ru"


def test_translations_know_each_other(index):
    town = newsroom.municipality("Twer", country="RU")
    target = newsroom.translated(town, "en", name="Tver")

    assert [(face["locale"], face["title"]) for face in edition(town).document["translations"]] == [
        ("de", "Twer"),
        ("en", "Tver"),
    ]

    target.unpublish()

    assert [face["locale"] for face in edition(town).document["translations"]] == ["de"]


def test_an_exception_undoes_the_page_and_its_edition(index):
    page = newsroom.press_release(index, "Vorher")

    def publish_and_fail() -> None:
        with publication():
            page.title = "Nachher"
            page.save()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        publish_and_fail()

    page.refresh_from_db()
    assert page.title == edition(page).title == "Vorher"
    assert actions(page) == ["published"]


def test_renaming_costs_the_same_queries_for_few_works_and_for_many(index):
    def queries_for_renaming(mentions: int) -> int:
        town = newsroom.municipality(f"Ort {mentions}")
        with publication():
            for number in range(mentions):
                newsroom.press_release(index, f"Meldung {mentions}-{number}", places=[town])
        town.name = f"Stadt {mentions}"
        with CaptureQueriesContext(
            connection,
        ) as queries:
            town.save()
        return len(queries)

    assert queries_for_renaming(30) <= queries_for_renaming(4)


def test_rebuilding_finds_nothing_to_do_and_makes_everything_again(index):
    town = newsroom.municipality("Fulda")
    newsroom.press_release(index, "Aus Fulda", places=[town])
    assert list(verify()) == []

    Edition.objects.filter(type="article").delete()
    Edition.objects.filter(type="municipality").update(digest="stale")
    assert {difference.problem for difference in verify()} == {"missing", "different"}

    rebuild()

    assert list(verify()) == []


def test_rebuilding_replaces_references_that_no_longer_mean_anything(index):
    page = newsroom.press_release(index, "Titel")
    Reference.objects.create(edition=edition(page), type="page", key="35")  # as an earlier version noted a link
    assert {difference.problem for difference in verify()} == {"different"}

    rebuild()

    assert list(verify()) == []


def test_deleting_one_language_of_a_work_reaches_all_editions_whose_rows_named_it(index, locales):
    town = newsroom.municipality("Fulda")
    newsroom.translated(town, "en", name="Fulda upon Fulda")
    page = newsroom.press_release(index, "Aus Fulda", dateline_place=town, places=[town])
    translation = page.copy_for_translation(locales["en"], copy_parents=True)
    translation.slug = "from-fulda"
    translation.save_revision().publish()
    assert edition(translation).document["dateline"]["place"]["name"] == "Fulda upon Fulda"

    town.delete()

    assert list(verify()) == []


def test_what_another_process_has_cached_of_the_sites_does_not_matter(index):
    page = newsroom.press_release(index, "Titel")
    old = [SiteRootPath(1, "/elsewhere/", "http://testserver", "de")]
    cache.set(SITE_ROOT_PATHS_CACHE_KEY, old, version=SITE_ROOT_PATHS_CACHE_VERSION)

    page.title = "Neuer Titel"
    page.save()

    assert edition(page).title == "Neuer Titel"
    assert edition(page).path == f"/de/presse/{page.slug}/"


def test_when_the_source_is_deleted_in_the_admin_the_next_language_is_the_source(index, locales):
    page = newsroom.press_release(index, "Titel")
    translation = page.copy_for_translation(locales["en"], copy_parents=True)
    translation.save_revision().publish()
    assert edition(translation).state == "current"

    DeletePageAction(Page.objects.get(pk=page.pk)).execute()

    assert edition(translation).state == "source"
    assert actions(translation) == ["published", "changed"]
    assert list(verify()) == []
