"""Dates that editors type as they are used to, instead of picking them from the calendar."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import PRESS_SECTION, SIGN_IN, type_title

pytestmark = pytest.mark.browser


def test_a_date_typed_the_german_way_is_not_replaced_by_today(running_site: str, browser_page: Page) -> None:
    page = browser_page
    page.goto(f"{running_site}/admin/login/")
    page.fill("input[name=username]", SIGN_IN[0])
    page.fill("input[name=password]", SIGN_IN[1])
    page.click("button[type=submit]")
    page.goto(f"{running_site}/admin/pages/add/articles/pressreleasepage/{PRESS_SECTION}/")
    type_title(page, "Vertrag unterzeichnet")
    for name, typed in (("date", "9.9.1991"), ("embargo_until", "24.12.2020 10:00")):
        page.fill(f"[name={name}]", typed)
        page.keyboard.press("Tab")
    page.locator("footer button.action-save").first.click()

    expect(page.locator("[data-contentpath=embargo_until] .error-message")).to_be_visible()  # it is over
    page.fill("[name=embargo_until]", "")
    page.locator("footer .w-dropdown__toggle").click()
    page.locator("button[name=action-publish]").click()
    page.wait_for_url(f"**/admin/pages/{PRESS_SECTION}/")
    rows = page.request.get(f"{running_site}/api/v1/articles/?locale=de").json()["results"]
    assert [row["date"] for row in rows] == ["1991-09-09"]
