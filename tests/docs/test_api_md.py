"""docs/api.md says what is so: its examples are run one after the other against the demo, as a reader would."""

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cms.webhooks.signing import generate_secret, signed_headers
from tests.demo_site import DemoSite
from tests.migrated_database import ROOT

from .examples import ADDRESS, Example, differences, examples, output_of

PAGE = ROOT / "docs/api.md"
EXAMPLES = tuple(examples(PAGE.read_text(encoding="utf-8")))
SECRET = generate_secret()
DRAFT = "arbeitsprogramm-2027"

PREPARE = f"""
from django.contrib.auth import get_user_model
from articles.models import ArticlePage
from cms.api.keys import issue
from cms.api.models import ApiKey
from cms.previews.sharing import share
from cms.previews.tokens import token_of
from search.engines.database.index import DatabaseFollower
from search.suggestions import SuggestionFollower
for follower in (DatabaseFollower(), SuggestionFollower()):
    follower.catch_up()
editor = get_user_model().objects.get(username="editor")
page = ArticlePage.objects.get(slug={DRAFT!r}, locale__language_code="de").specific
print(token_of(share(page, editor, days=1)))
client = ApiKey(name="documentation", scopes=["restricted"])
print(issue(client))
client.save()
"""

EDIT = """
from articles.models import PressReleasePage
from partnerships.models import Municipality
changed, gone = PressReleasePage.objects.live().filter(locale__language_code="de").order_by("pk")[:2]
changed.title = "Ein neuer Titel"
changed.save_revision().publish()
gone.unpublish()
"""


@pytest.fixture(scope="module")
def environment(running_demo: DemoSite) -> dict[str, str]:
    """What examples find: a preview's token, an API key, a webhook's secret."""
    token, key = running_demo.manage("shell", "--verbosity", "0", "-c", PREPARE).split()
    return os.environ | {"TOKEN": token, "API_KEY": key, "WEBHOOK_SECRET": SECRET}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the examples save what they save."""
    return tmp_path_factory.mktemp("examples")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"line-{example.line}")
def test_an_example_shows_what_happens(
    example: Example, node: str, curl: str, running_demo: DemoSite, folder: Path, environment: dict[str, str]
) -> None:
    output = output_of(example, running_demo.address, folder, environment)

    assert differences(example, output) == []


def test_the_page_shows_every_kind_of_example() -> None:
    assert {example.language for example in EXAMPLES} == {"sh", "js", "python"}
    assert sum(bool(example.shown) for example in EXAMPLES) > 10
    assert {example.file_name for example in EXAMPLES} >= {"mirror.mjs", "receiver.mjs", "receiver.py"}


def saved(name: str, folder: Path, address: str) -> Path:
    """An example of the page as the file that it is to be saved as."""
    example = next(example for example in EXAMPLES if example.file_name == name)
    output_of(example, address, folder, {})
    return folder / name


def published(site: DemoSite) -> dict[str, Any]:
    """Every edition, read from the lists' works one by one."""

    def get(address: str) -> Any:
        with urllib.request.urlopen(address, timeout=30) as response:
            return json.load(response)

    editions = {}
    for path in ("articles", "partnerships", "municipalities", "conferences", "pages"):
        for code in ("de", "en", "ru"):
            rows = get(f"{site.address}/api/v1/{path}/?locale={code}&limit=100&fields=key,api_url")["results"]
            editions |= {f"{row['key']} {code}": get(row["api_url"]) for row in rows}
    return editions


def test_the_mirror_equals_the_site_also_after_changes_and_removals(
    node: str, running_demo: DemoSite, tmp_path: Path
) -> None:
    script = saved("mirror.mjs", tmp_path, running_demo.address)

    def mirror() -> dict[str, Any]:
        subprocess.run([node, script], cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)
        return json.loads((tmp_path / "mirror.json").read_text())["editions"]

    before = mirror()
    assert before == published(running_demo)

    running_demo.manage("shell", "--verbosity", "0", "-c", EDIT)
    after = mirror()

    assert after == published(running_demo)
    assert len(after) < len(before)
    assert "Ein neuer Titel" in {edition["title"] for edition in after.values()}


def test_a_mirror_from_a_log_that_is_gone_begins_anew(node: str, running_demo: DemoSite, tmp_path: Path) -> None:
    script = saved("mirror.mjs", tmp_path, running_demo.address)
    (tmp_path / "mirror.json").write_text(json.dumps({"cursor": "99999999", "editions": {"x de": {"title": "gone"}}}))

    subprocess.run([node, script], cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)

    assert json.loads((tmp_path / "mirror.json").read_text())["editions"] == published(running_demo)


BODY = '{"type": "article.published", "data": {"api_url": "https://example.org/ä"}}'


def _signed(*secrets: str, minutes_ago: float = 0, **changed: str | None) -> dict[str, str]:
    headers = signed_headers("msg_1", datetime.now(UTC) - timedelta(minutes=minutes_ago), BODY, secrets)
    changes = {f"webhook-{name}": value for name, value in changed.items()}
    return {name: value for name, value in (headers | changes).items() if value is not None}


ACCEPTED = {
    "signed": lambda: _signed(SECRET),
    "signed with two secrets, ours first": lambda: _signed(SECRET, generate_secret()),
    "signed with two secrets, ours last": lambda: _signed(generate_secret(), SECRET),
}
REFUSED = {
    "another secret": lambda: _signed(generate_secret()),
    "an hour ago": lambda: _signed(SECRET, minutes_ago=60),
    "in an hour": lambda: _signed(SECRET, minutes_ago=-60),
    "another message": lambda: _signed(SECRET, id="msg_2"),
    "no time": lambda: _signed(SECRET, timestamp="soon"),
    "an empty signature": lambda: _signed(SECRET, signature="v1,"),
    "no signature at all": lambda: _signed(SECRET, signature=None),
    "nonsense": lambda: _signed(SECRET, signature="nonsense v1,????"),
    "nothing": dict,
}


@pytest.fixture(scope="module")
def receiver(node: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page's receiver in JavaScript."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    script = saved("receiver.mjs", tmp_path_factory.mktemp("receiver"), ADDRESS)
    with subprocess.Popen([node, script], env=os.environ | {"WEBHOOK_SECRET": SECRET, "PORT": port}) as server:
        try:
            _wait_for_port(int(port))
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def _wait_for_port(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nobody listens on {port}")


@pytest.mark.parametrize("case", [*ACCEPTED, *REFUSED])
def test_the_receivers_believe_us_and_nobody_else(
    case: str, receiver: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    headers = (ACCEPTED | REFUSED)[case]()  # now: the time counts
    request = urllib.request.Request(receiver, BODY.encode(), headers, method="POST")
    try:
        status = urllib.request.urlopen(request, timeout=10).status
    except urllib.error.HTTPError as error:
        status = error.code
        error.close()
    assert status == (204 if case in ACCEPTED else 401)

    monkeypatch.setenv("WEBHOOK_SECRET", SECRET)
    namespace: dict[str, Any] = {}
    exec(saved("receiver.py", tmp_path, ADDRESS).read_text(), namespace)
    if case in ACCEPTED:
        assert namespace["message"](headers, BODY.encode())["type"] == "article.published"
    else:
        with pytest.raises(Exception, match=r"."):
            namespace["message"](headers, BODY.encode())
