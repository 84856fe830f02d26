"""Every page that we add to the admin passes axe-core, in every language of the admin, wide and narrow."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Page, sync_playwright

from tests.demo_site import DemoSite

from .screens import prepare, sign_in

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 768)

SPEAK = """
from cms.core.models import User
from wagtail.users.models import UserProfile
for user in User.objects.all():
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "{language}"
    profile.save()
"""


@pytest.fixture(scope="module")
def screens(running_demo: DemoSite) -> dict[str, str]:
    return prepare(running_demo)


@pytest.fixture(scope="module")
def admin(running_demo: DemoSite, chromium: str) -> Iterator[Page]:
    """A window in which the administrator is signed in."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context().new_page()
        page.set_default_timeout(60_000)
        sign_in(page, running_demo.address, "admin")
        yield page
        browser.close()


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_no_page_has_a_violation(running_demo: DemoSite, screens: dict[str, str], admin: Page, language: str) -> None:
    running_demo.manage("shell", "--verbosity", "0", "-c", SPEAK.format(language=language))
    found = []
    for name, path in screens.items():
        response = admin.goto(running_demo.address + path)
        assert response is not None
        assert response.ok, (name, path, response.status)
        admin.wait_for_load_state("networkidle")
        assert admin.locator("html").get_attribute("lang") == language
        for width in WIDTHS:
            admin.set_viewport_size({"width": width, "height": 1000})
            answer = Axe().run(admin, options={"runOnly": RULES, "resultTypes": ["violations"]})
            found += [
                f"{name} ({path}, {width} px): {violation['id']}: {violation['nodes'][0]['html']}"
                for violation in answer.response["violations"]
            ]
            wide = admin.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if wide > 0:
                found.append(f"{name} ({path}, {width} px): wider than the window by {wide} px")
    assert not found, "\n".join(found)
