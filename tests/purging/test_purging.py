"""Caches in front of the site are told what has become stale, and nothing is lost while they are away."""

import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from wagtail.contrib.frontend_cache.backends import BaseBackend

from cms.publishing.models import Change, Follower
from cms.purging import conf
from cms.purging.backends import PurgeFailedError
from cms.purging.follower import PurgeFollower
from tests import newsroom

from .cache_server import CacheServer, cache_server

pytestmark = [pytest.mark.django_db]

OURS = "cms.purging.backends."


@pytest.fixture
def cache() -> Iterator[CacheServer]:
    with cache_server() as server:
        yield server


@pytest.fixture
def follower(settings: Any) -> Iterator[Callable[..., PurgeFollower]]:
    """Makes a follower for one cache that has been told everything so far."""

    def make(backend: str, **parameters: Any) -> PurgeFollower:
        settings.WAGTAILFRONTENDCACHE = {"default": {"BACKEND": backend, **parameters}}
        conf.load.cache_clear()
        made = PurgeFollower()
        made.catch_up()
        return made

    yield make
    conf.load.cache_clear()


@pytest.fixture
def index(site: Any) -> Any:
    return newsroom.article_index(newsroom.home_page(site))


class LoggingBackend(BaseBackend):
    """Like Wagtail's own: complains in the log and goes on."""

    complaint = ""

    def purge(self, url: str) -> None:
        if self.complaint:
            logging.getLogger("wagtail.frontendcache").error("Couldn't purge '%s': %s", url, self.complaint)


class TestByAddress:
    def test_of_what_was_published_moved_and_deleted_the_old_and_the_new_address(self, cache, follower, index):
        purge = follower(OURS + "HTTPBackend", LOCATION=cache.location)
        assert cache.asked == []

        page = newsroom.press_release(index, "Besuch")
        purge.catch_up()
        work = f"/api/v1/articles/{page.translation_key}/"
        assert {"/de/presse/besuch/", "/de/presse/", "/de/", work, f"{work}?locale=de"} <= cache.paths()
        assert {"/api/v1/articles/", "/api/v1/articles/?locale=de", "/api/v1/changes/"} <= cache.paths()
        assert {(method, headers["Host"]) for method, _path, headers in cache.asked} == {("PURGE", "testserver")}

        cache.asked.clear()
        page.slug = "visite"
        page.save_revision().publish()
        purge.catch_up()
        assert {"/de/presse/besuch/", "/de/presse/visite/"} <= cache.paths()

        cache.asked.clear()
        page.delete()
        purge.catch_up()
        assert "/de/presse/visite/" in cache.paths()
        assert "/de/presse/besuch/" not in cache.paths()

    def test_everything_is_purged_later_while_the_cache_fails(self, cache, follower, index):
        purge = follower(OURS + "HTTPBackend", LOCATION=cache.location)
        start = Follower.objects.get().cursor
        newsroom.press_release(index, "Besuch")
        cache.status = 503
        with pytest.raises(PurgeFailedError, match="503"):
            purge.catch_up()
        place = Follower.objects.get()
        assert (place.cursor, place.attempts) == (start, 1)

        cache.status = 200
        cache.asked.clear()
        purge.catch_up()
        assert "/de/presse/besuch/" in cache.paths()
        assert Follower.objects.get().cursor == Change.objects.latest("pk").pk

    def test_what_is_not_in_the_cache_need_not_be_purged(self, cache, follower, index):
        purge = follower(OURS + "HTTPBackend", LOCATION=cache.location)
        cache.status = 404
        newsroom.press_release(index, "Besuch")
        assert purge.catch_up()

    def test_a_cache_that_is_not_there_is_a_failure(self, follower, index):
        with cache_server() as gone:
            location = gone.location
        purge = follower(OURS + "HTTPBackend", LOCATION=location)
        newsroom.press_release(index, "Besuch")
        with pytest.raises(PurgeFailedError):
            purge.catch_up()

    def test_hosts_that_are_not_the_caches_are_left_out(self, cache, follower, index):
        purge = follower(OURS + "HTTPBackend", LOCATION=cache.location, HOSTNAMES=["elsewhere.example"])
        newsroom.press_release(index, "Besuch")
        purge.catch_up()
        assert cache.asked == []

    def test_wagtails_backends_are_taken_at_their_word_of_complaint(self, follower, index, monkeypatch):
        purge = follower(f"{__name__}.LoggingBackend")
        newsroom.press_release(index, "Besuch")
        assert purge.catch_up()

        monkeypatch.setattr(LoggingBackend, "complaint", "HTTPError: 500")
        newsroom.press_release(index, "Abschied")
        with pytest.raises(PurgeFailedError, match="HTTPError: 500"):
            purge.catch_up()

    def test_the_queries_do_not_grow_with_the_changes(self, cache, follower, index, django_assert_max_num_queries):
        purge = follower(OURS + "HTTPBackend", LOCATION=cache.location)
        for number in range(8):
            newsroom.press_release(index, f"Meldung {number}")
        with django_assert_max_num_queries(12):
            assert purge.step() >= 8


