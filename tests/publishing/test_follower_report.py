"""Reports → Followers: what operators see of the worker."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.publishing.followers import Followers, LogFollower
from cms.publishing.models import Change, Follower
from cms.publishing.tasks import follow
from tests import newsroom

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


class Search(LogFollower):
    name = "search"

    def handle(self, changes):
        """Nothing."""


class Purge(Search):
    name = "purge"


@pytest.fixture(autouse=True)
def _two_followers(monkeypatch, db):
    registry = Followers()
    registry.register(Search())
    registry.register(Purge())
    monkeypatch.setattr("cms.publishing.admin.standings.followers", registry)
    DBTaskResult.objects.all().delete()


@pytest.fixture
def text(client, administrator):
    client.force_login(administrator)

    def ask() -> str:
        return " ".join(client.get(reverse("publishing_followers"), headers={"Accept-Language": "en"}).text.split())

    return ask


def test_it_tells_how_far_behind_each_is_and_why(text, locales):
    for name in ("Essen", "Fulda", "Suhl"):
        newsroom.municipality(name)
    numbers = list(Change.objects.order_by("pk").values_list("pk", flat=True))
    Change.objects.filter(pk=numbers[-2]).update(at=timezone.now() - timedelta(hours=3))
    Follower.objects.create(name="search", cursor=numbers[-1], moved_at=timezone.now())
    Follower.objects.create(
        name="purge",
        cursor=numbers[-3],
        attempts=4,
        failure="ConnectionError: away <b>",
        retry_at=timezone.now() + timedelta(minutes=1),
    )

    page = text()

    search, purge = page.split('<td class="title">')[1:]
    assert str(numbers[-1]) in search
    assert "in order" in search
    assert "nothing" in search
    assert "2 changes" in purge
    assert "3\xa0hours" in purge or "3 hours" in purge
    assert "failed 4 times in a row" in purge
    assert "ConnectionError: away &lt;b&gt;" in purge
    assert "does not seem to be running" not in page


def test_it_says_when_no_worker_seems_to_run(text):
    follow.enqueue()
    assert "does not seem to be running" not in text()
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(minutes=5))
    assert "does not seem to be running" in text()


def test_its_queries_do_not_grow_with_followers_or_changes(text, locales, monkeypatch, django_assert_num_queries):
    text()
    with CaptureQueriesContext(connection) as before:
        text()
    registry = Followers()
    for number in range(5):
        registry.register(type("Another", (Search,), {"name": f"follower-{number}"})())
    monkeypatch.setattr("cms.publishing.admin.standings.followers", registry)
    newsroom.municipality("Essen")
    with django_assert_num_queries(len(before)):
        text()


def test_editors_neither_see_it_nor_find_it_in_the_menu(client, editor):
    client.force_login(editor)
    address = reverse("publishing_followers")
    assert client.get(address).status_code == 302
    assert address not in client.get(reverse("wagtailadmin_home")).text
