"""Sharing, looking after and withdrawing previews in the admin."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import registry as log_registry
from wagtail.models import Site

from articles.models import PressReleasePage
from cms.core.models import User
from cms.previews.admin.addresses import share_address
from cms.previews.models import PreviewGrant
from cms.previews.sharing import share
from tests import newsroom


@pytest.fixture
def browser(client: Client, publisher: User) -> Client:
    """In which the publisher is signed in."""
    client.force_login(publisher)
    return client


@pytest.fixture
def translator(db: None) -> User:
    user = User.objects.create_user("translator", "translator@example.org", "translator")
    user.groups.add(Group.objects.get(name="Translators (ru)"))
    return user


def _page(response: Any) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def _form(browser: Client, address: str) -> dict[str, str]:
    fields = _page(browser.get(address)).select("main form input, form input")
    return {field["name"]: field.get("value", "") for field in fields if field.get("name") == "seen"}


def test_a_link_is_made_and_works_for_everybody(browser: Client, release: PressReleasePage) -> None:
    address = share_address(release)

    page = _page(browser.post(address, {**_form(browser, address), "days": "1", "note": "Für Frau K."}, follow=True))

    link = page.find("input", id=lambda name: name and name.endswith("-page"))["value"]
    assert link.startswith("http://testserver/preview/?token=")
    assert "Für Frau K." in page.get_text()
    assert "Neu" in Client().get(link).content.decode()
    data = page.find("input", id=lambda name: name and name.endswith("-data"))["value"]
    assert Client().get(data).json()["title"] == "Neu"
    grant = PreviewGrant.objects.get()
    assert (grant.expires_at - grant.created_at).days in (0, 1)


def test_it_stands_in_the_history(browser: Client, release: PressReleasePage, grant: PreviewGrant) -> None:
    browser.post(reverse("previews_withdraw", args=[grant.pk]))

    actions = [entry.action for entry in log_registry.get_logs_for_instance(release)]
    assert actions[:2] == ["previews.withdraw", "previews.share"]


def test_a_draft_that_changed_meanwhile_is_not_shared(browser: Client, release: PressReleasePage) -> None:
    address = share_address(release)
    form = _form(browser, address)
    release.save_revision()

    page = _page(browser.post(address, {**form, "days": "1"}, follow=True))

    assert not PreviewGrant.objects.exists()
    assert page.select(".messages .error")


def test_other_lengths_are_refused(browser: Client, release: PressReleasePage) -> None:
    browser.post(share_address(release), {"days": "3650"})

    assert not PreviewGrant.objects.exists()


def test_a_link_is_withdrawn(browser: Client, release: PressReleasePage, grant: PreviewGrant, token: str) -> None:
    page = _page(browser.post(reverse("previews_withdraw", args=[grant.pk]), follow=True))

    assert page.find("input", id=f"preview-{grant.pk}-page") is None
    assert "Für die Kanzlei" in page.find("table", class_="listing").get_text()
    assert Client().get("/preview/", {"token": token}).status_code == 410


def test_withdrawing_is_no_mere_visit(browser: Client, grant: PreviewGrant, token: str) -> None:
    assert browser.get(reverse("previews_withdraw", args=[grant.pk])).status_code == 405
    assert Client().get("/preview/", {"token": token}).status_code == 200


def test_only_who_may_edit_may_share(
    client: Client, translator: User, release: PressReleasePage, grant: PreviewGrant
) -> None:
    town = newsroom.municipality("Essen")
    russian = newsroom.translated(town, "ru", name="Эссен")
    client.force_login(translator)

    for row in (release, town):
        assert client.get(share_address(row)).status_code == 302
        client.post(share_address(row), {"days": "1"})
    client.post(reverse("previews_withdraw", args=[grant.pk]))
    assert list(PreviewGrant.objects.values_list("pk", "revoked_at")) == [(grant.pk, None)]

    assert client.get(share_address(russian)).status_code == 200
    client.post(share_address(russian), {"days": "1"})
    assert PreviewGrant.objects.filter(object_id=str(russian.pk), locale=russian.locale).count() == 1


def test_strangers_are_sent_to_sign_in(client: Client, release: PressReleasePage) -> None:
    response = client.post(share_address(release), {"days": "1"})

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")
    assert not PreviewGrant.objects.exists()


@pytest.mark.parametrize(
    "path",
    [
        "core/user/1/",
        "partnerships/contact/1/",
        "articles/pressreleasepage/999/",
        "articles/pressreleasepage/x/",
        "x/y/1/",
    ],
)
def test_what_has_no_page_is_not_shared(client: Client, administrator: User, path: str, site: Site) -> None:
    client.force_login(administrator)

    assert client.get(f"/admin/previews/{path}", follow=True).status_code == 404


def test_the_editor_offers_it(browser: Client, release: PressReleasePage) -> None:
    town = newsroom.municipality("Essen")
    pages = {
        reverse("wagtailadmin_pages:edit", args=[release.pk]): release,
        reverse("wagtailadmin_explore", args=[release.pk]): release,
        reverse("wagtailsnippets_partnerships_municipality:edit", args=[town.pk]): town,
    }
    for address, row in pages.items():
        links = {link["href"] for link in _page(browser.get(address)).find_all("a", href=True)}
        assert share_address(row) in links, address


def test_the_editor_of_translations_offers_it(
    browser: Client, release: PressReleasePage, submit: Callable[..., Any]
) -> None:
    target = submit(release, "en").get_target_instance()

    page = _page(browser.get(reverse("wagtailadmin_pages:edit", args=[target.pk])))

    assert page.find("a", href=share_address(target))


def test_a_new_entry_has_nothing_to_share_yet(browser: Client) -> None:
    page = _page(browser.get(reverse("wagtailsnippets_partnerships_municipality:add")))

    assert not [link for link in page.find_all("a", href=True) if "/admin/previews/" in link["href"]]


def test_the_report_is_for_those_who_oversee(client: Client, publisher: User, grant: PreviewGrant) -> None:
    client.force_login(publisher)
    assert client.get(reverse("previews_report")).status_code == 302
    assert "shared-previews" not in client.get(reverse("wagtailadmin_home")).content.decode()

    publisher.user_permissions.add(Permission.objects.get(codename="oversee_previewgrants"))
    client.force_login(User.objects.get(pk=publisher.pk))
    page = _page(client.get(reverse("previews_report")))
    assert "Neu" in page.find("table", class_="listing").get_text()
    assert "shared-previews" in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_report_tells_what_is_live_and_ends_it(
    client: Client, administrator: User, publisher: User, grant: PreviewGrant, token: str
) -> None:
    town = newsroom.municipality("Essen")
    expired = share(town, publisher, days=1)
    PreviewGrant.objects.filter(pk=expired.pk).update(expires_at=timezone.now())
    client.force_login(administrator)

    table = _page(client.get(reverse("previews_report"))).find("table", class_="listing").get_text()
    assert "Neu" in table
    assert "Essen" not in table

    response = client.post(reverse("previews_withdraw", args=[grant.pk]), {"report": "1"})
    assert response["Location"] == reverse("previews_report")
    assert Client().get("/preview/", {"token": token}).status_code == 410


def test_the_report_exports(client: Client, administrator: User, grant: PreviewGrant) -> None:
    client.force_login(administrator)

    exported = b"".join(client.get(reverse("previews_report"), {"export": "csv"})).decode()

    assert "Für die Kanzlei" in exported
    assert grant.secret not in exported


def test_queries_do_not_grow_with_grants(
    client: Client, administrator: User, publisher: User, release: PressReleasePage
) -> None:
    client.force_login(administrator)

    def queries(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    addresses = (share_address(release), reverse("previews_report"))
    share(release, publisher, days=1)
    few = [queries(address) for address in addresses]
    for _number in range(10):
        share(release, publisher, days=1)
    assert [queries(address) for address in addresses] == few
