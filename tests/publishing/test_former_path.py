"""The log remembers addresses that readers may still hold, so that caches can be told."""

import pytest
from wagtail.models import PageViewRestriction

from cms.publishing.models import Change
from tests import newsroom

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


@pytest.fixture
def index(site):
    return newsroom.article_index(newsroom.home_page(site))


def logged(page) -> list[tuple[str, str]]:
    changes = Change.objects.filter(key=page.translation_key).order_by("pk")
    return list(changes.values_list("action", "former_path"))


def test_of_what_moved_went_and_came_back(index):
    page = newsroom.press_release(index, "Besuch")
    page.lead = "Neu"
    page.save()
    page.slug = "visite"
    page.save_revision().publish()
    page.unpublish()
    page.save_revision().publish()
    page.delete()

    assert logged(page) == [
        ("published", ""),
        ("changed", ""),
        ("moved", "/de/presse/besuch/"),
        ("unpublished", "/de/presse/visite/"),
        ("published", ""),
        ("deleted", "/de/presse/visite/"),
    ]


def test_of_everything_below_a_page_that_moved(index):
    page = newsroom.press_release(index, "Besuch")
    index.slug = "meldungen"
    index.save_revision().publish()

    assert logged(page)[-1] == ("moved", "/de/presse/besuch/")


def test_nothing_is_told_of_the_address_of_a_private_page(index):
    page = newsroom.press_release(index, "Besuch")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    page.slug = "geheim"
    page.save_revision().publish()
    restriction.delete()

    assert logged(page) == [("published", ""), ("unpublished", "/de/presse/besuch/"), ("published", "")]
