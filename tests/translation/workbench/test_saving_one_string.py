"""What the workbench's script is answered when it saves a single string."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.translation.models import Proposal, StringChange, Target
from cms.translation.operations.save_string import SaveString, StringConflictError
from cms.translation.seen import Seen
from partnerships.models import Municipality

Submit = Callable[..., Translation]
SignIn = Callable[[str], Client]

pytestmark = pytest.mark.django_db

QUERIES = 15


@pytest.fixture(params=["page", "snippet"])
def work(request: pytest.FixtureRequest) -> Any:
    """A published work, as a page and as a library entry."""
    return request.getfixturevalue("release" if request.param == "page" else "town")


def segment_of(translation: Translation, text: str) -> StringSegment:
    return StringSegment.objects.select_related("string", "context").get(source=translation.source, string__data=text)


def save(client: Client, translation: Translation, source: str, text: str, seen: str = "") -> Any:
    segment = segment_of(translation, source)
    address = reverse("translation_string", args=[translation.pk, segment.context_id, segment.string_id])
    return client.post(address, {"text": text, "seen": str(Seen.of(source, seen))})


def test_a_string_is_saved_and_counted(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    target = Target.objects.get(translation_key=work.translation_key, locale=translation.target_locale)
    answer = save(sign_in("Translators (ru)"), translation, str(work), "Проба")
    assert answer.status_code == 200
    assert answer.json()["state"] == "translated"
    assert answer.json()["seen"] == str(Seen.of(str(work), "Проба"))
    found = StringTranslation.objects.get()
    assert (found.data, found.translation_type, found.last_translated_by.username) == (
        "Проба",
        "manual",
        "Translators (ru)",
    )
    left = target.strings_left
    target.refresh_from_db()
    assert target.strings_left == left - 1
    if isinstance(work, Page):
        assert Page.objects.get(pk=translation.get_target_instance().pk).draft_title == "Проба"


def test_saving_one_string_takes_few_queries(work: Any, submit: Submit, sign_in: SignIn) -> None:
    """wagtail-localize takes 24 to 26, and counts, keeps and compares nothing."""
    translation = submit(work, "ru")
    client = sign_in("Translators (ru)")
    save(client, translation, str(work), "Первое")
    before = "Первое"
    segment = segment_of(translation, str(work))
    for text in ("Второе", "", "Третье"):
        with CaptureQueriesContext(connection) as queries:
            assert save_at(client, translation, segment, text, before).status_code == 200
        asked = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
        assert len(asked) <= QUERIES + (1 if not text else 0), "\n".join(asked)
        before = text


def save_at(client: Client, translation: Translation, segment: StringSegment, text: str, before: str) -> Any:
    address = reverse("translation_string", args=[translation.pk, segment.context_id, segment.string_id])
    return client.post(address, {"text": text, "seen": str(Seen.of(segment.string.data, before))})


def test_nobody_overwrites_what_they_have_not_seen(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    save(sign_in("Publishers"), translation, str(work), "Чужое")
    answer = save(sign_in("Translators (ru)"), translation, str(work), "Моё")
    assert answer.status_code == 409
    assert answer.json()["theirs"] == "Чужое"
    assert "Publishers" in answer.json()["message"]
    assert StringTranslation.objects.get().data == "Чужое"
    again = save(sign_in("Translators (ru)"), translation, str(work), "Моё", seen="Чужое")
    assert again.status_code == 200
    assert StringTranslation.objects.get().data == "Моё"


def test_both_typing_the_same_is_no_conflict(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    save(sign_in("Publishers"), translation, str(work), "Проба")
    assert save(sign_in("Translators (ru)"), translation, str(work), "Проба").status_code == 200


def test_a_text_that_somebody_removed_is_a_conflict_too(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    save(sign_in("Translators (ru)"), translation, str(work), "Проба")
    save(sign_in("Publishers"), translation, str(work), "", seen="Проба")
    answer = save(sign_in("Translators (ru)"), translation, str(work), "Проба 2", seen="Проба")
    assert answer.status_code == 409
    assert answer.json()["theirs"] == ""
    assert "Publishers" in answer.json()["message"]


def test_a_source_that_changed_meanwhile_keeps_what_was_typed_as_a_proposal(
    town: Municipality, submit: Submit, sign_in: SignIn
) -> None:
    translation = submit(town, "ru")
    segment = segment_of(translation, "Köln")
    address = reverse("translation_string", args=[translation.pk, segment.context_id, segment.string_id])
    town.name = "Köln am Rhein"
    town.save_revision().publish()
    translation.source.update_from_db()
    answer = sign_in("Translators (ru)").post(address, {"text": "Кёльн", "seen": str(Seen.of("Köln", ""))})
    assert answer.status_code == 409
    assert answer.json()["kept"]
    proposal = Proposal.objects.get()
    assert (proposal.text, proposal.string.data) == ("Кёльн", "Köln am Rhein")


def test_locked_forbidden_and_wrong_texts_are_told_apart(
    release: PressReleasePage, submit: Submit, sign_in: SignIn
) -> None:
    translation = submit(release, "ru")
    client = sign_in("Translators (ru)")
    assert save(sign_in("Translators (en)"), translation, release.title, "x").status_code == 403
    too_long = save(client, translation, release.title, "я" * 300)
    assert too_long.status_code == 422
    assert "255" in too_long.json()["message"]
    PressReleasePage.objects.filter(locale=translation.target_locale).update(locked=True)
    assert save(client, translation, release.title, "Проба").status_code == 423
    assert not StringTranslation.objects.exists()


def test_a_stopped_translation_takes_no_more_strings(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    Translation.objects.filter(pk=translation.pk).update(enabled=False)
    assert save(sign_in("Translators (ru)"), translation, str(work), "Проба").status_code == 422
    assert not StringTranslation.objects.exists()


def test_a_page_title_with_an_ampersand_reads_well_in_the_tree(
    release: PressReleasePage, submit: Submit, sign_in: SignIn
) -> None:
    """wagtail-localize shows “&amp;amp;” there."""
    translation = submit(release, "en")
    save(sign_in("Translators (en)"), translation, release.title, "Forty & more")
    assert translation.get_target_instance().draft_title == "Forty & more"


def test_the_operation_without_a_token_overwrites_and_keeps_the_history(work: Any, submit: Submit) -> None:
    translation = submit(work, "ru")
    user = User.objects.create_superuser("somebody", "somebody@example.org")
    segment = segment_of(translation, str(work))
    for text in ("Первое", "Второе"):
        SaveString(translation=translation, segment=segment, text=text, user=user).execute()
    assert list(StringChange.objects.values_list("text", flat=True)) == ["Первое", "Второе"]
    with pytest.raises(StringConflictError) as refused:
        SaveString(
            translation=translation, segment=segment, text="Третье", seen=str(Seen.of(str(work), "Первое")), user=user
        ).execute()
    assert refused.value.text == "Второе"
    assert refused.value.user == user


def test_wagtail_localizes_own_address_leads_through_the_operation(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    segment = segment_of(translation, str(work))
    client = sign_in("Translators (ru)")
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    kind = "application/x-www-form-urlencoded"
    assert client.put(address, "value=Проба", content_type=kind).status_code == 200
    assert StringChange.objects.get().user.username == "Translators (ru)"
    assert client.put(address, "value=<h1>Проба</h1>", content_type=kind).status_code == 422
    assert client.delete(address).status_code == 200
    assert not StringTranslation.objects.exists()
