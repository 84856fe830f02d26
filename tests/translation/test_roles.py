"""What each group may do, asked of the admin itself."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale, Page, Site, Workflow
from wagtail.permissions import policy_registry
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield
from wagtail_localize.models import StringSegment, Translation

from articles.models import ArticleIndexPage, PressReleasePage
from cms.core.models import User
from cms.translation.models import TranslatorGroup
from cms.translation.operations.publish import PublishTranslation
from cms.translation.roles import create_roles
from home.models import HomePage
from partnerships.models import Municipality

from .conftest import RUSSIAN, edit_url, translate

SignIn = Callable[[str], Client]
Submit = Callable[..., Translation]

pytestmark = pytest.mark.django_db


def snippet_url(name: str, row: Municipality, *args: Any) -> str:
    return reverse(f"wagtailsnippets_partnerships_municipality:{name}", args=[row.pk, *args])


def test_every_language_has_its_translators_and_a_second_run_changes_nothing(
    locales: dict[str, Locale], settings: Any
) -> None:
    codes = {code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES}
    assert {str(binding.group) for binding in TranslatorGroup.objects.all()} == {
        f"Translators ({code})" for code in codes
    }

    def count() -> tuple[int, ...]:
        return (
            Group.objects.count(),
            Permission.objects.filter(group__isnull=False).count(),
            GroupPagePermission.objects.count(),
            Workflow.objects.count(),
        )

    before = count()
    create_roles(apps)
    assert count() == before


def test_a_further_language_gets_its_translators(root_page: Page, settings: Any) -> None:
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, ("fr", "Français")]
    french = Locale.objects.create(language_code="fr")
    home = HomePage(title="Accueil", slug="accueil", locale=french)
    root_page.add_child(instance=home)
    group = Group.objects.get(name="Translators (fr)")
    assert home.permissions_for_user(_member(group)).can_edit()
    assert policy_registry.get_by_type(Municipality).locales(_member(group), "change") == {french.pk}


def _member(group: Group) -> User:
    user, created = User.objects.get_or_create(username=f"member of {group}")
    if created:
        user.groups.add(group)
    return User.objects.get(pk=user.pk)


@pytest.fixture
def russian_release(release: PressReleasePage, submit: Submit) -> Translation:
    """The press release, published in Russian."""
    return _published_in_russian(submit(release, "ru"))


@pytest.fixture
def russian_town(town: Municipality, submit: Submit) -> Translation:
    """The municipality, published in Russian."""
    return _published_in_russian(submit(town, "ru"))


def _published_in_russian(translation: Translation) -> Translation:
    translate(translation, RUSSIAN)
    PublishTranslation(translation=translation).execute()
    return translation


def test_a_translator_opens_only_pages_of_the_own_language(
    release: PressReleasePage, russian_release: Translation, sign_in: SignIn
) -> None:
    client = sign_in("Translators (ru)")
    assert client.get(edit_url(russian_release.get_target_instance())).status_code == 200
    assert client.get(edit_url(release)).status_code == 302
    sign_in("Translators (en)")
    assert sign_in("Translators (en)").get(edit_url(russian_release.get_target_instance())).status_code == 302


@pytest.mark.parametrize("action", ["publish", "publish-partially"])
def test_a_translator_does_not_publish_not_even_the_own_language(
    action: str, russian_release: Translation, russian_town: Translation, sign_in: SignIn
) -> None:
    client = sign_in("Translators (ru)")
    for translation in (russian_release, russian_town):
        target = translation.get_target_instance()
        translate(translation, dict.fromkeys(RUSSIAN, "Проба"))
        client.post(edit_url(target), {"action": action})
        target.refresh_from_db()
        assert str(target) != "Проба"


def test_a_translator_changes_no_entry_of_another_language_through_any_view(
    town: Municipality, russian_town: Translation, sign_in: SignIn
) -> None:
    client = sign_in("Translators (ru)")
    assert client.get(edit_url(russian_town.get_target_instance())).status_code == 200
    revision = town.latest_revision_id
    tried = set()
    for pattern in Municipality.snippet_viewset.get_urlpatterns():
        route = str(pattern.pattern)
        parameters: dict[str, Any] = {
            "pk": town.pk,
            "revision_id": revision,
            "revision_id_a": "earliest",
            "revision_id_b": "latest",
            "task_id": 1,
            "task_state_id": 1,
            "workflow_state_id": 1,
            "action_name": "approve",
        }
        names = set(pattern.pattern.converters)
        if "pk" not in names or pattern.name == "confirm_workflow_cancellation":  # a question, no action
            continue
        tried.add(pattern.name)
        address = reverse(
            f"wagtailsnippets_partnerships_municipality:{pattern.name}",
            kwargs={name: value for name, value in parameters.items() if name in names},
        )
        response = client.post(address, {"name": "Проба", "country": "DE", "action-publish": "1"})
        assert response.status_code in {302, 403, 404, 405}, route
        town = Municipality.objects.get(pk=town.pk)
        assert (town.name, town.live, town.locked, town.latest_revision_id) == ("Köln", True, False, revision), route
    assert {"edit", "delete", "unpublish", "lock", "unlock", "revisions_revert"} <= tried
    for name in ("edit", "delete", "unpublish"):
        assert client.get(snippet_url(name, town)).status_code == 302, name


def test_a_translator_types_into_no_other_language(
    town: Municipality, russian_town: Translation, sign_in: SignIn
) -> None:
    segment = StringSegment.objects.filter(source=russian_town.source).first()
    assert segment is not None
    address = reverse("wagtail_localize:edit_string_translation", args=[russian_town.pk, segment.pk])
    english, russian = sign_in("Translators (en)"), sign_in("Translators (ru)")
    assert _put(english, address).status_code == 403
    assert _put(russian, address).status_code == 200
    for name in ("download_pofile", "upload_pofile", "stop_translation"):
        response = english.post(reverse(f"wagtail_localize:{name}", args=[russian_town.pk]))
        assert response.status_code == 302
    russian_town.refresh_from_db()
    assert russian_town.enabled


def _put(client: Client, address: str) -> Any:
    return client.put(address, "value=x", content_type="application/x-www-form-urlencoded")


@pytest.mark.parametrize("kind", ["page", "snippet"])
def test_a_translator_submits_only_into_the_own_language(
    kind: str, release: PressReleasePage, town: Municipality, sign_in: SignIn, locales: dict[str, Locale]
) -> None:
    row: Any = release if kind == "page" else town
    address = (
        reverse("wagtail_localize:submit_page_translation", args=[row.pk])
        if kind == "page"
        else reverse("wagtail_localize:submit_snippet_translation", args=["partnerships", "municipality", row.pk])
    )
    client = sign_in("Translators (ru)")
    client.post(address, {"locales": [locales["en"].pk]})
    assert not row.has_translation(locales["en"])
    client.post(address, {"locales": [locales["ru"].pk]})
    assert row.has_translation(locales["ru"])


def _release_form(**values: Any) -> dict[str, Any]:
    rows = ("places", "partnerships", "contacts", "documents", "related", "corrections")
    empty = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}
    form = {
        "title": "Neue Mitteilung",
        "slug": "neue-mitteilung",
        "lead": "Kurz gesagt.",
        "date": "2026-05-01",
        "body": streamfield([("paragraph", rich_text("<p>Text.</p>"))]),
        "boilerplate": rich_text(""),
        "comments": empty,
        **dict.fromkeys(rows, empty),
        **values,
    }
    return nested_form_data(form)


@pytest.fixture
def index(release: PressReleasePage) -> ArticleIndexPage:
    """The index below which the press release stands."""
    return ArticleIndexPage.objects.get(pk=release.get_parent().pk)


def _create_release(client: Client, index: ArticleIndexPage, action: str) -> PressReleasePage:
    address = reverse("wagtailadmin_pages:add", args=["articles", "pressreleasepage", index.pk])
    response = client.post(address, _release_form(**{action: "1"}))
    assert response.status_code == 302, response.context["form"].errors
    return PressReleasePage.objects.get(slug="neue-mitteilung")


def test_an_editor_cannot_publish_but_submits_and_a_moderator_approves(
    index: ArticleIndexPage, sign_in: SignIn
) -> None:
    page = _create_release(sign_in("Editors"), index, "action-publish")
    assert not page.live, "an editor's “publish” keeps a draft"
    sign_in("Editors").post(edit_url(page), _release_form(**{"action-submit": "1"}))
    task_state = page.current_workflow_task_state
    assert task_state is not None
    assert task_state.task.name == "Moderation"
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task_state.pk])
    sign_in("Editors").post(address, {"comment": ""})
    page.refresh_from_db()
    assert not page.live
    sign_in("Moderators").post(address, {"comment": ""})
    page.refresh_from_db()
    assert page.live


def test_a_publisher_publishes_directly(index: ArticleIndexPage, sign_in: SignIn) -> None:
    assert _create_release(sign_in("Publishers"), index, "action-publish").live


def test_an_editor_submits_a_library_entry_and_does_not_publish_it(town: Municipality, sign_in: SignIn) -> None:
    client = sign_in("Editors")
    form = client.get(edit_url(town))
    assert form.status_code == 200
    assert b'name="action-publish"' not in form.content
    assert b'name="action-submit"' in form.content
    assert client.post(snippet_url("unpublish", town)).status_code == 302
    town.refresh_from_db()
    assert town.live


def test_publishing_does_not_cancel_a_running_moderation(index: ArticleIndexPage, sign_in: SignIn) -> None:
    page = _create_release(sign_in("Editors"), index, "action-submit")
    response = sign_in("Publishers").post(edit_url(page), _release_form(**{"action-publish": "1"}))
    page.refresh_from_db()
    assert not page.live, "while others moderate, it is locked"
    sign_in("Moderators").post(edit_url(page), _release_form(title="Geprüft", **{"action-publish": "1"}))
    page.refresh_from_db()
    assert page.live
    assert page.workflow_in_progress, response


def test_site_settings_are_for_publishers(site: Site, sign_in: SignIn, locales: dict[str, Locale]) -> None:
    add = reverse("wagtailsnippets_core_sitesettings:add")
    assert sign_in("Editors").get(add).status_code == 302
    assert sign_in("Publishers").get(add).status_code == 200
