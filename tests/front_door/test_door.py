"""What the front door says is what Django says, and never older than the last publish."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from django.utils.http import http_date
from wagtail.models import PageViewRestriction
from wagtail.models import Site as WagtailSite

from cms.api import conf
from cms.api.keys import issue
from cms.api.models import ApiKey
from cms.front_door.memory import Memory
from tests.api.editions import make_article, make_edition, make_work, rewrite, unpublish
from tests.newsroom import article_index, home_page, press_release

from .conftest import Site

pytestmark = pytest.mark.transactions

LIST = "/api/v1/articles/?locale=de"


@pytest.fixture(autouse=True)
def _fresh_settings() -> Any:
    conf.load.cache_clear()
    yield
    conf.load.cache_clear()


def test_an_answer_is_kept_until_something_is_published(front: Site) -> None:
    article = make_article(title="Erste")
    first = front.get(LIST)
    assert (front.get(LIST), front.passed) == (first, 1)

    rewrite(article, at=datetime(2026, 6, 1, tzinfo=UTC), title="Zweite")
    assert b"Zweite" in front.get(LIST).body
    unpublish(article)
    assert b'"count":0' in front.get(LIST).body
    assert front.passed == 3


def test_every_answer_is_the_one_django_gives(front: Site) -> None:
    work = make_work("de", "en")
    make_edition("partnership")
    tag = front.plain(LIST).headers["ETag"]
    detail = f"/api/v1/articles/{work['de'].key}/"
    asked: list[tuple[str, dict[str, str]]] = [
        (LIST, {}),
        (LIST, {"method": "HEAD"}),
        (LIST, {"HTTP_IF_NONE_MATCH": tag}),
        (LIST, {"HTTP_IF_NONE_MATCH": f'W/{tag}, "other"'}),
        (LIST, {"HTTP_IF_NONE_MATCH": '"other"'}),
        (LIST, {"HTTP_IF_MATCH": '"other"'}),
        (LIST, {"HTTP_IF_MODIFIED_SINCE": http_date(timezone.now().timestamp())}),
        (LIST, {"HTTP_ORIGIN": "https://app.example.org"}),
        (LIST, {"HTTP_HOST": "example.org"}),
        (LIST, {"HTTP_HOST": "evil.example.com"}),
        (LIST, {"HTTP_ACCEPT": "text/html"}),
        (LIST, {"method": "OPTIONS"}),
        (LIST, {"method": "POST"}),
        ("/api/v1/articles/", {"HTTP_ACCEPT_LANGUAGE": "en"}),
        ("/api/v1/articles/", {"HTTP_ACCEPT_LANGUAGE": "ru"}),
        ("/api/v1/articles/?x=1", {"HTTP_ACCEPT_LANGUAGE": "en"}),
        ("/api/v1/partnerships/?format=csv", {}),
        ("/api/v1/partnerships/", {"HTTP_ACCEPT": "text/csv"}),
        (detail, {"HTTP_ACCEPT_LANGUAGE": "en"}),
        (f"{detail}?locale=ru", {}),
        (f"{detail}?locale=ru&fallback=any&fields=title", {}),
        (f"/api/v1/articles/{uuid4()}/", {}),
        ("/api/v1/articles/%D1%8F/", {}),
        ("/api/v1/changes/?cursor=0", {}),
        ("/api/v1/changes/?cursor=99", {}),
        ("/api/v1/locales/", {}),
        ("/api/v1/nothing/", {}),
    ]
    for _time in range(3):
        for path, how in asked:
            assert front.get(path, **how) == front.plain(path, **how), (path, how)
    assert len(front.memory) > 10


@pytest.mark.parametrize("setting", ["SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS"])
def test_what_the_security_middleware_does_is_kept_apart_by_scheme(front: Site, settings: Any, setting: str) -> None:
    setattr(settings, setting, 60)
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_SSL", "on")
    make_article()
    site = Site()

    for _time in range(2):
        for ssl in ("on", "off"):
            assert site.get(LIST, HTTP_X_FORWARDED_SSL=ssl) == site.plain(LIST, HTTP_X_FORWARDED_SSL=ssl)
    site.look.close()


def test_a_new_day_is_a_new_answer(front: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    make_edition("partnership")
    front.get("/api/v1/partnerships/")
    tomorrow = timezone.localdate() + timedelta(days=1)

    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: tomorrow)
    front.get("/api/v1/partnerships/")

    assert front.passed == 2


def test_who_names_a_key_speaks_with_django(front: Site) -> None:
    make_article(title="öffentlich")
    edition = make_article(title="geheim")
    edition.restricted = True
    edition.save()
    key = ApiKey(name="app", scopes=[ApiKey.Scope.RESTRICTED])
    token = issue(key)
    key.save()
    named = {"HTTP_AUTHORIZATION": f"Bearer {token}"}

    for _time in range(2):
        assert "geheim" in front.get(LIST, **named).body.decode()
        assert "geheim" not in front.get(LIST).body.decode()
    assert front.passed == 3


def test_a_restriction_is_felt_at_once(front: Site, site: WagtailSite) -> None:
    page = press_release(article_index(home_page(site)), "bald geheim")
    assert b"bald geheim" in front.get(LIST).body

    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert b"bald geheim" not in front.get(LIST).body


def test_an_answer_whose_date_is_not_final_is_not_kept(front: Site) -> None:
    """Its `Last-Modified` would still change; a client that compares dates must not miss a change of this second."""
    make_article(changed_at=timezone.now())

    assert front.get(LIST).status == front.get(LIST).status == 200
    assert front.passed == 2


def test_the_limit_of_requests_counts_what_django_does_not_see(front: Site, settings: Any) -> None:
    make_article()
    settings.CONTENT_API_THROTTLE = "3/min"
    conf.load.cache_clear()

    assert [front.get(LIST).status for _ in range(5)] == [200, 200, 200, 429, 429]
    assert front.get(LIST).headers["Retry-After"]


def test_while_the_database_does_not_answer_everything_passes(front: Site) -> None:
    make_article()
    site = Site(look=lambda: None)

    assert site.get(LIST) == site.get(LIST) == front.plain(LIST)
    assert (site.passed, len(site.memory)) == (2, 0)


def test_without_room_it_says_the_same(front: Site) -> None:
    make_article()
    site = Site(memory=Memory(1000))

    assert site.get(LIST) == site.get(LIST) == front.plain(LIST)
    assert site.passed == 2
    site.look.close()
