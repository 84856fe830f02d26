"""From submitting to publishing: what readers see at each step."""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Site
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from articles.models import ArticleIndexPage, PressReleasePage
from cms.core.models import User
from cms.publishing.models import Edition
from cms.translation.operations.hand_in import HandInTranslation
from cms.translation.operations.publish import PublishTranslation
from partnerships.models import Municipality

from .conftest import RUSSIAN, edit_url, translate
from .jobs.worker import the_worker_runs

Submit = Callable[..., Translation]
SignIn = Callable[[str], Client]

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["page", "snippet"])
def work(request: pytest.FixtureRequest) -> Any:
    """A published work, as a page and as a library entry."""
    return request.getfixturevalue("release" if request.param == "page" else "town")


def titles(code: str, work: Any) -> list[str]:
    return list(Edition.objects.filter(key=work.translation_key, locale=code).values_list("title", flat=True))


def told(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def type_string(client: Client, translation: Translation, text: str, value: str) -> Any:
    segment = StringSegment.objects.get(source=translation.source, string__data=text)
    return client.put(
        reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]),
        f"value={value}",
        content_type="application/x-www-form-urlencoded",
    )


def test_submitting_shows_readers_nothing(work: Any, sign_in: SignIn, locales: dict[str, Locale]) -> None:
    address = (
        reverse("wagtail_localize:submit_page_translation", args=[work.pk])
        if isinstance(work, PressReleasePage)
        else reverse("wagtail_localize:submit_snippet_translation", args=["partnerships", "municipality", work.pk])
    )
    sign_in("Editors").post(address, {"locales": [locales["en"].pk, locales["ru"].pk]})
    for code in ("en", "ru"):
        target = work.get_translation(locales[code])
        assert not target.live
        assert target.first_published_at is None
        assert titles(code, work) == []


