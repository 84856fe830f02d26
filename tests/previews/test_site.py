"""The page of the site that shows a shared draft."""

from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Site

from articles.models import PressReleasePage
from cms.core.models import User
from cms.previews.models import PreviewGrant
from cms.previews.sharing import share
from cms.previews.tokens import token_of
from tests import newsroom


def _page(client: Client, token: str) -> BeautifulSoup:
    response = client.get("/preview/", {"token": token})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_it_looks_like_the_page_that_it_will_be(client: Client, token: str) -> None:
    page = _page(client, token)

    assert page.h1.get_text() == "Neu"
    assert "Neuer Vorspann" in page.get_text()
    assert page.find("nav", class_="navigation") or page.find("header")
    assert page.find("meta", {"name": "robots"})["content"] == "noindex"
    assert page.find("link", rel="canonical") is None


def test_it_says_that_it_is_a_preview_and_until_when(client: Client, token: str, grant: PreviewGrant) -> None:
    banner = _page(client, token).find("aside", class_="shared-preview").get_text(" ", strip=True)

    assert str(grant.expires_at.year) in banner
    assert banner.startswith(("Vorschau", "Preview"))


def test_titles_and_notes_are_text(client: Client, release: PressReleasePage, publisher: User) -> None:
    release.title = "<script>alert(1)</script>"
    release.save_revision()

    text = client.get("/preview/", {"token": token_of(share(release, publisher, days=1, note="<b>x</b>"))}).content

    assert b"<script>alert" not in text
    assert b"<b>x" not in text
    assert b"&lt;script&gt;alert(1)" in text


def test_it_speaks_the_draft_s_language(client: Client, publisher: User, site: Site) -> None:
    english = newsroom.home_page(site).get_translations().get(locale__language_code="en").specific
    english.title = "Draft"
    english.save_revision()

    response = client.get(
        "/preview/", {"token": token_of(share(english, publisher, days=1))}, headers={"Accept-Language": "ru"}
    )

    assert response["Content-Language"] == "en"
    assert BeautifulSoup(response.content, "html.parser").html["lang"] == "en"


def test_lists_on_it_go_on_with_the_token(client: Client, publisher: User, release: PressReleasePage) -> None:
    index = release.get_parent().specific
    for number in range(25):
        newsroom.press_release(index, f"Meldung {number}", slug=f"meldung-{number}")
    token = token_of(share(index, publisher, days=1))

    page = _page(client, token)

    following = page.find("a", rel="next")["href"]
    assert client.get(f"/preview/{following}").status_code == 200
    form = page.find("form", class_="filters")
    assert form.find("input", {"name": "token"})["value"] == token


def test_editors_get_no_user_bar(client: Client, token: str, administrator: User) -> None:
    """It is to be seen as the person sees it who gets the link."""
    client.force_login(administrator)

    assert _page(client, token).find("wagtail-userbar") is None


def test_it_is_only_read(client: Client, token: str) -> None:
    assert client.post(f"/preview/?token={token}").status_code == 405
    assert client.head("/preview/", {"token": token}).status_code == 200


def test_the_end_is_told_in_the_reader_s_language(client: Client, site: Site) -> None:
    response = client.get("/preview/", {"token": "x"}, headers={"Accept-Language": "en"})

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 410
    assert page.html["lang"] == "en"
    assert "There is no preview behind this link." in page.get_text()
