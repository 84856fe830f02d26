"""`manage.py search_quality`: what it says of files that it cannot use, and of searches that are not good enough."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from tests.api.editions import make_edition
from tests.search.indexed import index

LOCALE = settings.WAGTAIL_CONTENT_LANGUAGES[0][0]
WORK = "79e42898-7810-56a7-8dba-ac7cea14089a"


def entry(**changes: Any) -> dict[str, Any]:
    return {"locale": LOCALE, "query": "Brücke", "works": {WORK: 3}, **changes}


@pytest.fixture
def judge(tmp_path: Path):
    """Runs the command over a file that holds this, and returns what it tells."""

    def run(content: Any, **options: Any) -> str:
        path = tmp_path / "judged.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        told = StringIO()
        call_command("search_quality", path, stdout=told, **options)
        return told.getvalue()

    return run


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[", "is not JSON"),
        ([], "must hold a list"),
        ({"locale": LOCALE}, "must hold a list"),
        (["Brücke"], "Entry 1 is not an object"),
        ([entry(), entry(note="?")], "Entry 2 has keys that mean nothing: note"),
        ([entry(query=" ")], "Entry 1: 'query' must be a text"),
        ([entry(locale="xx")], "'xx' is none of the content languages"),
        ([entry(query="a" * 10_001)], "longer than 10000 letters"),
        ([entry(works=[WORK])], "'works' must be an object"),
        ([entry(works={"Brücke": 3})], "'Brücke' is no id of a work"),
        ([entry(works={WORK: 4})], "must be 0, 1, 2 or 3, not 4"),
        ([entry(works={WORK: True})], "must be 0, 1, 2 or 3, not True"),
        ([entry(works={WORK: 0})], "no work has a grade above 0"),
    ],
)
def test_a_file_that_cannot_be_used_is_explained(judge: Any, content: Any, said: str) -> None:
    with pytest.raises(CommandError, match=said):
        judge(content)


def test_a_file_that_is_not_there_is_explained(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("search_quality", tmp_path / "missing.json")


def test_judgements_about_other_content_are_refused(judge: Any, db: None) -> None:
    with pytest.raises(CommandError, match=rf"“Brücke”: work {WORK} is not published in “{LOCALE}”"):
        judge([entry()])


def test_an_engine_that_is_not_configured_is_refused(judge: Any, db: None) -> None:
    edition = make_edition("article", title="Die Brücke", locale=LOCALE)
    with pytest.raises(CommandError, match=r"'opensearch' is not configured here\. There is: database"):
        judge([entry(works={str(edition.key): 3})], engine="opensearch")


def test_figures_details_and_what_is_not_found_are_told(judge: Any, db: None) -> None:
    bridge, ferry = index(
        make_edition("article", title="Die Brücke", locale=LOCALE),
        make_edition("article", title="Die Fähre", locale=LOCALE),
    )
    queries = [
        entry(works={str(bridge.key): 3}),
        entry(query="Schwebebahn", works={str(ferry.key): 3}),
    ]
    told = judge(queries, details=True)
    assert f"{LOCALE:7}        2          0.500" in told
    assert f"database: nothing found for “Schwebebahn” ({LOCALE})" in told
    assert "–. [3] Die Fähre" in told
    with pytest.raises(CommandError, match="Not good enough"):
        judge(queries, at_least=0.4)
    assert judge(queries[:1], at_least=1.0)
