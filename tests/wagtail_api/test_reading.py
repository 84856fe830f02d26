"""What Wagtail's API tells, and to whom."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from articles.models import ArticleIndexPage, PressReleasePage
from cms.core.models import User
from tests import newsroom

from .conftest import Call


def test_it_is_off_by_default(client: Client, administrator: User, token_for) -> None:
    response = client.get("/api/wagtail/v3/pages/", headers={"Authorization": f"Bearer {token_for(administrator)}"})

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["pages/", "pages/1/", "images/", "documents/", "locales/", "openapi.json", "docs/"])
def test_strangers_learn_nothing(call: Call, release: PressReleasePage, path: str) -> None:
    for token in ("", "wrong"):
        response = call("get", path, token)
        assert response.status_code == 401, path
        assert response["WWW-Authenticate"] == "Bearer"
        assert "Meldung" not in response.content.decode()


def test_a_sign_in_of_the_admin_does_not_count(call: Call, client: Client, administrator: User) -> None:
    client.force_login(administrator)

    assert call("get", "pages/").status_code == 401


def test_tokens_of_those_who_left_do_not_count(call: Call, administrator: User, token_for) -> None:
    token = token_for(administrator)
    assert call("get", "whoami/", token).status_code == 200

    administrator.is_active = False
    administrator.save()
    assert call("get", "whoami/", token).status_code == 401

    stranger = User.objects.create_user("stranger", "stranger@example.org", "stranger")
    assert call("get", "images/", token_for(stranger)).status_code == 403


def test_editors_read(call: Call, release: PressReleasePage, member, token_for) -> None:
    token = token_for(member("Publishers"))

    listed = call("get", "pages/", token, type="articles.PressReleasePage")
    assert [item["title"] for item in listed.json()["items"]] == ["Meldung"]
    page = call("get", f"pages/{release.pk}/", token).json()
    assert page["meta"]["parent"]["title"] == "Presse"
    assert page["meta"]["html_url"] == "http://testserver/de/presse/meldung/"
    assert call("get", "whoami/", token).json()["groups"] == ["Publishers"]


def test_nothing_of_it_is_stored_by_caches(
    call: Call, release: PressReleasePage, administrator: User, token_for
) -> None:
    assert call("get", f"pages/{release.pk}/", token_for(administrator))["Cache-Control"] == "no-store"
    assert call("get", "pages/")["Cache-Control"] == "no-store"


def test_locales_are_there_though_another_app_stands_in_for_wagtail_s(
    call: Call, administrator: User, token_for, site
) -> None:
    locales = call("get", "locales/", token_for(administrator)).json()

    assert {item["language_code"] for item in locales["items"]} == {"de", "en", "ru"}


def test_a_page_that_one_may_not_look_up_is_not_named(call: Call, release: PressReleasePage, member, token_for) -> None:
    """Wagtail names the parent and the original of an alias whether or not they are published."""
    index = release.get_parent().specific
    hidden = newsroom.press_release(index, "Geheim", slug="geheim", live=False)
    translator = member("Translators (ru)")
    home = newsroom.home_page(release.get_site()).get_translations().get(locale__language_code="ru")
    alias = hidden.create_alias(parent=home, update_locale=home.locale, update_slug="alias")
    alias.title = "Псевдоним"
    alias.save()
    token = token_for(translator)

    page = call("get", f"pages/{alias.pk}/", token).json()
    assert page["title"] == "Псевдоним"
    assert page["meta"]["alias_of"] is None
    assert "Geheim" not in str(page)
    home_page = call("get", f"pages/{home.pk}/", token).json()
    assert home_page["meta"]["parent"] is None

    allowed = call("get", f"pages/{alias.pk}/", token_for(member("Publishers"))).json()
    assert allowed["meta"]["alias_of"]["title"] == "Geheim"


def test_revisions_name_nothing_hidden_either(call: Call, release: PressReleasePage, member, token_for) -> None:
    home = newsroom.home_page(release.get_site()).get_translations().get(locale__language_code="ru")
    revision = home.specific.save_revision()
    token = token_for(member("Translators (ru)"))

    detail = call("get", f"pages/{home.pk}/revisions/{revision.pk}/", token).json()

    assert detail["content_object"]["meta"]["parent"] is None


@pytest.mark.parametrize("path", ["/de/presse/meldung/", "de/presse/meldung", "/presse/meldung/"])
def test_a_page_is_found_by_its_address(
    call: Call, release: PressReleasePage, administrator: User, token_for, path: str
) -> None:
    response = call("get", "pages/find/", token_for(administrator), html_path=path)

    assert response.status_code == 302
    assert response["Location"].startswith(f"/api/wagtail/v3/pages/{release.pk}/")


def test_an_address_without_a_page_is_not_found(call: Call, administrator: User, token_for, site) -> None:
    for path in ("/de/nirgends/", "/en/presse/", "/xx/", "/"):
        found = call("get", "pages/find/", token_for(administrator), html_path=path)
        assert found.status_code == (302 if path == "/" else 404), path


def test_other_branches_are_closed_to_translators(call: Call, release: PressReleasePage, member, token_for) -> None:
    token = token_for(member("Translators (ru)"))

    assert call("get", f"pages/{release.pk}/", token).status_code == 404
    assert "Meldung" not in call("get", "pages/", token).content.decode()
    assert call("get", "pages/find/", token, html_path="/de/presse/meldung/").status_code == 404


def test_library_entries_are_not_offered(call: Call, administrator: User, token_for, site) -> None:
    """A snippet would be told whether or not it is published; none declares fields for this API."""
    newsroom.municipality("Geheimstadt", live=False)

    for path in ("snippets/partnerships.Municipality/", "snippets/partnerships.Municipality/1/"):
        response = call("get", path, token_for(administrator))
        assert response.status_code == 422
        assert "Geheimstadt" not in response.content.decode()


@pytest.mark.parametrize(
    ("path", "query", "name"),
    [
        ("pages/", {"langauge": "de"}, "langauge"),
        ("pages/", {"type": "articles.PressReleasePage", "lead": "x"}, "lead"),
        ("images/", {"credit": "x"}, "credit"),
        ("pages/{page}/", {"fields": "title"}, "fields"),
        ("locales/", {"code": "de"}, "code"),
        ("pages/{page}/revisions/", {"user": "1"}, "user"),
    ],
)
def test_an_unknown_filter_is_refused(
    call: Call, administrator: User, token_for, release: PressReleasePage, path: str, query: dict, name: str
) -> None:
    response = call("get", path.format(page=release.pk), token_for(administrator), **query)

    assert response.status_code == 422
    assert response["Content-Type"] == "application/problem+json"
    assert name in response.content.decode()


@pytest.mark.parametrize(
    "query",
    [{"limit": 1, "offset": 1}, {"order": "-title"}, {"locale": "de"}, {"title": "Meldung"}, {"search": "Meldung"}],
)
def test_known_ones_are_not(call: Call, administrator: User, token_for, release: PressReleasePage, query: dict) -> None:
    assert call("get", "pages/", token_for(administrator), **query).status_code == 200


def test_head_is_answered(call: Call, administrator: User, token_for, release: PressReleasePage) -> None:
    token = token_for(administrator)

    for path in ("pages/", f"pages/{release.pk}/"):
        response = call("head", path, token)
        assert response.status_code == 200
        assert response.content == b""
        assert int(response["Content-Length"]) == len(call("get", path, token).content)


def test_private_pages_are_for_those_who_edit_them(
    call: Call, release: PressReleasePage, member, token_for, index: ArticleIndexPage
) -> None:
    PageViewRestriction.objects.create(page=index, restriction_type=PageViewRestriction.LOGIN)

    assert call("get", f"pages/{release.pk}/", token_for(member("Publishers"))).status_code == 200
    assert call("get", f"pages/{release.pk}/").status_code == 401


def test_the_description_needs_a_token_and_pages_with_foreign_scripts_are_gone(
    call: Call, administrator: User, token_for
) -> None:
    token = token_for(administrator)

    assert call("get", "openapi.json", token).json()["info"]["title"] == "Wagtail API"
    assert call("get", "docs/", token).status_code == 404
    assert call("get", "nowhere/", token).status_code == 404


def test_requests_are_counted(call: Call, administrator: User, token_for, settings) -> None:
    from cms.api import conf

    settings.CONTENT_API_THROTTLE = "1/min"
    conf.load.cache_clear()
    try:
        token = token_for(administrator)
        assert call("get", "whoami/", token).status_code == 200
        assert call("get", "whoami/", token).status_code == 429
    finally:
        settings.CONTENT_API_THROTTLE = ""
        conf.load.cache_clear()
