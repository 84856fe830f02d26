"""What is remembered of earlier requests never shows in the answers to others."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from cms.api.keys import issue
from cms.api.models import ApiKey
from cms.api.recent import Recent
from cms.api.stored_page import FORM
from cms.publishing.models import Edition
from cms.publishing.registry import registry

from .conftest import Get
from .editions import make_article, make_edition, make_work, rewrite

LATER = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


def test_so_much_is_remembered_and_no_more() -> None:
    recent: Recent[int] = Recent(2)
    for number in range(3):
        recent.put(number, number)
        recent.get(1)

    assert [recent.get(number) for number in range(3)] == [None, 1, 2]


def test_each_endpoint_reads_the_same_query_for_itself(get: Get) -> None:
    for _time in range(2):
        assert get("articles/", kind="press_release").status_code == 200
        assert get("conferences/", kind="press_release").status_code == 400
        assert get("partnerships/", limit=1000).status_code == 400
        assert get("partnerships/", headers={"Accept": "text/csv"}, limit=1000).status_code == 200


def test_a_setting_that_changes_is_heeded(get: Get, settings: Any) -> None:
    assert get("articles/", locale="ru").status_code == 200

    settings.WAGTAIL_CONTENT_LANGUAGES = [entry for entry in settings.WAGTAIL_CONTENT_LANGUAGES if entry[0] != "ru"]

    assert get("articles/", locale="ru").status_code == 400


def test_each_host_and_each_reader_is_answered_for_itself(get: Get, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    work = make_work("de", "en")
    make_work("de", "en")
    for path in ("articles/", f"articles/{work['de'].key}/"):
        seen = set()
        for host in settings.ALLOWED_HOSTS:
            for language in ("de", "en"):
                response = get(path, headers={"Host": host, "Accept-Language": language}, limit=1)
                if path != "articles/":
                    response = get(path, headers={"Host": host, "Accept-Language": language})
                text = response.content.decode()
                assert f"http://{host}/" in text
                assert response["Content-Language"] == language
                assert not any(f"//{other}/" in text for other in settings.ALLOWED_HOSTS if other != host)
                seen.add(response["ETag"])
        assert len(seen) == 4


def test_restricted_readers_and_others_share_nothing(get: Get) -> None:
    public, secret = make_article(), make_article()
    Edition.everything.filter(pk=secret.pk).update(restricted=True, change_id=None)
    key = ApiKey(name="reader", scopes=[ApiKey.Scope.RESTRICTED])
    bearer = {"Authorization": f"Bearer {issue(key)}"}
    key.save()

    tags = {}
    for _time in range(2):
        for headers, count in (({}, 1), (bearer, 2)):
            response = get("articles/", headers=headers)
            assert response.json()["count"] == count
            tags[count] = response["ETag"]
            assert get(f"articles/{secret.key}/", headers=headers).status_code == (200 if headers else 404)
    assert get("articles/", headers={"If-None-Match": tags[2]}).status_code == 200
    assert get("articles/", headers={**bearer, "If-None-Match": tags[1]}).status_code == 200
    assert get("articles/", headers={**bearer, "If-None-Match": tags[2]}).status_code == 304
    assert str(public.key) in get("articles/").content.decode()


def _held(get: Get, path: str = "articles/", **query: Any) -> str:
    """The tag of a list, once a client that has it is told so."""
    tag = get(path, **query)["ETag"]
    assert get(path, headers={"If-None-Match": tag}, **query).status_code == 304
    return str(tag)


@pytest.mark.parametrize("depends", [False, True])
def test_a_list_that_says_something_else_has_another_tag(get: Get, depends: bool) -> None:
    article = make_article()
    Edition.objects.update(day_dependent=depends)
    tags = [_held(get)]

    article.day_dependent = depends
    rewrite(article, at=LATER, lead="new")
    tags.append(_held(get))
    rewrite(article, at=LATER, lead="newer")  # within the same moment
    tags.append(_held(get))
    make_article(locale="en")
    assert _held(get) == tags[-1]
    make_article()
    tags += [_held(get), _held(get, limit=1), _held(get, locale="en", fallback="de")]

    assert len(set(tags)) == len(tags)


def test_a_list_that_says_the_same_on_another_day_has_the_same_tag(get: Get, monkeypatch: Any) -> None:
    make_edition("partnership")
    said = {"years": 1}
    monkeypatch.setattr(registry.get("partnership"), "at", lambda document, today: document | said, raising=False)
    before = _held(get, "partnerships/")

    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: date(2031, 1, 1))
    assert _held(get, "partnerships/") == before
    said["years"] = 2
    assert _held(get, "partnerships/") != before


def test_whoever_has_another_list_gets_this_one(get: Get) -> None:
    make_article(title="Here I am")

    response = get("articles/", headers={"If-None-Match": '"other"'})

    assert response.json()["results"][0]["title"] == "Here I am"
    assert get("articles/", headers={"If-None-Match": "*"}).status_code == 304
    assert get("articles/", headers={"If-None-Match": "*", "If-Match": '"other"'}).status_code == 412


def test_what_is_made_of_rows_is_told_by_tags(get: Get) -> None:
    """Raise FORM in `cms.api.stored_page` when this has to be changed: tags of the old form must not stand for it."""
    article = make_article(title="x", path="/de/x/")

    assert FORM == 1
    content = get("articles/").content.decode()
    assert content.startswith('{"count":1,"next":null,"previous":null,"results":[{')
    assert content.endswith(
        '"language":{"requested":"de","served":"de","state":"native"},'
        f'"last_changed_at":"2026-05-01T08:00:00+00:00","change":{article.change_id}}}]}}'
    )


def test_a_client_that_hides_its_origin_is_told_that_others_may_hear_more(client: Client, db: None) -> None:
    assert "origin" in client.get("/api/v1/articles/")["Vary"]
    assert "Access-Control-Allow-Origin" not in client.get("/api/v1/articles/")