class TestByName:
    def test_varnish_gets_all_names_in_one_request(self, cache, follower, index):
        purge = follower(OURS + "VarnishBackend", LOCATION=cache.location)
        page = newsroom.press_release(index, "Besuch")
        purge.catch_up()

        [(method, path, headers)] = cache.asked
        names = headers["xkey-purge"].split()
        assert (method, path) == ("PURGE", "/")
        assert {f"article-{page.translation_key}", "articles", "changes", "site", "sitemap"} <= set(names)

    def test_many_names_go_in_a_few_requests(self, cache, follower, locales):
        purge = follower(OURS + "VarnishBackend", LOCATION=cache.location, KEY_HEADER="xkey-softpurge")
        towns = [newsroom.municipality(f"Ort {number}") for number in range(120)]
        purge.catch_up()

        names = [name for _method, _path, headers in cache.asked for name in headers["xkey-softpurge"].split()]
        assert len(cache.asked) == 3
        assert {f"municipality-{town.translation_key}" for town in towns} <= set(names)

    def test_fastly_is_asked_through_its_api(self, cache, follower, index):
        purge = follower(OURS + "FastlyBackend", LOCATION=cache.location, SERVICE_ID="S1", TOKEN="secret")
        newsroom.press_release(index, "Besuch")
        purge.catch_up()

        [(method, path, headers)] = cache.asked
        assert (method, path, headers["Fastly-Key"]) == ("POST", "/service/S1/purge", "secret")
        assert "site" in headers["Surrogate-Key"].split()

    def test_a_token_is_told_to_nobody_when_it_fails(self, cache, follower, index):
        purge = follower(OURS + "FastlyBackend", LOCATION=cache.location, SERVICE_ID="S1", TOKEN="secret")
        cache.status = 401
        newsroom.press_release(index, "Besuch")
        with pytest.raises(PurgeFailedError):
            purge.catch_up()
        assert "secret" not in Follower.objects.get().failure

    def test_answers_bear_the_names_by_which_they_are_purged(self, cache, follower, index, client):
        purge = follower(OURS + "VarnishBackend", LOCATION=cache.location)
        page = newsroom.press_release(index, "Besuch")
        purge.catch_up()
        purged = set(cache.asked[0][2]["xkey-purge"].split())

        for address in (
            "/de/",
            "/de/presse/",
            "/de/presse/besuch/",
            "/api/v1/articles/",
            f"/api/v1/articles/{page.translation_key}/",
            "/api/v1/changes/",
            "/api/v1/locales/",
        ):
            assert purged & set(client.get(address)["Surrogate-Key"].split()), address


class TestPages:
    def test_a_page_of_an_editor_is_kept_by_no_cache(self, index, client, administrator):
        newsroom.press_release(index, "Besuch")
        public = client.get("/de/presse/besuch/")
        assert public["Cache-Control"] == "public, max-age=0, must-revalidate"
        assert "Cookie" in public["Vary"]
        assert not public.cookies

        client.force_login(administrator)
        own = client.get("/de/presse/besuch/")
        assert own["Cache-Control"] == "private, no-store"
        assert "Surrogate-Key" not in own


class TestSettings:
    @pytest.mark.parametrize(
        ("value", "told"),
        [
            ([], "write it as in"),
            ({"default": "http://localhost"}, "write it as in"),
            ({"default": {"BACKEND": "nobody.knows.it"}}, "Could not find"),
            ({"default": {"BACKEND": OURS + "HTTPBackend"}}, "LOCATION"),
            ({"default": {"BACKEND": OURS + "HTTPBackend", "LOCATION": "localhost"}}, "LOCATION"),
            (
                {"default": {"BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend", "LOCATION": "http://a"}},
                "cms.purging.backends.HTTPBackend",
            ),
        ],
    )
    def test_a_wrong_value_stops_the_start(self, settings, value, told):
        settings.WAGTAILFRONTENDCACHE = value
        conf.load.cache_clear()
        with pytest.raises(ImproperlyConfigured, match=told):
            conf.load()
        conf.load.cache_clear()

    def test_it_is_off_where_nothing_is_set(self):
        from cms.publishing.followers import followers

        assert conf.load() == {}
        assert "purge" not in [follower.name for follower in followers.all()]
