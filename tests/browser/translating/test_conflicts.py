"""What two people at the same work see of each other: every conflict in words, and nothing lost."""

import pytest
from playwright.sync_api import Locator, Page, expect

from .newsroom import RELEASE, Newsroom

pytestmark = pytest.mark.browser


def row(page: Page, source: str) -> Locator:
    return page.locator("article.tw-string").filter(has=page.locator(".tw-source").get_by_text(source, exact=True))


def field(page: Page, source: str) -> Locator:
    return row(page, source).locator(".tw-target textarea").first


def open_russian(page: Page, newsroom: Newsroom) -> None:
    page.goto(f"{newsroom.address}/admin/reports/translations/")
    page.locator("a[href*='/edit/']", has_text="draft").first.click()
    expect(page.locator(".tw-target textarea").first).to_be_visible()


def test_nobody_overwrites_anybody(newsroom: Newsroom) -> None:
    erika = newsroom.sign_in("erika")
    newsroom.submit(erika, "Русский")
    irina, igor = newsroom.sign_in("irina"), newsroom.sign_in("igor")
    for page in (irina, igor):
        open_russian(page, newsroom)

    # Two translators type into the same text.
    field(irina, "Jubiläum").fill("Юбилей")
    field(irina, "Jubiläum").blur()
    expect(row(irina, "Jubiläum").locator(".tw-state--translated")).to_be_visible()
    field(igor, "Jubiläum").fill("Годовщина")
    field(igor, "Jubiläum").blur()
    trouble = row(igor, "Jubiläum").locator("[data-tw-trouble]")
    expect(trouble).to_contain_text("Irina Petrowa")
    expect(trouble).to_contain_text("Юбилей")
    expect(field(igor, "Jubiläum")).to_have_value("Годовщина")
    irina.reload()
    expect(field(irina, "Jubiläum")).to_have_value("Юбилей")

    # The editor locks the target: what is typed afterwards is not saved, and that is said.
    target = irina.url.split("/pages/")[1].split("/")[0]
    erika.goto(f"{newsroom.address}/admin/pages/{target}/edit/")
    token = erika.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value") or ""
    locked = erika.request.post(
        f"{newsroom.address}/admin/pages/{target}/lock/",
        form={"csrfmiddlewaretoken": token},
        headers={"Referer": newsroom.address},
    )
    assert locked.ok
    field(irina, "Das Programm").fill("Программа")
    field(irina, "Das Programm").blur()
    expect(row(irina, "Das Programm")).to_contain_text("Erika Schmidt")
    expect(field(irina, "Das Programm")).to_have_value("Программа")
    unlocked = erika.request.post(
        f"{newsroom.address}/admin/pages/{target}/unlock/",
        form={"csrfmiddlewaretoken": token},
        headers={"Referer": newsroom.address},
    )
    assert unlocked.ok

    # The editor deletes the source while somebody translates it.
    erika.goto(f"{newsroom.address}/admin/pages/{RELEASE}/delete/")
    erika.locator("form button[type=submit], form input[type=submit]").last.click()
    erika.wait_for_load_state("networkidle")
    field(irina, "Das Programm").fill("Программа праздника")
    field(irina, "Das Programm").blur()
    expect(row(irina, "Das Programm").locator("[data-tw-trouble]")).not_to_be_empty()
    expect(field(irina, "Das Programm")).to_have_value("Программа праздника")
    response = irina.reload()
    assert response is not None
    assert response.ok
    assert newsroom.api(irina, "articles/?locale=ru")["count"] == 0
