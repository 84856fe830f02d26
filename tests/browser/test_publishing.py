"""The whole way: an editor types, a reader reads, an app fetches."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import PRESS_SECTION, SIGN_IN, type_title

pytestmark = pytest.mark.browser

TITLE = "Essen und Nischni Nowgorod erneuern ihre Partnerschaft"
LEAD = "Beide Städte wollen wieder Schulklassen austauschen."


def test_a_press_release_is_on_the_page_and_in_the_api_at_once(running_site: str, browser_page: Page) -> None:
    page = browser_page
    page.goto(f"{running_site}/admin/login/")
    page.fill("input[name=username]", SIGN_IN[0])
    page.fill("input[name=password]", SIGN_IN[1])
    page.click("button[type=submit]")

    assert page.request.get(f"{running_site}/api/v1/articles/?locale=de").json()["count"] == 0

    page.goto(f"{running_site}/admin/pages/{PRESS_SECTION}/add_subpage/")
    page.locator("a[href*='/articles/pressreleasepage/']").first.click()
    type_title(page, TITLE)
    page.fill("[name=lead]", LEAD)
    page.locator("footer .w-dropdown__toggle").click()
    page.locator("button[name=action-publish]").click()
    page.wait_for_url("**/admin/pages/*/")

    rows = page.request.get(f"{running_site}/api/v1/articles/?locale=de").json()["results"]
    assert [row["title"] for row in rows] == [TITLE]
    page.goto(rows[0]["url"])
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_text(LEAD)).to_be_visible()
