from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from cms.api.changes import change_entry
from cms.publishing.models import Change

from .conftest import Get
from .editions import make_article, make_edition, make_work, rewrite, unpublish
from .validation import assert_fits

LATER = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


def test_a_client_that_goes_on_from_the_cursor_misses_nothing(get: Get) -> None:
    article = make_article()
    first = get("changes/", type="article").json()

    rewrite(article, at=LATER, lead="new")
    key = str(article.key)
    unpublish(article, at=LATER)
    second = get("changes/", cursor=first["cursor"]).json()

    assert [change["action"] for change in first["changes"]] == ["published"]
    assert [(change["action"], change["key"]) for change in second["changes"]] == [
        ("changed", key),
        ("unpublished", key),
    ]
    assert second["changes"][0]["api_url"] == f"http://testserver/api/v1/articles/{key}/?locale=de"
    assert_fits("changes/", second)
    third = get("changes/", cursor=second["cursor"]).json()
    assert third == {"changes": [], "cursor": second["cursor"], "has_more": False}


def test_it_comes_in_portions_and_in_order(get: Get) -> None:
    for _ in range(5):
        make_article()

    told, cursor, more = [], "0", True
    while more:
        answer = get("changes/", cursor=cursor, limit=2).json()
        told += [change["id"] for change in answer["changes"]]
        cursor, more = answer["cursor"], answer["has_more"]

    assert told == list(Change.objects.order_by("pk").values_list("pk", flat=True))


def test_entries_are_what_webhooks_send(get: Get) -> None:
    make_work("de", "ru")
    Change.objects.create(action="deleted", type="of old", key=uuid4(), locale="%d", at=LATER)

    answer = get("changes/")

    told = [change_entry(change, "http://testserver") for change in Change.objects.order_by("pk")]
    assert answer.json() == {"changes": told, "cursor": str(told[-1]["id"]), "has_more": False}
    assert list(answer.json()["changes"][0]) == list(told[0])


def test_type_and_locale_narrow_it_but_removals_are_always_told(get: Get) -> None:
    work = make_work("de", "ru")
    town = make_edition("municipality", locale="ru")
    unpublish(work["ru"], at=LATER)
    unpublish(town, at=LATER)

    def told(**query: Any) -> list[tuple[str, str, str]]:
        return [(c["action"], c["type"], c["locale"]) for c in get("changes/", **query).json()["changes"]]

    removals = [("unpublished", "article", "ru"), ("unpublished", "municipality", "ru")]
    assert told(type="article", locale="ru") == [("published", "article", "ru"), *removals]
    assert told(type="municipality,article", locale="de") == [("published", "article", "de"), *removals]
    assert told(type="article", locale=["de", "ru"]) == told(type="article")


def test_the_removals_of_a_locale_that_was_given_up_are_told(get: Get) -> None:
    Change.objects.create(action="published", type="article", key=uuid4(), locale="fr", at=LATER)
    removal = Change.objects.create(action="deleted", type="article", key=uuid4(), locale="fr", at=LATER)

    for query in ({"type": "article"}, {"type": "article", "locale": "de"}, {"type": "municipality", "locale": "en"}):
        assert [change["id"] for change in get("changes/", **query).json()["changes"]] == [removal.pk]


def test_a_cursor_may_be_old_or_none_that_was_ever_given(get: Get) -> None:
    first, second, third = make_article(), make_article(), make_article()
    Change.objects.filter(pk=second.change_id).delete()

    for cursor, told in ((0, [first, third]), (first.change_id, [third]), (second.change_id, [third])):
        answer = get("changes/", cursor=cursor, type="article").json()
        assert [change["id"] for change in answer["changes"]] == [edition.change_id for edition in told]
        assert answer["cursor"] == str(third.change_id)


def test_a_cursor_beyond_the_end_is_from_a_log_that_is_gone(get: Get) -> None:
    last = make_article().change_id

    response = get("changes/", cursor=last + 1, locale="en")

    assert (response.status_code, response["Content-Type"]) == (410, "application/problem+json")
    assert get("changes/", cursor=last, type="municipality").json() == {
        "changes": [],
        "cursor": str(last),
        "has_more": False,
    }


def test_a_client_that_reads_the_lists_asks_first_where_the_log_ends(get: Get) -> None:
    last = make_article().change_id

    end = get("changes/", cursor="latest").json()
    later = make_article().change_id

    assert end == {"changes": [], "cursor": str(last), "has_more": False}
    assert [change["id"] for change in get("changes/", cursor=end["cursor"]).json()["changes"]] == [later]
    Change.objects.all().delete()
    assert get("changes/", cursor="latest").json()["cursor"] == "0"


def test_has_more_is_true_only_while_there_is_more(get: Get) -> None:
    numbers = [make_article().change_id for _ in range(4)]

    def asked(cursor: int) -> tuple[list[int], bool]:
        answer = get("changes/", cursor=cursor, limit=2, type="article").json()
        return [change["id"] for change in answer["changes"]], answer["has_more"]

    assert asked(0) == (numbers[:2], True)
    assert asked(numbers[0]) == (numbers[1:3], True)
    assert asked(numbers[1]) == (numbers[2:], False)
    assert asked(numbers[3]) == ([], False)


def test_it_is_one_query_and_not_sent_twice(get: Get, django_assert_num_queries: Any) -> None:
    for _ in range(3):
        make_article()
    with django_assert_num_queries(1):
        first = get("changes/")
    with django_assert_num_queries(1):
        assert get("changes/", headers={"If-None-Match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    "query", ["cursor=x", "cursor=-1", "cursor=" + "9" * 30, "type=novel", "locale=fr", "limit=101", "offset=1"]
)
def test_what_it_does_not_know_is_refused(get: Get, query: str) -> None:
    response = get(f"changes/?{query}")

    assert response.status_code == 400
    assert response.json()["errors"][0]["parameter"] == query.split("=")[0]


def test_the_index_leads_to_every_endpoint(get: Get, locales: Any) -> None:
    for name, address in get("").json().items():
        status = get(address.removeprefix("http://testserver/api/v1/"), headers={"Accept": "*/*"}).status_code
        assert status == (400 if name in ("resolve", "preview") else 200), name
