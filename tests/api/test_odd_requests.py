"""Requests that nobody should send: each gets an answer that the contract describes, at every endpoint there is."""

import json
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils.http import http_date

from cms.api.schema.views import openapi

from .editions import make_article

KEY = "11111111-2222-4333-8444-555555555555"
NEEDED = {"/api/v1/resolve/": "path=/nowhere/", "/api/v1/preview/": "token=nonsense"}
"""What an endpoint cannot do without."""
PATHS = tuple(path.replace("{key}", KEY) for path in openapi()["paths"])
HUGE = 100_000


def assert_problem(response: Any, *statuses: int) -> dict[str, Any]:
    assert response.status_code in statuses, response.content[:300]
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    body = json.loads(response.content)
    assert body["status"] == response.status_code
    assert body["title"]
    return body


def ask(client: Client, path: str, method: str = "get", **headers: str) -> Any:
    query = f"?{NEEDED[path]}" if path in NEEDED else ""
    return getattr(client, method)(f"{path}{query}", headers={k.replace("_", "-"): v for k, v in headers.items()})


@pytest.fixture
def article(db: None) -> str:
    """The address of a published article."""
    return f"/api/v1/articles/{make_article().key}/"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "query",
    [
        f"q={'a' * HUGE}", f"{'a' * HUGE}=1", f"locale={'de,' * (HUGE // 3)}", f"cursor={'A' * HUGE}", "&" * HUGE,
        f"fields={'key,' * (HUGE // 4)}", f"token={'x' * HUGE}", "q=a%00b", "%00=1", "q=%C3%28", "q=%ED%A0%80",
        "q=%F4%90%80%80", "q=%FE%FF", "limit=1&limit=1", "limit=%D9%A1", "limit=1e3",
        "limit=0x10", "offset=-1", f"offset={'9' * 30}", "order=", "locale[]=de", "locale=de;en", "q=\x7f",
        f"path={'/x' * 5000}", "path=/../../etc/passwd%00",
    ],
    ids=lambda query: query[:20],
)  # fmt: skip
def test_no_query_is_too_odd(client: Client, db: None, path: str, query: str) -> None:
    assert assert_problem(client.get(f"{path}?{query}"), 400)["errors"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "get", "X" * 200])
def test_no_other_method_is_possible(client: Client, db: None, path: str, method: str) -> None:
    response = client.generic(method, path, b'{"a": 1}', content_type="application/json")
    if method == "get":  # Django reads methods in any case
        assert response.status_code in {200, 400, 404}
    else:
        assert_problem(response, 405)
        assert response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("path", PATHS)
def test_head_answers_as_get_does_without_a_body(client: Client, db: None, path: str) -> None:
    read, asked = ask(client, path), ask(client, path, "head")

    assert asked.status_code == read.status_code
    assert asked.content == b""
    assert int(asked["Content-Length"]) == len(read.content) > 0
    for name in ("Content-Type", "ETag", "Cache-Control", "Surrogate-Key", "Content-Language", "Vary"):
        assert asked.get(name) == read.get(name)


@pytest.mark.parametrize("path", PATHS)
def test_options_need_nothing_and_say_what_can_be_done(client: Client, db: None, path: str) -> None:
    response = client.options(f"{path}?unknown=1", headers={"Accept": "text/nothing"})

    assert (response.status_code, response["Allow"], response.content) == (204, "GET, HEAD, OPTIONS", b"")


@pytest.mark.parametrize(
    ("condition", "status"),
    [
        ({"If-None-Match": "{}"}, 304),
        ({"If-None-Match": "W/{}"}, 304),
        ({"If-None-Match": '"a", W/"b" , {},"c"'}, 304),
        ({"If-None-Match": "*"}, 304),
        ({"If-None-Match": '"a"'}, 200),
        ({"If-None-Match": "no tag at all"}, 200),
        ({"If-None-Match": '"' + "a" * HUGE}, 200),
        ({"If-None-Match": '"a"', "If-Modified-Since": "{later}"}, 200),
        ({"If-None-Match": "{}", "If-Modified-Since": "{earlier}"}, 304),
        ({"If-Modified-Since": "{later}"}, 304),
        ({"If-Modified-Since": "{earlier}"}, 200),
        ({"If-Modified-Since": "yesterday"}, 200),
        ({"If-Modified-Since": "Mon, 99 Abc 99999 99:99:99 GMT"}, 200),
        ({"If-Match": "{}"}, 200),
        ({"If-Match": '"a", {}'}, 200),
        ({"If-Match": "*"}, 200),
        ({"If-Match": '"a"'}, 412),
        ({"If-Match": "W/{}"}, 412),
        ({"If-Unmodified-Since": "{later}"}, 200),
        ({"If-Unmodified-Since": "{earlier}"}, 412),
        ({"If-Unmodified-Since": "yesterday"}, 200),
        ({"If-Match": "{}", "If-Unmodified-Since": "{earlier}"}, 200),
    ],
    ids=str,
)
@pytest.mark.parametrize("method", ["get", "head"])
def test_every_condition_is_understood_or_ignored(
    client: Client, article: str, condition: dict[str, str], status: int, method: str
) -> None:
    tag = client.get(article)["ETag"]
    moments = {"{}": tag, "{later}": http_date(4_000_000_000), "{earlier}": http_date(1_000_000_000)}
    headers = dict(condition)
    for place, moment in moments.items():
        headers = {name: value.replace(place, moment) for name, value in headers.items()}

    response = getattr(client, method)(article, headers=headers)

    if status == 412 and method == "get":
        assert_problem(response, 412)
    else:
        assert response.status_code == status
        assert response.get("ETag") == (None if status == 412 else tag)


