"""API keys: what they open, what becomes of those that open nothing, and how often a client may ask."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.api import conf
from cms.api.keys import issue
from cms.api.models import ApiKey
from cms.publishing.models import Edition
from tests.migrated_database import run_on_sqlite

from .conftest import Get
from .editions import make_article, make_work, restrict
from .test_errors import assert_problem

pytestmark = pytest.mark.django_db

RESTRICTED = ApiKey.Scope.RESTRICTED


def new_key(**fields: Any) -> tuple[ApiKey, dict[str, str]]:
    """A key and the header that names it."""
    key = ApiKey(name="Partner portal", **fields)
    token = issue(key)
    key.save()
    return key, {"Authorization": f"Bearer {token}"}


@pytest.fixture
def restricted() -> Edition:
    edition = make_article(title="Internal")
    restrict(edition)
    return edition


def titles(response: Any) -> list[str]:
    return [row["title"] for row in response.json()["results"]]


class TestKey:
    def test_it_is_shown_once_and_not_stored(self):
        key, header = new_key()
        token = header["Authorization"].removeprefix("Bearer ")

        assert re.fullmatch(r"trilog_[0-9a-f]{12}_[\w-]{43}", token)
        stored = str(ApiKey.objects.filter(pk=key.pk).values().get())
        assert key.prefix in stored
        assert token.rpartition(f"{key.prefix}_")[2] not in stored

    def test_without_its_scope_it_reads_what_everybody_reads(self, get: Get, restricted):
        make_article(title="Open")
        _key, header = new_key()

        assert titles(get("articles/", header)) == ["Open"]
        assert get(f"articles/{restricted.key}/", header).status_code == 404

    def test_with_the_scope_it_reads_restricted_works_everywhere(self, get: Get, restricted):
        make_article("2026-05-01", title="Open")
        _key, header = new_key(scopes=[RESTRICTED])

        listed = get("articles/", header)
        assert (titles(listed), listed.json()["count"]) == (["Internal", "Open"], 2)
        assert titles(get("articles/", header, q="internal")) == ["Internal"]
        assert titles(get("articles/", header, cursor="", limit=1)) == ["Internal"]
        assert get(f"articles/{restricted.key}/", header).json()["title"] == "Internal"
        assert get("resolve/", header, path=restricted.path).json()["title"] == "Internal"

    def test_fallback_chooses_among_what_the_key_opens(self, get: Get):
        editions = make_work("de", "en", titles={"de": "Intern", "en": "Open"})
        restrict(editions["de"])
        _key, header = new_key(scopes=[RESTRICTED])

        assert titles(get("articles/", locale="de", fallback="any")) == ["Open"]
        assert titles(get("articles/", header, locale="de", fallback="any")) == ["Intern"]
        key = editions["de"].key
        assert get(f"articles/{key}/", locale="de").json()["available"][0]["locale"] == "en"
        assert get(f"articles/{key}/", header, locale="de").json()["title"] == "Intern"

    @pytest.mark.parametrize(
        "header",
        [
            "Bearer",
            "Bearer ",
            "Bearer trilog_abc",
            "bearer nonsense",
            f"Bearer trilog_{'0' * 12}_{'A' * 43}",
            f"Bearer trilog_{'0' * 12}_{'A' * 430000}",
            "Bearer trilog_\x00",
            "Bearer ключ",
        ],
    )
    def test_a_wrong_one_is_refused(self, get: Get, header: str):
        response = get("articles/", {"Authorization": header})

        assert_problem(response, 401)
        assert response["WWW-Authenticate"].startswith("Bearer ")
        assert response["Cache-Control"] == "no-store"

    def test_the_right_prefix_does_not_do(self, get: Get):
        key, _header = new_key(scopes=[RESTRICTED])
        _other, header = new_key()
        secret = header["Authorization"].rpartition("_")[2]

        assert get("articles/", {"Authorization": f"Bearer trilog_{key.prefix}_{secret}"}).status_code == 401

    def test_an_expired_or_revoked_one_is_refused_from_that_moment_on(self, get: Get, restricted):
        key, header = new_key(scopes=[RESTRICTED], expires_at=timezone.now() + timedelta(hours=1))
        assert titles(get("articles/", header)) == ["Internal"]

        for change in (
            {"expires_at": timezone.now()},
            {"expires_at": None, "revoked_at": timezone.now()},
        ):
            ApiKey.objects.filter(pk=key.pk).update(**change)
            response = get("articles/", header)
            assert_problem(response, 401)
            assert "Internal" not in response.content.decode()

    def test_a_password_for_a_proxy_in_front_is_no_key(self, get: Get, restricted):
        make_article(title="Open")

        response = get("articles/", {"Authorization": "Basic dXNlcjpwYXNz"})

        assert titles(response) == ["Open"]
        assert response["Cache-Control"].startswith("private")

    def test_every_endpoint_refuses_a_wrong_one(self, get: Get):
        addresses = get("").json().values()

        for address in [*addresses, "http://testserver/api/v1/articles/x/", "http://testserver/api/v1/nothing/"]:
            path = address.removeprefix("http://testserver/api/v1/")
            assert get(path, {"Authorization": "Bearer wrong"}).status_code in (401, 404), address

    def test_it_costs_one_query_more(self, get: Get):
        make_article()
        _key, header = new_key()
        get("articles/", header)

        def queries(headers: dict[str, str]) -> int:
            with CaptureQueriesContext(connection) as captured:
                get("articles/", headers)
            return len(captured)

        assert queries(header) == queries({}) + 1

    def test_scopes_are_known_ones(self):
        with pytest.raises(ValidationError):
            ApiKey(name="x", prefix="x", digest="x", scopes=["everything"]).full_clean()


class TestCaches:
    def test_an_answer_to_a_key_is_for_its_client_alone(self, get: Get):
        make_article()
        _key, header = new_key()

        response = get("articles/", header)

        assert response["Cache-Control"] == "private, max-age=0, must-revalidate"
        assert "Surrogate-Key" not in response
        assert get("articles/", {**header, "If-None-Match": response["ETag"]}).status_code == 304

    def test_restricted_content_is_not_stored_and_has_no_date(self, get: Get, restricted):
        _key, header = new_key(scopes=[RESTRICTED])

        for path in ("articles/", f"articles/{restricted.key}/"):
            response = get(path, header)
            assert response["Cache-Control"] == "private, no-store"
            assert {"Surrogate-Key", "Last-Modified"}.isdisjoint(response.headers)
            unchanged = get(path, {**header, "If-None-Match": response["ETag"]})
            assert (unchanged.status_code, unchanged["Cache-Control"]) == (304, "private, no-store")
            dated = get(path, {**header, "If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"})
            assert dated.status_code == 200

    def test_every_answer_says_that_a_key_makes_a_difference(self, get: Get):
        make_article()

        for path in ("articles/", "changes/", "locales/", "schema/"):
            response = get(path)
            assert "Authorization" in response["Vary"]
            assert response["Cache-Control"].startswith("public")


class TestLastUse:
    def test_it_is_noted_after_the_answer_and_once_a_minute(self, get: Get):
        key, header = new_key()

        get("articles/", header)
        key.refresh_from_db()
        noted = key.last_used_at
        assert noted is not None

        with CaptureQueriesContext(connection) as captured:
            get("articles/", header)
        assert not [query for query in captured if query["sql"].startswith("UPDATE")]

        ApiKey.objects.update(last_used_at=noted - timedelta(minutes=1))
        get(f"articles/{key.prefix}/", header)  # an error is a use as well
        key.refresh_from_db()
        assert key.last_used_at > noted

    def test_a_refused_key_is_not_used(self, get: Get):
        key, header = new_key(revoked_at=timezone.now())

        get("articles/", header)

        key.refresh_from_db()
        assert key.last_used_at is None


NOTE_USE = """
import sqlite3
from django.db import connection
from django.test import Client
from cms.api.keys import issue
from cms.api.models import ApiKey

