import json

import pytest
from django.test import Client, override_settings

from cms.api import conf

from .conftest import Get
from .editions import make_article

KEY = "11111111-2222-4333-8444-555555555555"


def assert_problem(response, status: int) -> dict:
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    body = json.loads(response.content)
    assert body["status"] == status
    assert body.keys() >= {"type", "title", "detail"}
    return body


@pytest.mark.parametrize(
    "path",
    [
        "/api", "/api/", "/api/v2/", "/api/v2/articles/", "/api/v1/novels/", "/api/v1/articles/x/y/",
        "/api/v1/articles/nonsense/", f"/api/v1/articles/{KEY}/", f"/api/v1/partnerships/{KEY}/", "/api/v1/articles//",
        "/api/v1/%00/", "/api/v1/%ff/", "/api/v1/мир/", "/api/../api/v1/none/", "/api/v1/articles/" + "9" * 3000 + "/",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["de", "en", "ru"])
def test_unknown_addresses_are_problems_and_never_lead_into_the_site(client: Client, db, path, language) -> None:
    assert_problem(client.get(path, headers={"Accept-Language": language}), 404)


def test_a_forgotten_slash_is_added(client: Client, db) -> None:
    response = client.get("/api/v1/articles?locale=ru")

    assert response.status_code == 301
    assert response["Location"] == "/api/v1/articles/?locale=ru"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("path", ["articles/", f"articles/{KEY}/", "locales/", "resolve/", "schema/", "docs/"])
def test_it_can_only_be_read(client: Client, db, method: str, path: str) -> None:
    response = getattr(client, method)(f"/api/v1/{path}")

    assert_problem(response, 405)
    assert response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("accept", ["text/csv", "application/xml", "application/json;q=0", "nonsense"])
def test_nothing_but_json(get: Get, accept: str) -> None:
    response = get("articles/", headers={"Accept": accept})

    assert_problem(response, 406)


@pytest.mark.parametrize(
    "accept", ["*/*", "application/*", "application/json", "text/html,application/xhtml+xml,*/*;q=0.8", ""]
)
def test_whoever_takes_json_gets_it(get: Get, accept: str) -> None:
    response = get("articles/", headers={"Accept": accept})

    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"


def test_an_unknown_parameter_is_named_with_the_known_ones(get: Get) -> None:
    body = assert_problem(get("articles/", colour="red", locale="fr"), 400)

    colour, locale = body["errors"]
    assert colour["parameter"] == "colour"
    assert {"locale", "fallback", "kind", "q", "cursor"} <= set(colour["allowed"])
    assert (locale["parameter"], locale["allowed"]) == ("locale", ["de", "en", "ru"])
    assert "colour" in body["detail"]


@pytest.mark.parametrize("path", ["articles/", f"articles/{KEY}/", "locales/", "resolve/", "schema/", "docs/"])
@pytest.mark.parametrize(
    "query",
    ["x=1", "q=%00", "a%00b=1", "q=%ff", "%ff=1", "q=%0a", "=", "q=" + "a" * 9000, "&".join("a=1" for _ in range(200))],
)
def test_no_query_breaks_an_endpoint(client: Client, db, path: str, query: str) -> None:
    body = assert_problem(client.get(f"/api/v1/{path}?{query}"), 400)

    assert body["errors"]


def test_messages_speak_the_language_of_the_request(get: Get) -> None:
    from django.utils import translation
    from django.utils.translation import gettext

    for code in ("de", "en", "ru"):
        with translation.override(code):
            expected = gettext("Bad request")
        assert get("articles/", locale=code, x="1").json()["title"] == expected
        assert get("articles/", headers={"Accept-Language": code}, x="1").json()["title"] == expected


def test_an_error_of_ours_is_a_problem_that_tells_nothing(client: Client, db, monkeypatch, caplog) -> None:
    def fail(*args, **kwargs):
        raise RuntimeError("secret")

    monkeypatch.setattr("cms.api.views.paging", fail)
    client.raise_request_exception = False

    response = client.get("/api/v1/articles/")

    assert_problem(response, 500)
    assert "secret" not in response.content.decode()
    assert "secret" in caplog.text


def test_a_forged_host_is_refused(client: Client, db) -> None:
    assert_problem(client.get("/api/v1/articles/", headers={"Host": "evil.example"}), 400)


def test_too_many_requests(get: Get, settings) -> None:
    settings.CONTENT_API_THROTTLE = "2/min"
    conf.load.cache_clear()

    assert [get("articles/").status_code for _ in range(2)] == [200, 200]
    response = get("articles/")

    assert_problem(response, 429)
    assert 0 < int(response["Retry-After"]) <= 60


def test_the_limit_is_per_address_and_no_header_evades_it(client: Client, db, settings) -> None:
    settings.CONTENT_API_THROTTLE = "1/min"
    conf.load.cache_clear()

    statuses = [
        client.get("/api/v1/locales/", headers={"X-Forwarded-For": f"10.0.0.{n}"}).status_code for n in range(2)
    ]

    assert statuses == [200, 429]
    assert client.get("/api/v1/locales/", REMOTE_ADDR="192.0.2.7").status_code == 200


def test_the_addresses_of_one_ipv6_network_count_together(client: Client, db, settings) -> None:
    settings.CONTENT_API_THROTTLE = "1/min"
    conf.load.cache_clear()

    def ask(address: str) -> int:
        return client.get("/api/v1/locales/", REMOTE_ADDR=address).status_code

    assert [ask("2001:db8::1"), ask("2001:db8::ffff:2"), ask("2001:db8:0:1::1")] == [200, 429, 200]
    assert [ask("192.0.2.1"), ask("::ffff:192.0.2.1"), ask("192.0.2.2"), ask("unix:")] == [200, 429, 200, 200]
    assert [ask("192.0.2.1:5000"), ask("192.0.2.3:5000"), ask("192.0.2.3:5001")] == [429, 200, 429]
    assert [ask("[2001:db8::3]:5000"), ask("[2001:db8:0:2::1]:5000"), ask("[2001:db8:0:2::2]")] == [429, 200, 429]


def test_behind_a_proxy_the_address_is_the_one_it_saw(client: Client, db, settings) -> None:
    settings.CONTENT_API_THROTTLE = "1/min"
    settings.CONTENT_API_PROXIES = 1
    conf.load.cache_clear()

    def ask(forwarded: str) -> int:
        return client.get("/api/v1/locales/", headers={"X-Forwarded-For": forwarded}).status_code

    assert [ask("10.0.0.1"), ask("10.0.0.2"), ask("10.9.9.9, 10.0.0.1")] == [200, 200, 429]


@pytest.mark.parametrize("rate", ["often", "0/min", "5/week", "-1/min"])
def test_a_wrong_limit_stops_the_start(settings, rate: str) -> None:
    from django.core.exceptions import ImproperlyConfigured

    settings.CONTENT_API_THROTTLE = rate
    conf.load.cache_clear()

    with pytest.raises(ImproperlyConfigured, match="CONTENT_API_THROTTLE"):
        conf.load()


def test_options_say_what_can_be_done(client: Client, db) -> None:
    response = client.options("/api/v1/articles/")

    assert (response.status_code, response["Allow"], response.content) == (204, "GET, HEAD, OPTIONS", b"")


def test_scripts_of_other_sites_may_read(client: Client, db) -> None:
    simple = client.get("/api/v1/articles/", headers={"Origin": "https://app.example"})
    preflight = client.options(
        "/api/v1/articles/",
        headers={"Origin": "https://app.example", "Access-Control-Request-Method": "GET"},
    )

    assert simple["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in simple["Access-Control-Expose-Headers"]
    assert preflight["Access-Control-Allow-Origin"] == "*"
    assert "POST" not in preflight["Access-Control-Allow-Methods"]


def test_which_sites_may_read_is_a_setting(client: Client, db) -> None:
    with override_settings(CORS_ALLOW_ALL_ORIGINS=False, CORS_ALLOWED_ORIGINS=["https://good.example"]):
        good = client.get("/api/v1/articles/", headers={"Origin": "https://good.example"})
        bad = client.get("/api/v1/articles/", headers={"Origin": "https://bad.example"})

    assert good["Access-Control-Allow-Origin"] == "https://good.example"
    assert "Access-Control-Allow-Origin" not in bad


def test_no_session_is_begun(get: Get) -> None:
    make_article()

    response = get("articles/")

    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