@pytest.mark.parametrize("value", ["bytes=0-9", "bytes=-1", "bytes=9999999-", "nonsense", "bytes=" + "0-1," * HUGE])
def test_there_are_no_parts_of_answers(client: Client, article: str, value: str) -> None:
    response = client.get(article, headers={"Range": value})

    assert response.status_code == 200
    assert response.json()["type"] == "article"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("accept", "refused"),
    [
        ("*/*;q=abc", False), ("application/json; charset=utf-8", False), ("application/*;q=0.1", False),
        ("APPLICATION/JSON", False), (", ,", None), ("application/json;q=0", True), ("image/png", True),
        ("a" * HUGE, True), ("application/problem+json", True), ("text/html, " * 1000 + "*/*;q=0.01", False),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_what_is_accepted(client: Client, db: None, path: str, accept: str, refused: bool | None) -> None:
    response = ask(client, path, Accept=accept)

    if refused:
        assert_problem(response, 406)
    elif refused is None:
        assert response.status_code in {200, 404, 406}
    else:
        assert response.status_code in {200, 404}


@pytest.mark.parametrize(
    "language", ["x" * HUGE, "de;q=abc", "de;q=2", ",,,;;;", "*", "*;q=0", "\xff", "de-" * 1000, "i" + "-x" * 500]
)
def test_no_language_is_too_odd(client: Client, db: None, language: str) -> None:
    response = client.get("/api/v1/articles/", headers={"Accept-Language": language})

    assert response.status_code == 200
    assert response["Content-Language"] == "de"


@pytest.mark.parametrize(
    "host", ["evil.example", "a b", "a" * 5000, "localhost:abc", "[::1", "", "ä.de", "x:80:80", "@"]
)
@pytest.mark.parametrize("path", ["/api/v1/articles/", f"/api/v1/articles/{KEY}/", "/api/v1/schema/", "/api/v1/"])
def test_only_our_hosts_are_answered(client: Client, db: None, host: str, path: str) -> None:
    response = client.get(path, HTTP_HOST=host) if host else client.get(path, HTTP_HOST="", SERVER_NAME="")

    body = assert_problem(response, 400)
    assert not host or host not in body["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "articles/../../../etc/passwd", "articles/..%2f..%2fetc%2fpasswd/", "articles/%2e%2e/%2e%2e/admin/", "//admin/",
        "articles/" + "a/" * 2000, "a" * HUGE + "/", "articles/" + "ä" * 5000 + "/", "articles/%00/",
        "articles/%0d%0aX:1/", "articles/" + quote("'; DROP TABLE publishing_edition; --") + "/",
        f"articles/{KEY}%00/", f"articles/{KEY}/json/",
        f"articles/{KEY.replace('-', '')}/", f"articles/{{{KEY}}}/", "articles.json", "ARTICLES/", "articles/*/",
    ],
    ids=lambda path: path[:30],
)  # fmt: skip
def test_no_path_leads_anywhere_else(client: Client, db: None, path: str) -> None:
    assert_problem(client.get(f"/api/v1/{path}"), 404)


@pytest.mark.parametrize("path", PATHS)
def test_a_forgotten_slash_is_added_to_reads_alone(client: Client, db: None, path: str) -> None:
    for method in ("get", "head"):
        response = getattr(client, method)(f"{path[:-1]}?locale=ru&q=%C3%BC")
        assert (response.status_code, response["Location"]) == (301, f"{path}?locale=ru&q=%C3%BC")
    assert_problem(client.post(path[:-1]), 404)


def test_a_slash_is_never_added_towards_another_site(client: Client, db: None) -> None:
    for path in ("/api/v1//evil.example", "//evil.example/api/v1/articles", "/api/v1/articles\\"):
        response = client.get(path, PATH_INFO=path)
        assert response.status_code in {301, 302, 404}
        assert "//" not in response.get("Location", "")


def deepest_offset(path: str) -> int | None:
    parameters = openapi()["paths"].get(path, {}).get("get", {}).get("parameters", [])
    return next((given["schema"]["maximum"] for given in parameters if given["name"] == "offset"), None)


def test_the_deepest_offset_is_an_empty_page(client: Client, article: str) -> None:
    deepest = {path: offset for path in PATHS if (offset := deepest_offset(path)) is not None}
    assert deepest
    for path, offset in deepest.items():
        response = client.get(f"{path}?offset={offset}&limit=100")
        assert response.status_code == 200
        assert response.json()["results"] == []
        assert response.json()["next"] is None
        assert_problem(client.get(f"{path}?offset={offset + 1}"), 400)
