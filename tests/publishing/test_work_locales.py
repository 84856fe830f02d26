"""What editions and terms say for lists: in step with the whole work, and mended by a rebuild."""

import pytest
from wagtail.models import PageViewRestriction, Site

from articles.models import ArticleIndexPage, PressReleasePage
from cms.publishing.models import Change, Edition, EditionTerm
from cms.publishing.rebuild import rebuild, verify
from tests import newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(site: Site) -> ArticleIndexPage:
    return newsroom.article_index(newsroom.home_page(site))


@pytest.fixture
def release(index: ArticleIndexPage) -> PressReleasePage:
    return newsroom.press_release(index, "Aus Essen", places=[newsroom.municipality("Essen")])


@pytest.fixture
def translation(release: PressReleasePage, locales: dict) -> PressReleasePage:
    target = release.copy_for_translation(locales["en"], copy_parents=True)
    target.save_revision().publish()
    return target


def said(release: PressReleasePage) -> dict[str, str]:
    """What each edition of the work says, when its terms say the same."""
    editions = Edition.everything.filter(key=release.translation_key)
    for edition in editions:
        assert set(edition.terms.values_list("locales", "locale", "restricted", "earliest", "sort_title")) == {
            (edition.locales, edition.locale, edition.restricted, edition.earliest, edition.sort_title)
        }
    return dict(editions.values_list("locale", "locales"))


def test_it_follows_what_is_published(release, locales):
    assert said(release) == {"de": "de of de"}

    target = release.copy_for_translation(locales["en"], copy_parents=True)
    target.save_revision().publish()
    assert said(release) == {"de": "de of de en", "en": "en of de en"}

    target.refresh_from_db()
    target.unpublish()
    assert said(release) == {"de": "de of de"}

    target.save_revision().publish()
    target.delete()
    assert said(release) == {"de": "de of de"}


def test_it_follows_what_is_closed_and_opened(release, translation):
    closed = PageViewRestriction.objects.create(page=translation, restriction_type="password", password="x")
    assert said(release) == {"de": "de of de", "en": ""}

    closed.delete()
    assert said(release) == {"de": "de of de en", "en": "en of de en"}


@pytest.mark.parametrize(
    ("model", "stale"),
    [
        (Edition, {"locales": "de of de"}),
        (Edition, {"sort_title": "zzz"}),
        (EditionTerm, {"locales": "de of de"}),
        (EditionTerm, {"earliest": None}),
        (EditionTerm, {"sort_title": "zzz"}),
        (EditionTerm, {"restricted": True}),
    ],
)
def test_a_rebuild_finds_what_is_stale_mends_it_and_tells_nobody(release, translation, model, stale):
    before = said(release)
    found_by = "pk" if model is Edition else "edition"
    pk = Edition.objects.get(key=release.translation_key, locale="de").pk
    model._base_manager.filter(**{found_by: pk}).update(**stale)
    assert [(difference.problem, difference.ref.locale) for difference in verify()] == [("different", "de")]
    changes = Change.objects.count()

    rebuild()

    assert list(verify()) == []
    assert said(release) == before
    assert Change.objects.count() == changes
