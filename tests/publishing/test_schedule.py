"""What time alone changes: embargo, go-live and expiry."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from cms.publishing.models import Edition, HeldBack
from cms.publishing.schedule import run_due
from tests import newsroom
from tests.newsroom import edition

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


@pytest.fixture
def index(site):
    return newsroom.article_index(newsroom.home_page(site))


def is_public(row) -> bool:
    return Edition.objects.filter(key=row.translation_key).exists()


def test_an_embargo_ends_on_time_and_never_early(index):
    until = timezone.now() + timedelta(hours=1)
    page = newsroom.press_release(index, "Gesperrt", embargo_until=until)
    assert not is_public(page)

    run_due(until - timedelta(seconds=1))
    assert not is_public(page)
    run_due(until)  # due by this clock, but the moment itself has not come
    assert not is_public(page)

    type(page).objects.filter(pk=page.pk).update(embargo_until=timezone.now())
    HeldBack.objects.update(until=timezone.now())
    report = run_due()

    assert report.released == 1
    assert is_public(page)
    assert not HeldBack.objects.exists()


def test_an_embargoed_work_is_not_even_a_reference(index):
    secret = newsroom.press_release(index, "Geheimsache", embargo_until=timezone.now() + timedelta(days=1))
    page = newsroom.press_release(index, "Offen")
    page.related = [newsroom.related_article(secret)]
    page.save()

    assert edition(page).document["related"] == []
    assert "Geheimsache" not in str(Edition.objects.values_list("document", "item", "summary", "text"))


def test_an_embargo_that_is_lifted_is_forgotten(index):
    page = newsroom.press_release(index, "Gesperrt", embargo_until=timezone.now() + timedelta(hours=1))
    page.embargo_until = None
    page.save()

    assert is_public(page)
    assert not HeldBack.objects.exists()


def test_go_live_and_expiry(index):
    page = newsroom.press_release(index, "Später", live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.expire_at = timezone.now() + timedelta(hours=2)
    page.save_revision().publish()
    assert not is_public(page)

    revision = page.get_latest_revision()
    revision.approved_go_live_at = timezone.now()
    revision.content = revision.content | {"go_live_at": timezone.now().isoformat()}
    revision.save()
    call_command("publish_scheduled")
    assert is_public(page)

    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now())
    call_command("publish_scheduled")
    assert not is_public(page)


def test_one_work_that_fails_does_not_keep_the_others(index, monkeypatch):
    now = timezone.now()
    first = newsroom.press_release(index, "Erste", expire_at=now - timedelta(hours=2))
    second = newsroom.press_release(index, "Zweite", expire_at=now - timedelta(hours=1))
    unpublish = type(first).unpublish

    def fail_for_the_first(self, *args, **kwargs):
        if self.pk == first.pk:
            raise RuntimeError
        unpublish(self, *args, **kwargs)

    monkeypatch.setattr(type(first), "unpublish", fail_for_the_first)

    report = run_due()

    assert (report.expired, report.failed) == (1, 1)
    assert is_public(first)
    assert not is_public(second)
