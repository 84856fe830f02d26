"""What an app's developer does: types are made from the running API's description, a client is compiled and run."""

import json
import shutil
import subprocess
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tests.demo_site import DemoSite

FOLDER = Path(__file__).parent
LOCALES = ("de", "en", "ru")


def get(site: DemoSite, path: str) -> Any:
    with urllib.request.urlopen(f"{site.address}/api/v1/{path}", timeout=30) as response:
        return json.load(response)


def run(*command: str) -> str:
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def told(node: str, tools: Path, running_demo: DemoSite) -> dict[str, Any]:
    """What the client says about the demo, once it has been compiled strictly against the live description."""
    shutil.rmtree(FOLDER / "build", ignore_errors=True)
    description = f"{running_demo.address}/api/v1/schema/"
    run(node, str(tools / "openapi-typescript/bin/cli.js"), description, "--output", "build/schema.d.ts")
    run(node, str(tools / "typescript/bin/tsc"), "--project", ".")
    return json.loads(run(node, "build/client.js", running_demo.address))


def test_it_knows_the_languages(told: dict[str, Any]) -> None:
    assert told["locales"] == ["de Deutsch", "en English", "ru Русский"]


def test_a_list_holds_every_work_and_says_what_is_in_another_language(
    told: dict[str, Any], running_demo: DemoSite
) -> None:
    works = {row["key"] for code in LOCALES for row in get(running_demo, f"articles/?locale={code}")["results"]}

    assert len(told["headlines"]) == len(works)
    assert [line for line in told["headlines"] if line.endswith(" [de]")]
    assert [line for line in told["headlines"] if not line.endswith("]")]


def test_it_tells_kinds_and_blocks_apart(told: dict[str, Any]) -> None:
    articles = told["articles"].values()

    assert any(article["particulars"].endswith(" signatures") for article in articles)
    assert any(article["particulars"] == "embargo until never" for article in articles)
    seen = {name: text for article in articles for name, text in article["blocks"].items()}
    assert seen.keys() >= {"heading", "paragraph", "quote", "image", "table", "timeline", "partnership"}
    assert seen["heading"].startswith("## ")
    assert seen["table"].endswith(" rows")
    assert all(text and "undefined" not in text for text in seen.values())


def test_it_walks_through_everything_once(told: dict[str, Any], running_demo: DemoSite) -> None:
    rows = get(running_demo, "articles/?locale=de&limit=100")["results"]

    assert told["walked"] == [f"{row['key']} {row['locale']}" for row in rows]


def test_the_log_alone_tells_what_is_published(told: dict[str, Any], running_demo: DemoSite) -> None:
    published = set()
    for path in ("articles", "partnerships", "municipalities", "conferences", "pages"):
        for code in LOCALES:
            rows = get(running_demo, f"{path}/?locale={code}&limit=100")["results"]
            published |= {f"{row['type']} {row['key']} {row['locale']}" for row in rows}

    assert set(told["editions"]) == published
    assert int(told["cursor"]) >= len(published)


def test_a_date_is_told_in_every_language(told: dict[str, Any], running_demo: DemoSite) -> None:
    key = get(running_demo, "partnerships/?q=Essen")["results"][0]["key"]

    assert told["since"] == {
        code: get(running_demo, f"partnerships/{key}/?locale={code}")["since"]["text"] for code in LOCALES
    }
    assert len(set(told["since"].values())) > 1


def test_it_finds_what_stands_at_an_address_and_what_was_wrong(told: dict[str, Any]) -> None:
    assert told["resolved"].partition(": ")[0] in {"press_release", "solidarity_letter", "conference_report"}
    assert told["refused"] == ["limit"]


def test_the_lock_file_names_no_server() -> None:
    lock = json.loads((FOLDER / "package-lock.json").read_text())

    assert not [name for name, package in lock["packages"].items() if "resolved" in package]
    assert all(package.get("integrity") for name, package in lock["packages"].items() if name)
