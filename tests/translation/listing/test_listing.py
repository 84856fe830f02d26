"""States of translations in Wagtail's lists and beside its editors."""

from collections.abc import Callable, Iterator
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale, Page
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.translation.models import Target
from partnerships.models import Municipality
from tests.translation.conftest import RUSSIAN, edit_url, translate

pytestmark = pytest.mark.django_db

Submit = Callable[..., Translation]
TOWNS = "wagtailsnippets_partnerships_municipality:list"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def admin(administrator: User, client: Client) -> Client:
    UserProfile.objects.update_or_create(user=administrator, defaults={"preferred_language": "en"})
    client.force_login(administrator)
    return client


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(unescape(response.content.decode()).split())


def badge(code: str, language: str, state: str) -> str:
    return f'<span aria-hidden="true">{code}</span><span class="w-sr-only">{language}</span>: {state}'


def outdated(row: Municipality, submit: Submit) -> Municipality:
    submitted = submit(row, "ru")
    translate(submitted, RUSSIAN)
    submitted.save_target(publish=True)
    row.intro = "<p>Großstadt am Rhein.</p>"
    row.save_revision().publish()
    return Municipality.objects.get(translation_key=row.translation_key, locale__language_code="ru")


def test_the_list_of_entries_tells_the_states_of_translations(
    admin: Client, town: Municipality, submit: Submit
) -> None:
    outdated(town, submit)
    html = text(admin, reverse(TOWNS) + "?locale=de")
    assert badge("ru", "Русский", "outdated") in html
    assert badge("en", "English", "not begun") in html


def test_the_list_of_pages_tells_the_states_of_translations(
    admin: Client, release: PressReleasePage, submit: Submit
) -> None:
    submit(release, "ru")
    html = text(admin, reverse("wagtailadmin_explore", args=[release.get_parent().pk]))
    assert badge("ru", "Русский", "draft") in html
    assert badge("en", "English", "not begun") in html
    russian = Page.objects.get(translation_key=release.translation_key, locale__language_code="ru")
    html = text(admin, reverse("wagtailadmin_explore", args=[russian.get_parent().pk]))
    assert "draft" in html
    assert badge("en", "English", "not begun") not in html


def test_the_lists_ask_once_for_all_rows(admin: Client, locales: dict[str, Locale]) -> None:
    def asked(count: int) -> int:
        while Municipality.objects.count() < count:
            Municipality(name=f"Ort {Municipality.objects.count()}", country="DE", locale=locales["de"]).save()
        with CaptureQueriesContext(connection) as queries:
            admin.get(reverse(TOWNS))
        return sum(Target._meta.db_table in query["sql"] for query in queries)

    assert asked(2) == asked(12) == 1


def test_the_editor_of_the_source_leads_to_its_translations(admin: Client, town: Municipality, submit: Submit) -> None:
    russian = outdated(town, submit)
    html = text(admin, edit_url(town))
    assert f'<a href="{edit_url(russian)}">Русский</a>: outdated' in html
    assert reverse("translation_changes", args=[town.translation_key, "ru"]) in html


def test_a_page_that_is_being_written_has_no_translations_yet(admin: Client, release: PressReleasePage) -> None:
    parent = release.get_parent()
    address = reverse("wagtailadmin_pages:add", args=["articles", "pressreleasepage", parent.pk])
    assert admin.get(address).status_code == 200
