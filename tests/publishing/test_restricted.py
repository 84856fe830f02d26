"""Pages under a view restriction: stored for those who may read them, and unknown to everybody else."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction, Site

from articles.models import ArticleIndexPage, PressReleasePage
from cms.publishing.models import Change, Edition, EditionTerm, HeldBack, Reference
from cms.publishing.preview import build_edition
from cms.publishing.projection import publication
from cms.publishing.rebuild import rebuild, verify
from tests import newsroom

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


@pytest.fixture
def index(site: Site) -> ArticleIndexPage:
    return newsroom.article_index(newsroom.home_page(site))


def restrict(page: object) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")


def actions(row: PressReleasePage) -> list[str]:
    changes = Change.objects.filter(key=row.translation_key, locale=row.locale.language_code)
    return list(changes.order_by("pk").values_list("action", flat=True))


def stored(row: PressReleasePage) -> Edition:
    return Edition.everything.get(key=row.translation_key, locale=row.locale.language_code)


def in_english(page: PressReleasePage, title: str) -> PressReleasePage:
    english = Locale.objects.get(language_code="en")
    target = page.copy_for_translation(english, copy_parents=True)
    target.title = target.draft_title = title
    target.save_revision().publish()
    target.refresh_from_db()
    return target


def faces(row: PressReleasePage) -> list[str]:
    return [face["locale"] for face in stored(row).document["translations"]]


def test_a_private_page_keeps_an_edition_that_the_public_never_meets(index):
    town = newsroom.municipality("Essen")
    page = newsroom.press_release(index, "Intern", places=[town])
    before = stored(page).pk
    restrict(page)

    edition = stored(page)
    assert (edition.pk, edition.restricted, edition.title, edition.change_id) == (before, True, "Intern", None)
    assert edition.terms.filter(name="place", value=str(town.translation_key)).exists()
    assert not Edition.objects.filter(key=page.translation_key).exists()
    assert not Edition.objects.of_type("article").best(["de", "en"]).exists()
    assert not Edition.objects.of_type("article").with_term("place", [str(town.translation_key)]).exists()
    assert list(verify()) == []


def test_the_log_tells_that_it_went_and_nothing_of_what_becomes_of_it_then(index):
    page = newsroom.press_release(index, "Intern")
    restriction = restrict(index)
    assert actions(page) == ["published", "unpublished"]
    count = Change.objects.count()

    page.title = "Noch interner"
    page.save_revision().publish()
    other = newsroom.press_release(index, "Von Anfang an intern")
    other.unpublish()
    other.delete()

    assert stored(page).title == "Noch interner"
    assert not Edition.everything.filter(key=other.translation_key).exists()
    assert Change.objects.count() == count

    restriction.delete()

    assert actions(page) == ["published", "unpublished", "published"]
    assert Edition.objects.get(key=page.translation_key).change_id is not None
    assert list(verify()) == []


def test_restricted_works_that_are_deleted_leave_nothing(index):
    page = newsroom.press_release(index, "Intern", places=[newsroom.municipality("Essen")])
    restrict(page)
    pk = stored(page).pk

    page.delete()

    assert not Edition.everything.filter(pk=pk).exists()
    assert not EditionTerm.objects.filter(edition_id=pk).exists()
    assert not Reference.objects.filter(edition_id=pk).exists()
    assert actions(page) == ["published", "unpublished"]


def test_a_public_translation_does_not_name_the_private_original(index):
    page = newsroom.press_release(index, "Geheimer Titel")
    target = in_english(page, "Open title")
    assert faces(page) == faces(target) == ["de", "en"]

    restriction = restrict(page)

    assert faces(target) == ["en"]
    assert faces(page) == ["de", "en"]
    assert "Geheim" not in str(Edition.objects.values())
    assert list(verify()) == []

    page.title = "Noch geheimerer Titel"
    page.save_revision().publish()
    assert "Geheim" not in str(Edition.objects.values())

    restriction.delete()

    assert faces(target) == ["de", "en"]
    assert list(verify()) == []


def test_a_page_built_for_a_visitor_names_only_public_translations(index):
    page = newsroom.press_release(index, "Geheimer Titel")
    target = in_english(page, "Other secret")
    restrict(page)
    restrict(target)

    assert faces(page) == ["de", "en"]
    assert [face["locale"] for face in build_edition(page).document["translations"]] == ["de"]


def test_the_best_locale_is_chosen_among_what_the_asker_may_read(index):
    page = newsroom.press_release(index, "Intern")
    target = in_english(page, "Open")
    restrict(page)

    def best(editions: object) -> list[str]:
        return list(editions.of_type("article").best(["de", "en"]).values_list("title", flat=True))

    assert best(Edition.objects) == ["Open"]
    assert best(Edition.everything) == ["Intern"]
    assert best(Edition.everything.all().filter(kind="press_release").order_by("pk")) == ["Intern"]
    assert target.title == "Open"


def test_what_names_a_private_work_shows_nothing_of_it(index):
    page = newsroom.press_release(index, "Geheim")
    naming = newsroom.press_release(index, "Bericht")
    naming.related = [newsroom.related_article(page)]
    naming.save_revision().publish()
    assert "Geheim" in str(Edition.objects.get(key=naming.translation_key).document)

    restriction = restrict(page)
    assert "Geheim" not in str(Edition.objects.get(key=naming.translation_key).document)

    # Nor does another private one: who may read the one need not be let in to the other.
    own = restrict(naming)
    assert "Geheim" not in str(stored(naming).document)

    own.delete()
    restriction.delete()
    assert "Geheim" in str(Edition.objects.get(key=naming.translation_key).document)
    assert list(verify()) == []


def test_a_renamed_town_is_renamed_in_restricted_editions(index):
    town = newsroom.municipality("Karl-Marx-Stadt")
    page = newsroom.press_release(index, "Besuch", places=[town])
    restrict(page)

    town.name = "Chemnitz"
    town.save_revision().publish()

    assert [place["name"] for place in stored(page).document["places"]] == ["Chemnitz"]
    assert actions(page) == ["published", "unpublished"]


def test_drafts_and_embargoed_works_stay_hidden_from_everybody(index):
    restrict(index)
    draft = newsroom.press_release(index, "Entwurf", live=False)
    soon = timezone.now() + timedelta(hours=1)
    held = newsroom.press_release(index, "Gesperrt", embargo_until=soon)

    assert not Edition.everything.filter(key__in=[draft.translation_key, held.translation_key]).exists()
    assert HeldBack.objects.get().key == held.translation_key

    held.embargo_until = None
    held.save()

    assert stored(held).restricted
    assert actions(held) == []


def test_a_rebuild_finds_and_makes_restricted_editions(index):
    page = newsroom.press_release(index, "Intern")
    restrict(page)
    Edition.everything.filter(key=page.translation_key).update(restricted=False)
    assert [difference.problem for difference in verify()] == ["different"]
    rebuild()
    assert stored(page).restricted

    Edition.everything.filter(key=page.translation_key).delete()
    assert [difference.problem for difference in verify()] == ["missing"]

    count = Change.objects.count()
    rebuild()

    assert stored(page).restricted
    assert Change.objects.count() == count
    assert list(verify()) == []


def test_making_a_section_private_costs_the_same_queries_for_few_pages_and_for_many(site):
    home = newsroom.home_page(site)

    def queries_for(pages: int) -> int:
        section = newsroom.article_index(home, f"Abteilung {pages}")
        with publication():
            for number in range(pages):
                newsroom.press_release(section, f"Meldung {pages}-{number}")
        with CaptureQueriesContext(connection) as queries:
            restrict(section)
        return len(queries)

    assert queries_for(12) <= queries_for(3)
