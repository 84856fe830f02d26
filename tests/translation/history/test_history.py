"""Who wrote what, when and from what: the history that every string of every work has."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.translation.history import Origin, history_of, origin, record
from cms.translation.models import StringChange

Submit = Callable[..., Translation]
SignIn = Callable[[str], Client]

pytestmark = pytest.mark.django_db


@pytest.fixture
def translation(release: PressReleasePage, submit: Submit) -> Translation:
    """The release, submitted into Russian."""
    return submit(release, "ru")


def segment_of(translation: Translation, text: str) -> StringSegment:
    return StringSegment.objects.select_related("context").get(source=translation.source, string__data=text)


def save(translation: Translation, text: str, data: str, **fields: Any) -> StringTranslation:
    segment = segment_of(translation, text)
    saved, _created = StringTranslation.objects.update_or_create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale_id=translation.target_locale_id,
        defaults={"data": data, "translation_type": "manual", **fields},
    )
    return saved


def told(translation: Translation, text: str) -> list[tuple[str, str]]:
    """The history of a string, the oldest first."""
    entries = history_of(segment_of(translation, text).context, translation.target_locale)
    return [(str(entry.origin), entry.text) for entry in reversed(entries)]


def test_what_is_typed_into_the_editor_is_remembered_with_its_author(translation: Translation, sign_in: SignIn) -> None:
    client = sign_in("Translators (ru)")
    segment = segment_of(translation, "Erster Absatz.")
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    for value in ("Первый абзац.", "Абзац первый."):
        client.put(address, f"value={value}", content_type="application/x-www-form-urlencoded")

    entries = history_of(segment.context, translation.target_locale)
    assert [(entry.text, str(entry.person), entry.source) for entry in entries] == [
        ("Абзац первый.", "Translators (ru)", "Erster Absatz."),
        ("Первый абзац.", "Translators (ru)", "Erster Absatz."),
    ]
    assert {entry.origin for entry in entries} == {Origin.TYPED}


def test_what_is_removed_can_still_be_read(translation: Translation, sign_in: SignIn) -> None:
    save(translation, "Erster Absatz.", "Первый абзац.")
    client = sign_in("Translators (ru)")
    segment = segment_of(translation, "Erster Absatz.")
    client.delete(reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]))
    assert told(translation, "Erster Absatz.") == [("other", "Первый абзац."), ("removed", "")]


def test_where_a_text_comes_from_is_told_by_what_wrote_it(translation: Translation, db: None) -> None:
    user = User.objects.create(username="olga")
    save(translation, "Erster Absatz.", "Машина.", translation_type="machine", tool_name="Dummy")
    save(translation, "Erster Absatz.", "Файл.", tool_name="PO File", last_translated_by=user)
    save(translation, "Erster Absatz.", "Другое.", tool_name="Agency", last_translated_by=user)
    with origin(Origin.RESTORED, user=user, former_source="Absatz."):
        save(translation, "Erster Absatz.", "Файл.", tool_name="")
    assert told(translation, "Erster Absatz.") == [
        ("machine", "Машина."),
        ("imported", "Файл."),
        ("other", "Другое."),
        ("restored", "Файл."),
    ]


def test_an_unchanged_text_is_no_change(translation: Translation) -> None:
    saved = save(translation, "Erster Absatz.", "Первый абзац.")
    save(translation, "Erster Absatz.", "Первый абзац.", tool_name="Agency")
    saved.has_error = True
    saved.save(update_fields=["has_error"])
    assert len(told(translation, "Erster Absatz.")) == 1


def test_a_text_that_was_written_behind_our_back_does_not_go_without_a_trace(translation: Translation) -> None:
    saved = save(translation, "Erster Absatz.", "Первый абзац.")
    StringTranslation.objects.filter(pk=saved.pk).update(data="Тайком.")
    StringTranslation.objects.filter(pk=saved.pk).delete()
    assert [text for _origin, text in told(translation, "Erster Absatz.")] == ["Первый абзац.", "Тайком.", ""]


def test_a_string_that_goes_takes_its_history_along(translation: Translation) -> None:
    save(translation, "Erster Absatz.", "Первый абзац.")
    segment_of(translation, "Erster Absatz.").string.delete()
    assert not StringChange.objects.exists()


def test_the_history_follows_a_text_to_where_it_was_carried_from(
    translation: Translation, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    save(translation, "Erster Absatz.", "Первый абзац.")
    second = segment_of(translation, "Zweiter Absatz.")
    record(
        [
            StringChange(
                context_id=second.context_id,
                string_id=second.string_id,
                locale=translation.target_locale,
                text="Второй абзац.",
                origin=Origin.CARRIED,
                former_source="Erster Absatz.",
            )
        ]
    )
    with django_assert_max_num_queries(3):
        entries = history_of(second.context, translation.target_locale)
    assert [(entry.text, entry.elsewhere) for entry in entries] == [("Второй абзац.", False), ("Первый абзац.", True)]
    assert entries[1].source == "Erster Absatz."


def test_the_history_costs_two_queries_a_string(translation: Translation) -> None:
    saved = save(translation, "Erster Absatz.", "Первый абзац.")
    saved.data = "Абзац."
    with CaptureQueriesContext(connection) as queries:
        saved.save(update_fields=["data"])
    assert len([query for query in queries if "stringchange" in query["sql"]]) == 2
