"""A running site with a database of its own, and a browser that has never seen it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.migrated_database import ROOT, migrated_database

PRESS_SECTION = 1000
"""The primary key of the page below which press releases stand."""

SIGN_IN = ("publisher", "publishes-press-releases")

CREATE_PUBLISHER = """
from django.contrib.auth.models import Group
from cms.core.models import User
user = User.objects.create_user({name!r}, "publisher@example.org", {password!r})
user.groups.set(Group.objects.filter(name__in=["Editors", "Publishers"]))
from wagtail.models import Site
from articles.models import ArticleIndexPage
home = Site.objects.get(is_default_site=True).root_page.specific
home.add_child(instance=ArticleIndexPage(pk={section}, title="Presse", slug="presse", locale=home.locale))
"""


@pytest.fixture(scope="module")
def running_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with an empty press section and one publisher (`SIGN_IN`)."""
    folder = tmp_path_factory.mktemp("site")
    database = folder / "db.sqlite3"
    shutil.copy(migrated_database(request.config.cache.mkdir("migrated")), database)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "MEDIA_ROOT": str(folder / "media"),
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
        "PYTHONWARNINGS": "default",
    }
    manage = [sys.executable, "manage.py"]
    prepare = CREATE_PUBLISHER.format(name=SIGN_IN[0], password=SIGN_IN[1], section=PRESS_SECTION)
    subprocess.run([*manage, "shell", "--verbosity", "0", "-c", prepare], cwd=ROOT, env=environment, check=True)
    with subprocess.Popen(
        [*manage, "runserver", "--noreload", "--insecure", f"127.0.0.1:{port}"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/healthz/")
            yield address
        finally:
            server.terminate()


def type_title(page: Page, title: str) -> None:
    """Types a title as a person does: when the form's scripts are there, which make an address of it."""
    page.wait_for_load_state("networkidle")
    page.fill("[name=title]", title)
    page.locator("[name=title]").press("Tab")
    expect(page.locator("[name=slug]")).not_to_have_value("")


def wait_for(address: str) -> None:
    """Returns as soon as the address answers. Raises TimeoutError after a minute."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise TimeoutError(f"{address} does not answer")


@pytest.fixture
def browser_page(chromium: str) -> Iterator[Page]:
    """A fresh browser window that speaks German."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 1000})
        page = context.new_page()
        page.set_default_timeout(30_000)
        yield page
        context.close()
        browser.close()
