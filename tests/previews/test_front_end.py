"""Wagtail's preview panel on a front end of one's own."""

import re
import time
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.signing import TimestampSigner
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Site
from wagtail.test.utils.form_data import querydict_from_html
from wagtail_headless_preview.models import PagePreview

from articles.models import PressReleasePage
from cms.core.models import User
from cms.previews import conf
from cms.previews.admin.addresses import share_address
from partnerships.models import Municipality
from tests import newsroom

from .conftest import Preview

FRONT_END = "https://front.example.org/{locale}/preview"


@pytest.fixture
def configured(settings) -> None:
    settings.HEADLESS_PREVIEW_URL = FRONT_END
    conf.load.cache_clear()


@pytest.fixture
def browser(client: Client, publisher: User) -> Client:
    client.force_login(publisher)
    return client


def _shown(browser: Client, row: Any) -> HttpResponse:
    """The latest draft, as the admin shows it."""
    if isinstance(row, PressReleasePage):
        return browser.get(reverse("wagtailadmin_pages:view_draft", args=[row.pk]))
    name = f"wagtailsnippets_partnerships_{row._meta.model_name}:revisions_view"
    return browser.get(reverse(name, args=[row.pk, row.get_latest_revision().pk]))


def _framed(response: HttpResponse) -> str:
    return unescape(re.search(r'<iframe src="([^"]*)"', response.content.decode())[1])


def _token(response: HttpResponse) -> str:
    return parse_qs(urlsplit(_framed(response)).query)["token"][0]


def test_without_a_front_end_the_site_shows_drafts(browser: Client, release: PressReleasePage) -> None:
    text = _shown(browser, release).content.decode()

    assert "Neuer Vorspann" in text
    assert not PagePreview.objects.exists()


@pytest.mark.usefixtures("configured")
def test_the_panel_frames_the_front_end(browser: Client, release: PressReleasePage, preview: Preview) -> None:
    response = _shown(browser, release)

    address = urlsplit(_framed(response))
    assert (address.scheme, address.netloc, address.path) == ("https", "front.example.org", "/de/preview")
    assert parse_qs(address.query)["content_type"] == ["articles.pressreleasepage"]
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"

    draft = preview(_token(response))
    assert draft.json()["title"] == "Neu"
    assert draft["Cache-Control"] == "no-store"


@pytest.mark.usefixtures("configured")
def test_library_entries_too(browser: Client, locales: dict, preview: Preview) -> None:
    town = Municipality(name="Kaluga", country="RU", locale=locales["en"], live=False)
    town.save()
    town.name = "Kaluga draft"
    town.save_revision()

    response = _shown(browser, town)

    assert _framed(response).startswith("https://front.example.org/en/preview?")
    assert preview(_token(response)).json()["title"] == "Kaluga draft"


@pytest.mark.usefixtures("configured")
def test_what_is_being_typed(browser: Client, release: PressReleasePage, preview: Preview) -> None:
    """Nothing has been saved: the panel's form is what is shown."""
    release.title = "Getippt"

    token = _token(release.make_preview_request())

    assert preview(token).json()["title"] == "Getippt"
    assert PressReleasePage.objects.get(pk=release.pk).title == "Alt"


@pytest.mark.usefixtures("configured")
def test_a_page_that_was_never_saved(release: PressReleasePage, preview: Preview) -> None:
    index = release.get_parent()
    page = PressReleasePage(title="Ganz neu", slug="ganz-neu", locale=index.locale, date=release.date)
    page.depth, page.path = index.depth + 1, index.get_last_child()._inc_path()
    page.set_url_path(index)

    token = _token(page.make_preview_request())

    assert preview(token).json()["title"] == "Ganz neu"


@pytest.mark.usefixtures("configured")
def test_translations_in_progress(
    browser: Client, release: PressReleasePage, submit: Callable[..., Any], preview: Preview
) -> None:
    translation = submit(release, "en")

    response = browser.get(reverse("wagtail_localize:preview_translation", args=[translation.pk]))

    assert "/en/preview?" in _framed(response)
    assert preview(_token(response)).json()["locale"] == "en"


@pytest.mark.usefixtures("configured")
def test_the_token_expires(browser: Client, release: PressReleasePage, preview: Preview, monkeypatch) -> None:
    token = _token(_shown(browser, release))
    later = time.time() + 61 * 60
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)

    assert preview(token).status_code == 404


