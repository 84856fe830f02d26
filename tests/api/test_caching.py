from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils.http import http_date, parse_http_date

from cms.publishing.registry import registry

from .conftest import Get
from .editions import make_article, make_edition, make_work, rewrite, unpublish

LATER = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


def etag(get: Get, path: str, **query) -> str:
    response = get(path, **query)
    assert response.status_code == 200
    assert response["ETag"].startswith('"')
    return response["ETag"]


def test_headers_of_a_list_and_a_detail(get: Get) -> None:
    article = make_article()

    for path, keys in (("articles/", "articles"), (f"articles/{article.key}/", f"article-{article.key}")):
        response = get(path)
        assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
        assert response["Surrogate-Key"] == keys
        assert parse_http_date(response["Last-Modified"])
        assert int(response["Content-Length"]) == len(response.content)


@pytest.mark.parametrize(
    "path", ["articles/", "articles/{}/", "articles/?fallback=any&q=article", "locales/", "schema/"]
)
def test_the_same_answer_is_not_sent_twice(get: Get, django_assert_max_num_queries, path: str) -> None:
    path = path.format(make_article().key)
    first = get(path)

    with django_assert_max_num_queries(1):
        second = get(path, headers={"If-None-Match": first["ETag"]})

    assert (second.status_code, second.content) == (304, b"")
    for name in ("ETag", "Cache-Control", "Last-Modified", "Surrogate-Key"):
        assert second[name] == first[name]
    assert second.get("Vary") == first.get("Vary")


@pytest.mark.parametrize("condition", ['"other", {}', "W/{}", "*"])
def test_every_way_to_ask(get: Get, condition: str) -> None:
    make_article()
    tag = etag(get, "articles/")

    assert get("articles/", headers={"If-None-Match": condition.format(tag)}).status_code == 304
    assert get("articles/", headers={"If-None-Match": '"other"'}).status_code == 200
    assert get("articles/", headers={"If-Match": tag}).status_code == 200
    assert get("articles/", headers={"If-Match": '"other"'}).status_code == 412


def test_head_is_get_without_a_body(get: Get, client) -> None:
    article = make_article()

    for path in ("articles/", f"articles/{article.key}/", "locales/", "schema/", "docs/", "nothing/", "articles/?x=1"):
        full, head = get(path), client.head(f"/api/v1/{path}")
        assert (head.status_code, head.content) == (full.status_code, b"")
        assert int(head["Content-Length"]) == len(full.content) > 0
        assert (head.get("ETag"), head["Content-Type"]) == (full.get("ETag"), full["Content-Type"])


def test_the_tag_depends_on_everything_that_the_answer_depends_on(get: Get, client, settings) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "example.org"]
    article = make_article(title="x")
    detail = f"articles/{article.key}/"
    tags = [
        etag(get, "articles/"),
        etag(get, "articles/", fields="title"),
        etag(get, "articles/", locale="en"),
        etag(get, "articles/", locale="en", fallback="de"),
        client.get("/api/v1/articles/", headers={"Host": "example.org"})["ETag"],
        etag(get, detail),
        etag(get, detail, fields="title"),
        etag(get, detail, locale="en", fallback="de"),
    ]

    assert len(set(tags)) == len(tags)
    assert etag(get, "articles/", locale="de") == etag(get, "articles/")


def test_the_tag_changes_with_the_answer_and_only_then(get: Get) -> None:
    first, second = make_article(title="A", day="2026-01-02"), make_article(title="B", day="2026-01-01")
    seen = [etag(get, "articles/", limit=1)]

    make_edition("municipality")
    rewrite(second, at=LATER, lead="new")
    assert etag(get, "articles/", limit=1) == seen[-1]

    rewrite(first, at=LATER, lead="new")
    seen.append(etag(get, "articles/", limit=1))
    unpublish(second, at=LATER)
    seen.append(etag(get, "articles/", limit=1))
    unpublish(first, at=LATER)
    seen.append(etag(get, "articles/", limit=1))
    assert len(set(seen)) == len(seen)


