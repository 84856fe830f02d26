"""Takes the pictures of the documentation from the running demo: ``python -m tests.browser.pictures``."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import django
from playwright.sync_api import sync_playwright

from tests.demo_site import DemoSite, demo_site, running
from tests.migrated_database import ROOT

from .screens import prepare, sign_in

FOLDER = ROOT / "docs" / "images"
CACHE = ROOT / ".pytest_cache" / "d" / "demo"
WINDOW = {"width": 1280, "height": 860}

SPEAK_ENGLISH = """
from cms.core.models import User
from wagtail.users.models import UserProfile
for user in User.objects.all():
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "en"
    profile.save()
"""

PICTURES = {
    "translator-ru": {
        "inbox": ("inbox on the home", ""),
        "workbench": ("workbench of a page", ""),
        "proposal": ("workbench with a proposal", ".tw-proposal"),
        "what-has-changed": ("what has changed", ""),
    },
    "publisher": {
        "submitting": ("submitting", ""),
        "matrix": ("matrix", ""),
        "joint-publication": ("joint publication", ""),
    },
}
"""For each person: name of the file, the page, and what is to be in the middle."""


def main() -> None:
    """Loads the demo where it has not been loaded, runs it, and replaces the pictures."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
    django.setup()
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, running(demo_site(CACHE), Path(folder) / "site") as site:
        paths = prepare(site)
        site.manage("shell", "--verbosity", "0", "-c", SPEAK_ENGLISH)
        for username, pictures in PICTURES.items():
            take(site, username, {name: (paths[page], middle) for name, (page, middle) in pictures.items()})


def take(site: DemoSite, username: str, pictures: dict[str, tuple[str, str]]) -> None:
    """Signs in and takes one person's pictures."""
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(viewport=WINDOW, locale="en-GB").new_page()
        page.set_default_timeout(60_000)
        sign_in(page, site.address, username)
        for name, (path, middle) in pictures.items():
            page.goto(site.address + path)
            page.wait_for_load_state("networkidle")
            if middle:
                page.locator(middle).first.evaluate("element => element.scrollIntoView({block: 'center'})")
            page.screenshot(path=FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
