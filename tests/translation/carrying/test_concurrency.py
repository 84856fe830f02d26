"""Translators and editors at the same time, on the database that has real concurrency."""

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.translation.models import Proposal
from cms.translation.operations.save_string import SaveString
from cms.translation.operations.update_from_source import UpdateFromSource
from cms.translation.seen import Seen

from .texts import change, found, paragraphs, proposed

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def in_thread(work: Callable[[], None]) -> threading.Thread:
    """Runs `work` on a connection of its own."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, "nothing happened within 30 seconds"
        time.sleep(0.05)


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return int(cursor.fetchone()[0]) > 0


def segment_of(translation: Translation, text: str) -> StringSegment:
    return StringSegment.objects.select_related("context", "string").get(source=translation.source, string__data=text)


def save(translation: Translation, text: str, words: str) -> None:
    """As the workbench does: the translation is locked before anything is read."""
    Translation.objects.select_for_update().get(pk=translation.pk)
    SaveString(translation=translation, segment=segment_of(translation, text), text=words).execute()


def test_what_a_translator_is_just_saving_is_proposed_for_the_new_text(
    release: PressReleasePage, translation: Translation
) -> None:
    page = PressReleasePage.objects.get(pk=release.pk)
    page.body = paragraphs("Erster Absatz!", "Zweiter Absatz.")
    page.save_revision()
    with transaction.atomic():
        save(translation, "Erster Absatz.", "Самый первый абзац.")
        editor = in_thread(lambda: UpdateFromSource(source=translation.source, draft=True).execute() and None)
        wait_until(somebody_waits)
    editor.join()
    assert proposed(translation) == {"Erster Absatz!": ("Erster Absatz.", "Самый первый абзац.")}


def test_who_translates_a_text_that_is_just_being_replaced_is_told_and_loses_nothing(
    release: PressReleasePage, translation: Translation
) -> None:
    page = PressReleasePage.objects.get(pk=release.pk)
    page.body = paragraphs("Erster Absatz!", "Zweiter Absatz.")
    page.save_revision()
    user = User.objects.create(username="translator", email="translator@example.org")
    user.groups.add(Group.objects.get(name="Translators (ru)"))
    client = Client()
    client.force_login(user)
    segment = segment_of(translation, "Erster Absatz.")
    address = reverse("translation_string", args=[translation.pk, segment.context_id, segment.string_id])
    seen = str(Seen.of("Erster Absatz.", "Первый абзац."))
    answers: list[Any] = []

    def type_text() -> None:
        answers.append(client.post(address, {"text": "Самый первый абзац.", "seen": seen}))

    with transaction.atomic():
        UpdateFromSource(source=translation.source, draft=True).execute()
        translator = in_thread(type_text)
        wait_until(somebody_waits)
    translator.join()
    assert answers[0].status_code == 409
    kept = {row.text for row in Proposal.objects.all()} | {row.data for row in StringTranslation.objects.all()}
    assert "Самый первый абзац." in kept
    assert answers[0].json().get("kept")


def test_two_editors_who_publish_at_once_leave_the_later_text_to_the_translators(
    release: PressReleasePage, translation: Translation
) -> None:
    first = in_thread(lambda: change(release, body=paragraphs("Erster Absatz!", "Zweiter Absatz.")) and None)
    second = in_thread(lambda: change(release, body=paragraphs("Zweiter Absatz.", "Erster Absatz?")) and None)
    first.join()
    second.join()
    published = [block.value.source for block in PressReleasePage.objects.get(pk=release.pk).body]
    texts = [text for text in found(translation) if "Absatz" in text]
    assert [f"<p>{text}</p>" for text in texts] == published
    assert found(translation)["Zweiter Absatz."] == "Второй абзац."
    assert [words for _source, words in proposed(translation).values()] == ["Первый абзац."]