def test_the_tag_of_what_depends_on_the_day_changes_with_it(get: Get, monkeypatch) -> None:
    partnership = make_edition("partnership")
    edition_type = registry.get("partnership")
    assert edition_type.day_dependent
    monkeypatch.setattr(
        edition_type, "at", lambda document, today: document | {"years": today.toordinal()}, raising=False
    )
    paths = ("partnerships/", f"partnerships/{partnership.key}/")
    before = [etag(get, path) for path in paths]

    tomorrow = datetime.now(UTC).date() + timedelta(days=2)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: tomorrow)

    assert all(old != etag(get, path) for old, path in zip(before, paths, strict=True))


def modified(get: Get, path: str, since: datetime) -> int:
    return get(path, headers={"If-Modified-Since": http_date(since.timestamp())}).status_code


def test_dates_work_where_tags_are_not_kept(get: Get) -> None:
    article = make_edition("conference", changed_at=datetime(2026, 5, 1, 8, 0, 0, 400000, tzinfo=UTC))
    detail = f"conferences/{article.key}/"

    for path in ("conferences/", detail):
        last = parse_http_date(get(path)["Last-Modified"])
        assert last == datetime(2026, 5, 1, 8, 0, 1, tzinfo=UTC).timestamp()
        assert modified(get, path, datetime.fromtimestamp(last, UTC)) == 304
        assert modified(get, path, datetime(2026, 5, 1, 8, 0, 0, tzinfo=UTC)) == 200

    rewrite(article, at=datetime(2026, 5, 1, 8, 0, 1, 100000, tzinfo=UTC), motto="new")
    for path in ("conferences/", detail):
        assert modified(get, path, datetime(2026, 5, 1, 8, 0, 1, tzinfo=UTC)) == 200


def test_a_deletion_makes_a_list_newer(get: Get) -> None:
    make_edition("conference")
    gone = make_edition("conference")
    unpublish(gone, at=LATER)

    assert modified(get, "conferences/", LATER - timedelta(minutes=1)) == 200
    assert modified(get, "conferences/", LATER + timedelta(minutes=1)) == 304


def test_falling_back_makes_a_detail_newer(get: Get) -> None:
    """Given an English edition that is older than the Russian one was, when the Russian one goes."""
    key = uuid4()
    make_edition("conference", key=key, locale="en")
    russian = make_edition("conference", key=key, locale="ru", changed_at=LATER - timedelta(hours=1))
    unpublish(russian, at=LATER)

    assert modified(get, f"conferences/{key}/?locale=ru&fallback=en", LATER - timedelta(minutes=1)) == 200


def test_what_depends_on_the_day_is_new_every_day(get: Get) -> None:
    make_edition("partnership")

    assert modified(get, "partnerships/", datetime.now(UTC) - timedelta(days=2)) == 200


@pytest.mark.parametrize(("found", "most"), [(True, 1), (False, 2)])
def test_a_detail_is_one_query(get: Get, django_assert_num_queries, found: bool, most: int) -> None:
    work = make_work("de")

    with django_assert_num_queries(most):
        response = get(f"articles/{work['de'].key}/", locale="de" if found else "ru")

    assert response.status_code == (200 if found else 404)


def test_addresses_carry_the_host_of_the_request(client, db, settings) -> None:
    settings.ALLOWED_HOSTS = ["example.org"]
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    article = make_article(image={"url": "trilog-origin:/media/x.jpg"})

    for path in ("/api/v1/articles/", f"/api/v1/articles/{article.key}/"):
        response = client.get(path, headers={"Host": "example.org", "X-Forwarded-Proto": "https"})
        text = response.content.decode()
        assert "https://example.org/media/x.jpg" in text
        assert f"https://example.org{article.path}" in text
        assert "trilog-origin" not in text
