"""A target is written by hand for a while, or deleted, and translated string by string again: nothing is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import translation as language
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.translation.errors import LockedTranslationError
from cms.translation.history import Origin, history_of
from cms.translation.models import StringChange, Target
from cms.translation.operations.resume import HandwrittenError, ResumeTranslation
from cms.translation.operations.save_draft import SaveDraftTranslation
from cms.translation.operations.stop import StopTranslation
from cms.translation.operations.submit import SubmitForTranslation
from partnerships.models import Municipality
from tests.translation.conftest import RUSSIAN, edit_url, translate

from .texts import change, found, paragraphs, proposed, write

Submit = Callable[..., Translation]
SignIn = Callable[[str], Client]

pytestmark = pytest.mark.django_db


@pytest.fixture
def stopped(translation: Translation) -> Translation:
    """The translation, at rest."""
    SaveDraftTranslation(translation=translation).execute()
    return StopTranslation(translation=translation).execute()


def resume(translation: Translation, **options: Any) -> None:
    ResumeTranslation(translation=Translation.objects.get(pk=translation.pk), **options).execute()


def body_of(row: Any) -> list[str]:
    draft = row.get_latest_revision_as_object()
    return [block.value.source for block in draft.body]


def by_hand(translation: Translation) -> bool:
    target = Target.objects.get(translation_key=translation.source.object_id, locale_id=translation.target_locale_id)
    return not target.by_strings


def test_who_stops_goes_on_with_what_is_translated(translation: Translation) -> None:
    StopTranslation(translation=translation).execute()
    target = translation.get_target_instance()
    assert body_of(target) == ["<p>Первый абзац.</p>", "<p>Второй абзац.</p>"]
    assert by_hand(translation)
    assert StringTranslation.objects.filter(locale=translation.target_locale).count() == 4


def test_stopping_makes_no_draft_where_there_is_nothing_new(stopped: Translation) -> None:
    assert stopped.get_target_instance().revisions.count() == 2, "that of submitting, that of the translator"


def test_resuming_brings_all_strings_back(stopped: Translation) -> None:
    resume(stopped)
    assert found(stopped)["Erster Absatz."] == "Первый абзац."
    assert not by_hand(stopped)
    assert StringChange.objects.filter(origin=Origin.TYPED).count() == 0, "nobody wrote anything meanwhile"


def test_what_was_written_by_hand_becomes_the_translation(stopped: Translation) -> None:
    anna = User.objects.create(username="anna", email="anna@example.org")
    target = stopped.get_target_instance()
    draft = target.get_latest_revision_as_object()
    draft.title = "Сорок лет большой дружбы"
    draft.save_revision(user=anna)
    resume(stopped)
    assert found(stopped)["Vierzig Jahre Freundschaft"] == "Сорок лет большой дружбы"
    title = StringTranslation.objects.get(data="Сорок лет большой дружбы")
    assert title.last_translated_by == anna
    entries = history_of(title.context, stopped.target_locale)
    assert (entries[0].text, entries[0].person) == ("Сорок лет большой дружбы", anna)
    assert "Сорок лет дружбы" in {entry.text for entry in entries}


def test_strings_that_were_typed_after_the_last_draft_are_not_taken_for_replaced(translation: Translation) -> None:
    SaveDraftTranslation(translation=translation).execute()
    Translation.objects.filter(pk=translation.pk).update(enabled=False)
    translate(translation, {"Erster Absatz.": "Абзац первый."})
    resume(translation)
    assert found(translation)["Erster Absatz."] == "Абзац первый."


def test_what_the_source_says_meanwhile_is_there_on_resuming(stopped: Translation, release: PressReleasePage) -> None:
    change(release, body=paragraphs("Erster Absatz!", "Zweiter Absatz.", first=30))
    resume(stopped)
    assert found(stopped)["Zweiter Absatz."] == "Второй абзац."
    assert proposed(stopped) == {"Erster Absatz!": ("Erster Absatz.", "Первый абзац.")}


def test_what_was_written_by_hand_belongs_to_the_text_it_translated(
    stopped: Translation, release: PressReleasePage, submit: Submit
) -> None:
    """The source went on meanwhile, and its other translators were given its new text."""
    submit(release, "en")
    change(release, body=paragraphs("Ganz neuer Absatz.", "Zweiter Absatz."))
    write(stopped.get_target_instance(), body=paragraphs("Самый первый абзац.", "Второй абзац."))
    resume(stopped)
    assert found(stopped)["Ganz neuer Absatz."] is None, "it is no translation of this"
    kept = StringTranslation.objects.get(data="Самый первый абзац.")
    assert kept.translation_of.data == "Erster Absatz."
    change(release, body=paragraphs("Erster Absatz.", "Zweiter Absatz."))
    assert found(stopped)["Erster Absatz."] == "Самый первый абзац."


def test_texts_that_translate_nothing_are_not_left_out_silently(stopped: Translation) -> None:
    target = stopped.get_target_instance()
    body = [*paragraphs("Первый абзац.", "Второй абзац."), *paragraphs("От нас.", first=80)]
    write(target, body=body)
    with pytest.raises(HandwrittenError) as refused:
        resume(stopped)
    assert refused.value.texts == ("От нас.",)
    assert by_hand(stopped)

    resume(stopped, discard=True)
    SaveDraftTranslation(translation=Translation.objects.get(pk=stopped.pk)).execute()
    assert "<p>От нас.</p>" not in body_of(target)
    versions = [[block.value.source for block in revision.as_object().body] for revision in target.revisions.all()]
    assert any("<p>От нас.</p>" in version for version in versions), "a former version has it"


def test_a_link_of_ones_own_is_not_made_to_the_sources_link(release: PressReleasePage, submit: Submit) -> None:
    release = change(release, body=paragraphs('Zur <a href="https://a.example/">Seite</a>.'))
    translation = submit(release, "ru")
    translate(translation, {'Zur <a id="a1">Seite</a>.': 'К <a id="a1">сайту</a>.'})
    StopTranslation(translation=translation).execute()
    target = translation.get_target_instance()
    write(target, body=paragraphs('На <a href="https://a.example/">сайт</a>.'))
    resume(translation)
    assert found(translation)['Zur <a id="a1">Seite</a>.'] == 'На <a id="a1">сайт</a>.'
    StopTranslation(translation=Translation.objects.get(pk=translation.pk)).execute()
    write(target, body=paragraphs('На <a href="https://b.example/">другой сайт</a>.'))
    with pytest.raises(HandwrittenError):
        resume(translation)


def test_a_deleted_target_comes_back_with_its_strings(
    translation: Translation, release: PressReleasePage, locales: dict[str, Locale]
) -> None:
    """wagtail-localize deletes the strings with the target, unless told otherwise."""
    translation.get_target_instance().delete()
    release = change(release, body=paragraphs("Erster Absatz!", "Zweiter Absatz.", first=30))
    [again] = SubmitForTranslation(source=release, locales=[locales["ru"]]).execute()
    assert found(again)["Vierzig Jahre Freundschaft"] == "Сорок лет дружбы"
    assert found(again)["Zweiter Absatz."] == "Второй абзац."
    assert list(proposed(again)) == ["Erster Absatz!"]


def test_a_deleted_target_can_be_resumed(translation: Translation) -> None:
    translation.get_target_instance().delete()
    resume(translation)
    assert body_of(translation.get_target_instance()) == ["<p>Первый абзац.</p>", "<p>Второй абзац.</p>"]


def test_submitting_again_takes_over_what_was_written_by_hand(
    stopped: Translation, release: PressReleasePage, locales: dict[str, Locale]
) -> None:
    write(stopped.get_target_instance(), title="Сорок лет большой дружбы")
    SubmitForTranslation(source=release, locales=[locales["ru"]]).execute()
    assert found(stopped)["Vierzig Jahre Freundschaft"] == "Сорок лет большой дружбы"


def test_library_entries_are_stopped_and_resumed_alike(town: Municipality, submit: Submit) -> None:
    translation = submit(town, "ru")
    translate(translation, RUSSIAN)
    StopTranslation(translation=translation).execute()
    target = translation.get_target_instance()
    draft = target.get_latest_revision_as_object()
    assert draft.name == "Кёльн"
    draft.intro = "<p>Город на большом Рейне.</p>"
    draft.save_revision()
    resume(translation)
    assert found(translation)["Stadt am Rhein."] == "Город на большом Рейне."


def test_only_who_may_change_the_target_stops_and_resumes_it(translation: Translation) -> None:
    nobody = User.objects.create(username="nobody", email="nobody@example.org")
    with pytest.raises(PermissionDenied):
        StopTranslation(translation=translation, user=nobody).execute()
    StopTranslation(translation=translation).execute()
    with pytest.raises(PermissionDenied):
        resume(translation, user=nobody)


def test_a_lock_holds(translation: Translation, sign_in: SignIn) -> None:
    sign_in("Translators (ru)")
    target = translation.get_target_instance()
    target.locked, target.locked_by = True, User.objects.get(username="olga")
    target.save()
    translator = User.objects.get(username="Translators (ru)")
    with pytest.raises(LockedTranslationError):
        StopTranslation(translation=translation, user=translator).execute()


def told(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_in_the_admin_one_is_asked_before_anything_written_by_hand_is_left_out(
    translation: Translation, sign_in: SignIn
) -> None:
    client = sign_in("Translators (ru)")
    target = translation.get_target_instance()
    with language.override("en"):
        response = client.post(
            reverse("wagtail_localize:stop_translation", args=[translation.pk]), {"next": edit_url(target)}
        )
        assert response.url == edit_url(target)
        body = [*paragraphs("Самый первый абзац.", "Второй абзац."), *paragraphs("От нас.", first=80)]
        write(target, body=body)
        address = reverse("translation_resume", args=[translation.pk])
        editor = client.get(edit_url(target)).content.decode()
        assert f'href="{address}"' in editor
        assert "localize-restart-translation" not in editor

        asked = client.post(edit_url(target), {"localize-restart-translation": "1"})
        assert asked.url == address
        page = client.get(address).content.decode()
        assert "Самый первый абзац." in page
        assert "От нас." in page
        assert Translation.objects.filter(pk=translation.pk, enabled=False).exists()

        assert client.post(address).status_code == 200, "not without saying so"
        assert client.post(address, {"discard": "yes"}).url == edit_url(target)
    assert Translation.objects.get(pk=translation.pk).enabled
    assert found(translation)["Erster Absatz."] == "Самый первый абзац."
