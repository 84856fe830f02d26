"""A newsroom in three languages with people in it, on a server of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.migrated_database import ROOT, migrated_database

from ..conftest import wait_for

PASSWORD = "walks-through-a-day"
RELEASE = 2000
"""The primary key of the press release, a draft at first."""

PREPARE = """
from django.contrib.auth.models import Group
from wagtail.models import Locale, Site
from wagtail.users.models import UserProfile
from articles.models import ArticleIndexPage, PressReleasePage
from cms.core.models import User

people = {{
    "erika": ("Erika", "Schmidt", ["Editors", "Publishers"]),
    "emma": ("Emma", "Baker", ["Translators (en)"]),
    "irina": ("Irina", "Petrowa", ["Translators (ru)"]),
    "igor": ("Igor", "Sokolow", ["Translators (ru)"]),
    "maria": ("Maria", "Weiss", ["Moderators"]),
}}
for name, (first, last, groups) in people.items():
    user = User.objects.create_user(name, name + "@example.org", {password!r}, first_name=first, last_name=last)
    user.groups.set(Group.objects.filter(name__in=groups))
    UserProfile.objects.create(user=user, preferred_language="en")

home = Site.objects.get(is_default_site=True).root_page.specific
home.save_revision().publish()
index = ArticleIndexPage(title="Presse", slug="presse", locale=home.locale)
home.add_child(instance=index)
index.save_revision().publish()
for code, title in (("en", "Press"), ("ru", "Пресса")):
    locale = Locale.objects.get(language_code=code)
    for row, name in ((home, "Trilog"), (index, title)):
        if row.has_translation(locale):
            continue
        copy = row.copy_for_translation(locale, copy_parents=True)
        copy.title = name
        copy.save_revision().publish()
release = PressReleasePage(
    pk={release},
    title="Vierzig Jahre Freundschaft",
    slug="vierzig-jahre",
    kicker="Jubiläum",
    lead="Zwei Städte feirn ihr Jubiläum mit einem Fest am Rhein.",
    locale=home.locale,
    live=False,
    body=[
        {{"type": "heading", "value": {{"text": "Das Programm", "level": "h2"}}}},
        {{"type": "paragraph", "value": "<p>Am Samstag singen die Chöre.</p><p>Am Sonntag tagt der Rat.</p>"}},
    ],
)
index.refresh_from_db()
index.add_child(instance=release)
release.save_revision(user=User.objects.get(username="erika"))
"""


@dataclass(frozen=True)
class Newsroom:
    """The running site and its people."""

    address: str
    browser: Browser

    def sign_in(self, name: str) -> Page:
        """A window in which the person is signed in."""
        context = self.browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 1000})
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.goto(f"{self.address}/admin/login/")
        page.fill("input[name=username]", name)
        page.fill("input[name=password]", PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url("**/admin/")
        return page

    def submit(self, editor: Page, *codes: str) -> None:
        """Publishes the draft and gives it to the translators of these languages."""
        publish(editor, f"{self.address}/admin/pages/{RELEASE}/edit/")
        editor.goto(f"{self.address}/admin/localize/submit/page/{RELEASE}/")
        for name in codes:
            editor.get_by_label(name, exact=True).check()
        editor.locator("form:has(input[name=locales]) button[type=submit]").click()
        editor.wait_for_load_state("networkidle")

    def api(self, page: Page, path: str) -> dict[str, object]:
        """What the content API answers."""
        answer: dict[str, object] = page.request.get(f"{self.address}/api/v1/{path}").json()
        return answer


def publish(page: Page, address: str, **fields: str) -> None:
    """Opens the editor of a page, fills in what is given and publishes."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    for name, text in fields.items():
        page.fill(f"[name={name}]", text)
    page.locator("footer .w-dropdown__toggle").click()
    page.locator("button[name=action-publish]").click()
    page.wait_for_load_state("networkidle")


@contextmanager
def running_newsroom(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """The address of a server on which everybody has yet to begin."""
    database = folder / "db.sqlite3"
    shutil.copy(migrated_database(request.config.cache.mkdir("migrated")), database)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "MEDIA_ROOT": str(folder / "media"),
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
    }
    prepare = PREPARE.format(password=PASSWORD, release=RELEASE)
    manage = [sys.executable, "-W", "ignore", "manage.py"]
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
