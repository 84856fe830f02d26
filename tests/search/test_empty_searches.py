"""Searches without results: what is kept of them, what is not, and the report."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from search import unanswered
from search.models import EmptySearch
from search.pruning import prune_empty_searches
from search.unanswered import worth_noting
from tests.api.editions import make_article
from tests.migrated_database import run_on_sqlite
from tests.search.indexed import index

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/searches-without-results/"


@pytest.mark.parametrize(
    "text",
    [
        "anna@example.org", "mail von anna@example", "+49 221 12 34 56", "0221/1234567", "DE89 3704 0044 0532 0130 00",
        "https://example.org/x", "www.example.org", "x", "12", "…", "a\u202eb", "a" * 101, "   ",
    ],
)  # fmt: skip
def test_nothing_is_kept_that_is_personal_or_no_query(text):
    assert worth_noting(text) == ""


def test_queries_are_kept_in_small_letters_with_single_spaces():
    assert worth_noting("  Xylophon   KONZERT 2026 ") == "xylophon konzert 2026"


@pytest.mark.parametrize("path", ["/api/v1/search/?locale=de&q={}", "/de/search/?q={}"])
def test_what_nothing_was_found_for_is_counted(client: Client, path: str) -> None:
    for _time in range(2):
        client.get(path.format("Xylophon"))

    row = EmptySearch.objects.get()
    assert (row.query, row.locale, row.count) == ("xylophon", "de", 2)


@pytest.mark.parametrize(
    ("query", "headers"),
    [
        ("q=Konzert", {}),  # found
        ("q=Xylophon&type=article", {}),  # it may be there without the filter
        ("q=Xylophon&offset=20", {}),
        ("q=Xylophon", {"user-agent": "Somebot/1.0"}),
        ("q=", {}),
        ("q=anna@example.org", {}),
    ],
)
def test_what_does_not_tell_editors_anything_is_not_counted(client: Client, query: str, headers: dict) -> None:
    index(make_article(title="Konzert"))
    client.get(f"/api/v1/search/?locale=de&{query}", headers=headers)
    client.head("/api/v1/search/?locale=de&q=Xylophon")

    assert not EmptySearch.objects.exists()


def test_somebody_who_makes_up_queries_fills_no_table(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unanswered, "NEW_PER_DAY", 2)
    for word in ("erstes", "zweites", "drittes", "erstes"):
        client.get(f"/api/v1/search/?locale=de&q={word}wort")

    assert dict(EmptySearch.objects.values_list("query", "count")) == {"ersteswort": 2, "zweiteswort": 1}


def test_what_nobody_searches_for_any_more_is_forgotten():
    now = timezone.now()
    for query, days in (("alt", 91), ("neu", 89)):
        EmptySearch.objects.create(query=query, locale="de", first_at=now - timedelta(days=200),
                                   last_at=now - timedelta(days=days))  # fmt: skip
    assert unanswered.is_anything_old()

    prune_empty_searches.call()

    assert [row.query for row in EmptySearch.objects.all()] == ["neu"]
    assert not unanswered.is_anything_old()


@pytest.fixture
def rows(db: None) -> None:
    now = timezone.now()
    EmptySearch.objects.bulk_create(
        EmptySearch(query=f"wort {number}", locale=locale, count=number, first_at=now, last_at=now)
        for number in range(1, 31)
        for locale in ("de", "ru")
    )


def test_the_report_is_for_those_who_may_see_it(client: Client, editor, rows: None) -> None:
    client.force_login(editor)
    assert client.get(REPORT).status_code == 200

    editor.groups.set([Group.objects.get(name="Moderators")])
    assert client.get(REPORT).status_code == 302


def test_the_report_can_be_narrowed_sorted_and_exported(client: Client, administrator, rows: None) -> None:
    client.force_login(administrator)

    lines = client.get(f"{REPORT}?locale=ru&ordering=count&export=csv").getvalue().decode().splitlines()

    assert len(lines) == 31
    assert lines[1].startswith("wort 1,ru,1,")


def test_no_spreadsheet_runs_what_somebody_typed(client: Client, administrator) -> None:
    now = timezone.now()
    EmptySearch.objects.create(query='=hyperlink("x")', locale="de", first_at=now, last_at=now)
    client.force_login(administrator)

    assert "'=hyperlink" in client.get(f"{REPORT}?export=csv").getvalue().decode()


def test_the_report_leads_to_what_can_be_done(client: Client, administrator, rows: None) -> None:
    client.force_login(administrator)
    page = client.get(f"{REPORT}?locale=de&q=wort+30").content.decode()
    assert "promote/?query=wort+30" in page

    form = client.get(f"{REPORT}promote/?query=wort+30").content.decode()
    assert 'value="wort 30"' in form
    assert 'action="/admin/searchpicks/add/"' in form

    assert "/admin/snippets/search/synonym/add/?phrases=wort+30&amp;locale=de" in page
    form = client.get("/admin/snippets/search/synonym/add/?phrases=wort+30&locale=de").content.decode()
    assert "wort 30</textarea>" in form


def test_the_report_asks_the_database_as_often_for_many_rows_as_for_few(
    client: Client, administrator, django_assert_max_num_queries
) -> None:
    now = timezone.now()
    EmptySearch.objects.create(query="eins", locale="de", first_at=now, last_at=now)
    client.force_login(administrator)
    client.get(REPORT)
    with django_assert_max_num_queries(30) as few:
        client.get(REPORT)
    EmptySearch.objects.bulk_create(
        EmptySearch(query=f"wort {number}", locale="de", first_at=now, last_at=now) for number in range(40)
    )
    with django_assert_max_num_queries(len(few)):
        client.get(REPORT)


SEARCH_IN_VAIN = """
import sqlite3
from django.db import connection
from django.test import Client
from search.models import EmptySearch

connection.cursor().execute("PRAGMA busy_timeout = 600000")
address = "/api/v1/search/?q=Einhorn&locale=de"

publisher = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
publisher.execute("BEGIN IMMEDIATE")
assert Client().get(address).status_code == 200
publisher.execute("ROLLBACK")
assert not EmptySearch.objects.exists()

assert Client().get(address).status_code == 200
assert EmptySearch.objects.get().query == "einhorn"
assert connection.cursor().execute("PRAGMA busy_timeout").fetchone() == (600000,)
"""


def test_on_sqlite_no_search_waits_for_somebody_who_writes(request: pytest.FixtureRequest, tmp_path: Path):
    done = run_on_sqlite(SEARCH_IN_VAIN, request, tmp_path)

    assert done.stderr == ""