def test_typing_and_keeping_drafts_never_touches_what_is_published(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    translate(translation, RUSSIAN)
    PublishTranslation(translation=translation).execute()
    target = translation.get_target_instance()
    published = Edition.objects.get(key=work.translation_key, locale="ru").document
    client = sign_in("Translators (ru)")

    text = "Köln" if isinstance(work, Municipality) else "Vierzig Jahre Freundschaft"
    assert type_string(client, translation, text, "Проба").status_code == 200
    response = client.post(edit_url(target), {"action": "draft"})

    assert "wurde gespeichert" in told(response) or "saved" in told(response)
    target.refresh_from_db()
    assert target.live
    assert str(target) != "Проба"
    assert "Проба" in str(target.latest_revision.as_object())
    assert Edition.objects.get(key=work.translation_key, locale="ru").document == published


def test_a_translator_hands_in_and_a_moderator_publishes(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    target = translation.get_target_instance()
    translator = sign_in("Translators (ru)")

    translator.post(edit_url(target), {"action": "submit"})
    assert target.current_workflow_state is None, "handing in with gaps is refused"

    translate(translation, RUSSIAN)
    translator.post(edit_url(target), {"action": "submit"})
    task_state = target.current_workflow_task_state
    assert task_state is not None
    assert titles("ru", work) == []

    assert type_string(translator, translation, str(work), "Проба").status_code == 423, "while others moderate"
    for group in ("Translators (ru)", "Moderators"):
        assert sign_in(group).get(edit_url(target)).status_code == 200
    address = (
        reverse("wagtailadmin_pages:workflow_action", args=[target.pk, "approve", task_state.pk])
        if isinstance(work, PressReleasePage)
        else reverse(
            "wagtailsnippets_partnerships_municipality:workflow_action", args=[target.pk, "approve", task_state.pk]
        )
    )
    sign_in("Moderators").post(address, {"comment": ""})
    assert titles("ru", work) == [RUSSIAN[str(work)]]


def test_publishing_what_is_in_moderation_approves_it(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    translate(translation, RUSSIAN)
    address = edit_url(translation.get_target_instance())
    sign_in("Translators (ru)").post(address, {"action": "submit"})
    response = sign_in("Publishers").post(address, {"action": "publish"})
    task = translation.get_target_instance().current_workflow_task
    assert str(work) in told(response)
    assert f"“{task.name}”" in told(response) or f"„{task.name}“" in told(response)
    assert titles("ru", work) == [], "while others moderate, it is locked"
    sign_in("Moderators").post(address, {"action": "publish"})
    assert titles("ru", work) == [RUSSIAN[str(work)]]
    assert not translation.get_target_instance().workflow_in_progress


def test_publishing_with_gaps_is_refused_and_told(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    response = sign_in("Publishers").post(edit_url(translation.get_target_instance()), {"action": "publish"})
    assert response.status_code == 302
    assert str(work) in told(response)
    assert titles("ru", work) == []


def test_gaps_in_the_body_can_be_published_and_are_said(
    release: PressReleasePage, submit: Submit, sign_in: SignIn
) -> None:
    translation = submit(release, "ru")
    address = edit_url(translation.get_target_instance())
    translate(translation, {"Erster Absatz.": "Первый абзац."})
    sign_in("Publishers").post(address, {"action": "publish-partially"})
    assert titles("ru", release) == [], "a title in the source's language would show in lists"

    translate(translation, {name: RUSSIAN[name] for name in ("Vierzig Jahre Freundschaft", "Zwei Städte feiern.")})
    sign_in("Publishers").post(address, {"action": "publish-partially"})
    edition = Edition.objects.get(key=release.translation_key, locale="ru")
    assert edition.state == "partial"
    source = Edition.objects.get(key=release.translation_key, locale="de")
    assert {row["locale"]: row["state"] for row in source.document["translations"]} == {
        "de": "current",
        "ru": "partial",
    }


def test_bulk_publishing_an_untranslated_draft_is_refused_and_told(
    release: PressReleasePage, submit: Submit, sign_in: SignIn
) -> None:
    target = submit(release, "ru").get_target_instance()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = sign_in("Publishers").post(f"{address}?id={target.pk}")
    target.refresh_from_db()
    assert not target.live
    assert titles("ru", release) == []
    assert release.title in told(response)


def test_a_failed_validation_is_told_and_nothing_is_stored(
    town: Municipality, submit: Submit, sign_in: SignIn, locales: dict[str, Locale]
) -> None:
    translation = submit(town, "ru")
    translate(translation, RUSSIAN | {"Köln": "К" * 300})
    response = sign_in("Publishers").post(edit_url(translation.get_target_instance()), {"action": "publish"})
    assert "255" in told(response)
    assert titles("ru", town) == []


def test_submitting_an_invalid_work_is_told(
    town: Municipality, sign_in: SignIn, locales: dict[str, Locale], monkeypatch: pytest.MonkeyPatch
) -> None:
    Municipality.objects.filter(pk=town.pk).update(latitude=1)
    address = reverse("wagtail_localize:submit_snippet_translation", args=["partnerships", "municipality", town.pk])
    response = sign_in("Editors").post(address, {"locales": [locales["en"].pk]})
    assert town.name in str(response.context["form"].non_field_errors())
    assert not Municipality.objects.filter(locale=locales["en"]).exists()
    assert not Translation.objects.exists()


def test_synchronising_never_publishes(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    translate(translation, RUSSIAN)
    PublishTranslation(translation=translation).execute()
    before = titles("ru", work)
    if isinstance(work, PressReleasePage):
        work.title = "Neuer Titel"
    else:
        work.name = "Neuer Titel"
    work.save_revision().publish()
    address = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    sign_in("Editors").post(address, {"publish_translations": "on"})
    assert titles("ru", work) == before
    assert Edition.objects.get(key=work.translation_key, locale="ru").state == "outdated"
    translation.source.refresh_from_db()
    assert "Neuer Titel" in translation.source.content_json


def test_a_target_gets_an_address_in_its_own_script(release: PressReleasePage, submit: Submit) -> None:
    translation = submit(release, "ru")
    translate(translation, RUSSIAN)
    PublishTranslation(translation=translation).execute()
    target = translation.get_target_instance()
    assert target.slug == "сорок-лет-дружбы"
    translate(translation, {"Vierzig Jahre Freundschaft": "Другое"})
    PublishTranslation(translation=translation).execute()
    target.refresh_from_db()
    assert target.slug == "сорок-лет-дружбы", "an address that is known stays"
    translate(translation, {"vierzig-jahre": "новый адрес"})
    PublishTranslation(translation=translation).execute()
    target.refresh_from_db()
    assert target.slug == "новый-адрес", "unless the translator chooses another"


def test_new_facts_of_the_source_survive_publishing_an_older_translation(town: Municipality, submit: Submit) -> None:
    translation = submit(town, "ru")
    translate(translation, RUSSIAN)
    PublishTranslation(translation=translation).execute()
    town.website = "https://www.example.org/neu"
    town.save_revision().publish()
    PublishTranslation(translation=translation).execute()
    assert translation.get_target_instance().website == "https://www.example.org/neu"


def test_hiding_a_source_hides_its_target_and_a_target_is_never_opened(
    release: PressReleasePage, submit: Submit
) -> None:
    translation = submit(release, "ru")
    target = translation.get_target_instance()
    target.view_restrictions.create(restriction_type="login")
    translation.save_target(publish=False)
    assert target.view_restrictions.exists()


def test_an_alias_becomes_a_draft_when_it_is_translated(
    release: PressReleasePage, submit: Submit, locales: dict[str, Locale]
) -> None:
    alias = release.copy_for_translation(locales["ru"], alias=True)
    assert alias.live
    target = submit(release, "ru").get_target_instance()
    assert target.pk == alias.pk
    assert target.alias_of_id is None
    assert not target.live
    assert titles("ru", release) == []


def test_targets_are_translated_from_the_source_only(
    work: Any, submit: Submit, sign_in: SignIn, locales: dict[str, Locale]
) -> None:
    target = submit(work, "ru").get_target_instance()
    address = (
        reverse("wagtail_localize:submit_page_translation", args=[target.pk])
        if isinstance(work, PressReleasePage)
        else reverse("wagtail_localize:submit_snippet_translation", args=["partnerships", "municipality", target.pk])
    )
    response = sign_in("Editors").post(address, {"locales": [locales["en"].pk]})
    assert str(target) in told(response)
    assert not work.has_translation(locales["en"])


def test_a_locked_target_keeps_its_strings(release: PressReleasePage, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(release, "ru")
    PressReleasePage.objects.filter(locale=translation.target_locale).update(locked=True)
    response = type_string(sign_in("Translators (ru)"), translation, release.title, "Проба")
    assert response.status_code == 423
    assert not StringTranslation.objects.exists()


def test_a_lock_names_the_person_who_locked(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    translate(translation, RUSSIAN)
    target = translation.get_target_instance()
    person = User.objects.create(username="schmidt", first_name="Erika", last_name="Schmidt")
    type(target).objects.filter(pk=target.pk).update(locked=True, locked_by=person)
    response = sign_in("Publishers").post(edit_url(target), {"action": "publish"})
    assert "Erika Schmidt" in told(response)
    assert titles("ru", work) == []


def test_only_a_page_that_was_public_leaves_an_old_address(
    release: PressReleasePage, submit: Submit, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        translation = submit(release, "ru")
    translate(translation, RUSSIAN)
    translation.get_target_instance().delete()
    with django_capture_on_commit_callbacks(execute=True):
        target = submit(release, "ru").get_target_instance()
    assert target.slug == "сорок-лет-дружбы", "made from a translation that is known already"
    translate(translation, {"vierzig-jahre": "сорок лет"})
    with django_capture_on_commit_callbacks(execute=True):
        PublishTranslation(translation=translation).execute()
    assert not Redirect.objects.exists()

    translate(translation, {"vierzig-jahre": "юбилей"})
    with django_capture_on_commit_callbacks(execute=True):
        PublishTranslation(translation=translation).execute()
    redirect = Redirect.objects.get()
    assert unquote(redirect.old_path) == "/ru/presse/сорок-лет"
    assert redirect.redirect_page_id == target.pk


def test_a_submitted_subtree_has_addresses(
    release: PressReleasePage,
    site: Site,
    sign_in: SignIn,
    locales: dict[str, Locale],
    django_capture_on_commit_callbacks: Any,
) -> None:
    index = ArticleIndexPage(title="Briefe", slug="briefe", locale=locales["de"])
    site.root_page.add_child(instance=index)
    index.save_revision().publish()
    release.move(index, pos="last-child")
    address = reverse("wagtail_localize:submit_page_translation", args=[index.pk])
    with django_capture_on_commit_callbacks(execute=True):
        sign_in("Editors").post(address, {"locales": [locales["ru"].pk], "include_subtree": "on"})
    the_worker_runs()
    parent = index.get_translation(locales["ru"])
    assert parent.numchild == 1
    for row in (index, release):
        translation = Translation.objects.get(source__object_id=row.translation_key)
        translate(translation, RUSSIAN | {"Briefe": "Письма"})
        PublishTranslation(translation=translation).execute()
    edition = Edition.objects.get(key=release.translation_key, locale="ru")
    assert unquote(edition.path or "") == "/ru/письма/сорок-лет-дружбы/"
    assert ArticleIndexPage.objects.get(pk=parent.pk).numchild == 1


def test_russian_lists_hold_no_other_language_at_any_moment(
    release: PressReleasePage, submit: Submit, sign_in: SignIn, client: Client
) -> None:
    def listed() -> list[str]:
        return [row["title"] for row in client.get("/api/v1/articles/?locale=ru").json()["results"]]

    assert listed() == []
    translation = submit(release, "ru")
    assert listed() == []
    address = edit_url(translation.get_target_instance())
    publisher = sign_in("Publishers")
    for action in ("draft", "submit", "publish", "publish-partially"):
        publisher.post(address, {"action": action})
        assert listed() == [], action
    translate(translation, RUSSIAN)
    publisher.post(address, {"action": "publish"})
    assert listed() == ["Сорок лет дружбы"]
    release.title = "Fünfzig Jahre Freundschaft"
    release.save_revision().publish()
    assert listed() == ["Сорок лет дружбы"]
    publisher.post(reverse("wagtail_localize:update_translations", args=[translation.source_id]), {})
    publisher.post(address, {"action": "publish"})
    publisher.post(address, {"action": "draft"})
    assert listed() == ["Сорок лет дружбы"]


def test_a_locked_or_moderated_target_is_not_replaced_by_a_copy(
    release: PressReleasePage, submit: Submit, sign_in: SignIn
) -> None:
    """wagtail-localize asks neither for locks nor for the moderation that waits."""
    translation = submit(release, "ru")
    translate(translation, RUSSIAN)
    HandInTranslation(translation=translation).execute()
    target = translation.get_target_instance()
    address = reverse("wagtail_localize:convert_to_alias", args=[target.pk])
    publisher = sign_in("Publishers")
    assert translation.target_locale.get_display_name() in told(publisher.post(address))
    target.current_workflow_state.cancel()
    PressReleasePage.objects.filter(pk=target.pk).update(locked=True)
    publisher.post(address)
    assert PressReleasePage.objects.get(pk=target.pk).alias_of_id is None
    assert Translation.objects.filter(pk=translation.pk).exists()
