"""A real day: from the German draft to all languages on the site, with a typo found on the way."""

import pytest
from playwright.sync_api import Locator, Page, expect

from .newsroom import RELEASE, Newsroom, publish

pytestmark = pytest.mark.browser

TYPO = "Zwei Städte feirn ihr Jubiläum mit einem Fest am Rhein."
MENDED = "Zwei Städte feiern ihr Jubiläum mit einem Fest am Rhein."

RUSSIAN = {
    "Vierzig Jahre Freundschaft": "Сорок лет дружбы",
    "Jubiläum": "Юбилей",
    TYPO: "Два города отмечают юбилей праздником на Рейне.",
}
RUSSIAN_REST = {
    "Das Programm": "Программа",
    "Am Samstag singen die Chöre.": "В субботу поют хоры.",
    "Am Sonntag tagt der Rat.": "В воскресенье заседает совет.",
}
ENGLISH = {
    "Vierzig Jahre Freundschaft": "Forty years of friendship",
    "Jubiläum": "Anniversary",
    MENDED: "Two cities celebrate their anniversary with a feast on the Rhine.",
    "Das Programm": "The programme",
    "Am Samstag singen die Chöre.": "On Saturday the choirs sing.",
    "Am Sonntag tagt der Rat.": "On Sunday the council meets.",
}


def string(page: Page, source: str) -> Locator:
    """The row of the workbench whose source text is exactly this."""
    return page.locator("article.tw-string").filter(has=page.locator(".tw-source").get_by_text(source, exact=True))


def translate(page: Page, texts: dict[str, str]) -> None:
    """Types each translation and waits until it says that it is saved."""
    for source, text in texts.items():
        row = string(page, source)
        field = row.locator(".tw-target textarea").first
        field.fill(text)
        field.blur()
        expect(row.locator("[data-tw-state]")).to_contain_text("translated")
        expect(row.locator(".tw-state--untranslated")).to_have_count(0)


def open_target(page: Page, newsroom: Newsroom, code: str) -> None:
    """Goes where the inbox on the admin's home leads."""
    page.goto(f"{newsroom.address}/admin/")
    page.get_by_role("link", name="Vierzig Jahre Freundschaft").first.click()
    expect(page.locator(f".tw-target textarea[lang={code}]").first).to_be_visible()


def titles(page: Page, newsroom: Newsroom, code: str) -> list[str]:
    rows: list[dict[str, str]] = newsroom.api(page, f"articles/?locale={code}")["results"]  # type: ignore[assignment]
    return [row["title"] for row in rows]


def test_from_a_german_draft_to_three_languages(newsroom: Newsroom) -> None:
    # The editor publishes the German text and gives it to two translators.
    erika = newsroom.sign_in("erika")
    publish(erika, f"{newsroom.address}/admin/pages/{RELEASE}/edit/")
    assert titles(erika, newsroom, "de") == ["Vierzig Jahre Freundschaft"]
    erika.goto(f"{newsroom.address}/admin/localize/submit/page/{RELEASE}/")
    for box in erika.locator("input[name=locales]").all():
        box.check()
    for code, name in (("en", "Emma Baker (emma)"), ("ru", "Irina Petrowa (irina)")):
        chooser = erika.locator(f"select[name=assign-{code}-translator]")
        erika.locator("details", has=chooser).locator("summary").click()
        chooser.select_option(label=name)
    erika.locator("form:has(input[name=locales]) button[type=submit]").click()
    erika.wait_for_load_state("networkidle")
    assert titles(erika, newsroom, "ru") == titles(erika, newsroom, "en") == []

    # The Russian translator does half of it, hands it in and is told what is missing.
    irina = newsroom.sign_in("irina")
    open_target(irina, newsroom, "ru")
    translate(irina, RUSSIAN)
    expect(irina.locator("button[name=action][value=publish]")).to_have_count(0)
    irina.locator("button[name=action][value=submit]").click()
    missing = irina.locator(".tw-missing--refused")
    expect(missing).to_be_visible()
    for text in RUSSIAN_REST:
        expect(missing).to_contain_text(text)
    assert titles(irina, newsroom, "ru") == []

    # The editor finds a typo. Nothing of the translation is lost, one text is to be checked.
    publish(erika, f"{newsroom.address}/admin/pages/{RELEASE}/edit/", lead=MENDED)
    open_target(irina, newsroom, "ru")
    for source in ("Vierzig Jahre Freundschaft", "Jubiläum"):
        expect(string(irina, source).locator(".tw-target textarea").first).to_have_value(RUSSIAN[source])
    expect(irina.locator(".tw-proposal")).to_have_count(1)
    changed = string(irina, MENDED)
    expect(changed.locator("del")).to_contain_text("feirn")
    expect(changed.locator("ins")).to_contain_text("feiern")
    changed.locator("button[name=accept]").click()
    expect(string(irina, MENDED).locator(".tw-target textarea").first).to_have_value(RUSSIAN[TYPO])

    # Both finish and hand in.
    translate(irina, RUSSIAN_REST)
    irina.locator("button[name=action][value=submit]").click()
    irina.wait_for_load_state("networkidle")
    expect(irina.locator(".tw-missing--refused")).to_have_count(0)
    emma = newsroom.sign_in("emma")
    open_target(emma, newsroom, "en")
    translate(emma, ENGLISH)
    emma.locator("button[name=action][value=submit]").click()
    emma.wait_for_load_state("networkidle")
    expect(emma.locator(".tw-missing--refused")).to_have_count(0)
    assert titles(emma, newsroom, "ru") == titles(emma, newsroom, "en") == []

    # The moderator publishes both together.
    maria = newsroom.sign_in("maria")
    maria.goto(f"{newsroom.address}/admin/translations/release/articles/pressreleasepage/{RELEASE}/")
    for name in ("English", "Русский"):
        maria.locator("#plan-form").get_by_label(name).select_option("together")
    maria.locator("button[name=action][value=plan]").click()
    maria.locator("button[name=action][value=publish]").click()
    maria.wait_for_load_state("networkidle")

    # Readers and apps have it.
    assert titles(maria, newsroom, "en") == ["Forty years of friendship"]
    assert titles(maria, newsroom, "ru") == ["Сорок лет дружбы"]
    rows: list[dict[str, str]] = newsroom.api(maria, "articles/?locale=ru")["results"]  # type: ignore[assignment]
    detail = maria.request.get(rows[0]["api_url"]).json()
    assert {each["locale"]: each["state"] for each in detail["translations"]} == {
        "de": "current",
        "en": "current",
        "ru": "current",
    }
    maria.goto(rows[0]["url"])
    expect(maria.get_by_role("heading", level=1)).to_have_text("Сорок лет дружбы")
    expect(maria.get_by_text("В субботу поют хоры.")).to_be_visible()
    expect(maria.locator("html")).to_have_attribute("lang", "ru")