@pytest.mark.usefixtures("configured")
def test_the_token_goes_with_the_page(browser: Client, release: PressReleasePage, preview: Preview) -> None:
    token = _token(_shown(browser, release))
    release.delete()

    assert preview(token).status_code == 404


@pytest.mark.usefixtures("configured")
def test_forged_tokens_show_nothing(browser: Client, release: PressReleasePage, preview: Preview) -> None:
    token = _token(_shown(browser, release))
    PagePreview.objects.create(token="1-2-3", content_type=release.content_type, content_json=release.to_json())

    for forged in ("1-2-3", token + "x", TimestampSigner(salt="headlesspreview.token").sign("id=1")):
        assert preview(forged).status_code == 404


def test_tokens_are_worth_nothing_once_the_front_end_is_gone(
    browser: Client, release: PressReleasePage, preview: Preview, settings
) -> None:
    settings.HEADLESS_PREVIEW_URL = FRONT_END
    conf.load.cache_clear()
    token = _token(_shown(browser, release))
    settings.HEADLESS_PREVIEW_URL = ""
    conf.load.cache_clear()

    assert preview(token).status_code == 404


@pytest.mark.usefixtures("configured")
def test_the_panel_s_token_is_no_link_for_others(browser: Client, release: PressReleasePage) -> None:
    token = _token(_shown(browser, release))

    assert Client().get("/preview/", {"token": token}).status_code == 410


@pytest.mark.usefixtures("configured")
def test_the_panel_itself(browser: Client, release: PressReleasePage, preview: Preview, administrator: User) -> None:
    """The panel posts its form, then loads the preview."""
    browser.force_login(administrator)
    editor = browser.get(reverse("wagtailadmin_pages:edit", args=[release.pk])).content.decode()
    form = querydict_from_html(editor, form_id="page-edit-form")
    form["title"], form["body-count"] = "Im Formular", "0"
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[release.pk])

    posted = browser.post(address, form.urlencode(), content_type="application/x-www-form-urlencoded")

    assert posted.json() == {"is_valid": True, "is_available": True}
    shown = browser.get(address, {"in_preview_panel": "true"})
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    assert preview(_token(shown)).json()["title"] == "Im Formular"


@pytest.mark.usefixtures("configured")
def test_each_editor_s_panel_shows_their_own_text(release: PressReleasePage, preview: Preview) -> None:
    tokens = []
    for title in ("Eins", "Zwei"):
        release.title = title
        tokens.append(_token(release.make_preview_request()))

    assert [preview(token).json()["title"] for token in tokens] == ["Eins", "Zwei"]


@pytest.mark.usefixtures("configured")
def test_only_a_few_are_kept(browser: Client, release: PressReleasePage) -> None:
    town = newsroom.municipality("Essen")
    town.save_revision()
    _shown(browser, town)
    for _number in range(12):
        _shown(browser, release)

    assert PagePreview.objects.count() == 5 + 1


@pytest.mark.usefixtures("configured")
def test_shared_links_lead_there_too(browser: Client, release: PressReleasePage, preview: Preview) -> None:
    text = browser.post(share_address(release), {"days": "1"}, follow=True).content.decode()

    token = re.search(r"https://front\.example\.org/de/preview\?token=([\w.-]+)", text)[1]
    assert preview(token).json()["title"] == "Neu"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HEADLESS_PREVIEW_URL", "front.example.org"),
        ("HEADLESS_PREVIEW_URL", "ftp://front.example.org/"),
        ("HEADLESS_PREVIEW_URL", "http://front.example.org/"),
        ("HEADLESS_PREVIEW_URL", "https://front.example.org/#preview"),
        ("HEADLESS_PREVIEW_MINUTES", 0),
        ("HEADLESS_PREVIEW_MINUTES", 100_000),
    ],
)
def test_a_wrong_setting_stops_the_start(settings, name: str, value: Any) -> None:
    setattr(settings, name, value)
    conf.load.cache_clear()

    with pytest.raises(ImproperlyConfigured, match=name):
        conf.load()


def test_a_front_end_on_this_machine_may_do_without_tls(settings, site: Site) -> None:
    settings.HEADLESS_PREVIEW_URL = "http://localhost:3000/preview?mode=draft"
    conf.load.cache_clear()

    assert conf.load().front_end_address("x", "de") == "http://localhost:3000/preview?mode=draft&token=x"