key = ApiKey(name="Partner portal")
headers = {"Authorization": f"Bearer {issue(key)}"}
key.save()
connection.cursor().execute("PRAGMA busy_timeout = 600000")

publisher = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
publisher.execute("BEGIN IMMEDIATE")
assert Client().get("/api/v1/articles/", headers=headers).status_code == 200
publisher.execute("ROLLBACK")
key.refresh_from_db()
assert key.last_used_at is None

assert Client().get("/api/v1/articles/", headers=headers).status_code == 200
key.refresh_from_db()
assert key.last_used_at is not None
assert connection.cursor().execute("PRAGMA busy_timeout").fetchone() == (600000,)
"""


def test_on_sqlite_no_read_waits_for_somebody_who_writes(request: pytest.FixtureRequest, tmp_path: Path):
    done = run_on_sqlite(NOTE_USE, request, tmp_path)

    assert done.stderr == ""


class TestLimit:
    def test_a_key_has_its_own_and_the_address_counts_for_others(self, get: Get, settings):
        settings.CONTENT_API_THROTTLE = "1/min"
        settings.CONTENT_API_KEY_THROTTLE = "2/min"
        conf.load.cache_clear()
        _key, header = new_key()
        _other, generous = new_key(throttle="3/hour")

        def statuses(headers: dict[str, str]) -> list[int]:
            return [get("locales/", headers).status_code for _ in range(4)]

        assert statuses(header) == [200, 200, 429, 429]
        assert statuses(generous) == [200, 200, 200, 429]
        assert statuses({}) == [200, 429, 429, 429]

    def test_it_tells_when_to_come_back_and_counts_anew_then(self, get: Get, monkeypatch):
        clock = {"now": 1_000_000.25}
        monkeypatch.setattr("cms.api.throttling.time.time", lambda: clock["now"])
        _key, header = new_key(throttle="1/min")

        assert get("locales/", header).status_code == 200
        clock["now"] += 19.5
        refused = get("locales/", header)
        assert_problem(refused, 429)
        assert refused["Retry-After"] == "41"

        clock["now"] += 41
        assert [get("locales/", header).status_code for _ in range(2)] == [200, 429]

    def test_whoever_tries_keys_is_counted_by_address(self, get: Get, settings):
        settings.CONTENT_API_THROTTLE = "2/min"
        conf.load.cache_clear()

        wrong = [get("locales/", {"Authorization": f"Bearer {n}"}).status_code for n in range(3)]

        assert wrong == [401, 401, 429]

    def test_it_does_not_slip_where_a_counter_was_lost(self, get: Get):
        _key, header = new_key(throttle="1/min")
        assert get("locales/", header).status_code == 200

        cache.clear()

        assert [get("locales/", header).status_code for _ in range(2)] == [200, 429]

    @pytest.mark.parametrize("rate", ["often", "0/min", "5/week"])
    def test_it_has_a_form(self, rate: str, settings):
        with pytest.raises(ValidationError):
            ApiKey(name="x", prefix="x", digest="x", throttle=rate).full_clean()

        settings.CONTENT_API_KEY_THROTTLE = rate
        conf.load.cache_clear()
        with pytest.raises(ImproperlyConfigured, match="CONTENT_API_KEY_THROTTLE"):
            conf.load()


class TestScriptsOfOtherSites:
    ORIGIN = {"Origin": "https://app.example"}

    def test_they_may_send_a_key(self, client: Client, db):
        preflight = client.options(
            "/api/v1/articles/",
            headers={
                **self.ORIGIN,
                "Access-Control-Request-Method": "GET",
                "Access-Control-Request-Headers": "authorization,if-none-match",
            },
        )

        assert preflight.status_code == 200
        allowed = preflight["Access-Control-Allow-Headers"].split(", ")
        assert {"authorization", "if-none-match", "if-match"} <= set(allowed)
        assert preflight["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
        assert "Access-Control-Allow-Credentials" not in preflight

    def test_they_learn_why_a_key_was_refused(self, get: Get):
        refused = get("articles/", {**self.ORIGIN, "Authorization": "Bearer wrong"})

        assert refused.status_code == 401
        assert refused["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in refused
        exposed = refused["Access-Control-Expose-Headers"].split(", ")
        assert {"ETag", "Retry-After", "WWW-Authenticate"} <= set(exposed)
