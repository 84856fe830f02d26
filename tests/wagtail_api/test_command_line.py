"""Wagtail's command line client against a running site."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from articles.models import ArticleIndexPage
from cms.core.models import User
from cms.publishing.models import Edition

CLIENT = Path(sys.executable).with_name("wt")


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("switched_on")
def test_it_lists_creates_and_publishes(
    live_server: LiveServer, index: ArticleIndexPage, administrator: User, token_for, tmp_path: Path
) -> None:
    surroundings = {
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
        "WAGTAIL_CLI_BASE_URL": f"{live_server.url}/api/wagtail/v3/",
        "WAGTAIL_CLI_TOKEN": token_for(administrator),
    }

    def wt(*arguments: str) -> Any:
        command = [str(CLIENT), "--json", "api", *arguments]
        done = subprocess.run(command, env=surroundings, cwd=tmp_path, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr + done.stdout
        return json.loads(done.stdout)

    listed = wt("pages", "list", "--type", "articles.ArticleIndexPage")
    assert [page["title"] for page in listed["items"]] == ["Presse"]

    created = wt("pages", "create", "articles.PressReleasePage", "--parent", "/de/presse/", "--title", "Vom Terminal")
    assert not Edition.objects.filter(object_id=str(created["id"])).exists()

    wt("pages", "publish", str(created["id"]))
    assert Edition.objects.get(object_id=str(created["id"])).title == "Vom Terminal"
    assert wt("pages", "get", str(created["id"]))["meta"]["parent"]["id"] == index.pk
