"""A source changes: what its translators find, what readers get, and that no text of theirs is lost."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from articles.models import PressReleasePage
from cms.core.models import User
from cms.publishing.models import Edition
from cms.translation import events
from cms.translation.handing_over import block
from cms.translation.history import Origin, history_of
from cms.translation.models import Comment, Proposal, StringChange, Submission, Target
from cms.translation.operations.publish import PublishTranslation
from cms.translation.operations.update_from_source import SourceGoneError, UpdateFromSource
from partnerships.models import Milestone, Municipality, Partnership
from tests.newsroom import municipality, partnership
from tests.translation.conftest import RUSSIAN, translate

from .texts import BLOCK, change, found, paragraphs, proposed

Submit = Callable[..., Translation]
SignIn = Callable[[str], Client]

pytestmark = pytest.mark.django_db


def test_a_typo_leaves_one_proposal_and_every_other_string_translated(
    release: PressReleasePage, translation: Translation
) -> None:
    change(release, body=paragraphs("Erster Absatz!", "Zweiter Absatz."))
    assert found(translation) == {
        "Vierzig Jahre Freundschaft": "Сорок лет дружбы",
        "Zwei Städte feiern.": "Два города празднуют.",
        "Erster Absatz!": None,
        "Zweiter Absatz.": "Второй абзац.",
    }
    assert proposed(translation) == {"Erster Absatz!": ("Erster Absatz.", "Первый абзац.")}
    assert Proposal.objects.get().translated_by.username == "olga"
    assert StringTranslation.objects.filter(data="Первый абзац.").exists(), "the old translation is kept"


def test_undoing_the_change_brings_the_translation_back(release: PressReleasePage, translation: Translation) -> None:
    release = change(release, body=paragraphs("Etwas ganz anderes.", "Zweiter Absatz."))
    assert found(translation)["Etwas ganz anderes."] is None
    change(release, body=paragraphs("Erster Absatz.", "Zweiter Absatz."))
    assert found(translation)["Erster Absatz."] == "Первый абзац."
    assert not proposed(translation)


def test_moved_blocks_and_blocks_with_new_ids_keep_their_translations(
    release: PressReleasePage, translation: Translation
) -> None:
    """wagtail-localize loses the translation of every block that gets a new id."""
    change(release, body=paragraphs("Zweiter Absatz.", "Erster Absatz.", first=11))
    assert found(translation)["Erster Absatz."] == "Первый абзац."
    assert found(translation)["Zweiter Absatz."] == "Второй абзац."
    carried = StringTranslation.objects.filter(context__path__endswith=BLOCK.format(12)).get()
    assert carried.last_translated_by.username == "olga"
    assert carried.translation_type == ""


def test_a_block_that_is_deleted_and_made_anew_later_gets_its_translation_back(
    release: PressReleasePage, translation: Translation
) -> None:
    release = change(release, body=paragraphs("Zweiter Absatz.", first=2))
    release = change(release, lead="Zwei Städte feiern zusammen.")
    change(release, body=[*paragraphs("Zweiter Absatz.", first=2), *paragraphs("Erster Absatz.", first=30)])
    assert found(translation)["Erster Absatz."] == "Первый абзац."


def test_joined_and_split_paragraphs_keep_their_translations(
    release: PressReleasePage, translation: Translation
) -> None:
    release = change(release, body=paragraphs("Erster Absatz. Zweiter Absatz."))
    assert found(translation)["Erster Absatz. Zweiter Absatz."] == "Первый абзац. Второй абзац."
    StringTranslation.objects.filter(data__in=["Первый абзац.", "Второй абзац."]).delete()
    change(release, body=paragraphs("Erster Absatz.", "Zweiter Absatz.", first=20))
    assert found(translation)["Erster Absatz."] == "Первый абзац."
    assert found(translation)["Zweiter Absatz."] == "Второй абзац."


def test_a_changed_heading_keeps_the_targets_title_until_it_is_translated(
    release: PressReleasePage, translation: Translation
) -> None:
    change(release, title="Fünfzig Jahre Freundschaft")
    assert proposed(translation)["Fünfzig Jahre Freundschaft"][1] == "Сорок лет дружбы"
    assert Page.objects.get(pk=translation.get_target_instance().pk).draft_title == "Сорок лет дружбы"


def test_the_history_tells_what_was_carried_and_from_where(release: PressReleasePage, translation: Translation) -> None:
    change(release, body=paragraphs("Erster Absatz. Zweiter Absatz."))
    joined = StringSegment.objects.get(source=translation.source, string__data="Erster Absatz. Zweiter Absatz.")
    entries = history_of(joined.context, translation.target_locale)
    assert entries[0].origin == Origin.CARRIED
    assert entries[0].former_source == "Erster Absatz.\nZweiter Absatz."
    assert {entry.text for entry in entries[1:]} == {"Первый абзац.", "Второй абзац."}


def test_a_thread_about_a_paragraph_follows_it(release: PressReleasePage, translation: Translation) -> None:
    target = Target.objects.get(translation_key=release.translation_key, locale=translation.target_locale)
    first = StringSegment.objects.get(source=translation.source, string__data="Erster Absatz.")
    comment = Comment.objects.create(target=target, context=first.context, text="Welcher Absatz?")
    change(release, body=paragraphs("Zweiter Absatz.", "Erster Absatz.", first=90))
    comment.refresh_from_db()
    assert (
        comment.context == StringSegment.objects.get(source=translation.source, string__data="Erster Absatz.").context
    )
    assert comment.context != first.context


def test_translating_a_string_withdraws_its_proposal(release: PressReleasePage, translation: Translation) -> None:
    change(release, body=paragraphs("Erster Absatz!", "Zweiter Absatz."))
    assert proposed(translation)
    translate(translation, {"Erster Absatz!": "Первый абзац!"})
    assert not proposed(translation)


def test_a_proposal_that_nobody_took_serves_the_next_change_too(
    release: PressReleasePage, translation: Translation
) -> None:
    release = change(release, body=paragraphs("Erster Absatz!", "Zweiter Absatz."))
    change(release, body=paragraphs("Erster Absatz!!", "Zweiter Absatz.", first=40))
    assert proposed(translation) == {"Erster Absatz!!": ("Erster Absatz.", "Первый абзац.")}
    assert Proposal.objects.count() == 1


def test_what_is_published_stays_up_and_says_at_once_that_it_is_outdated(
    release: PressReleasePage, translation: Translation
) -> None:
    PublishTranslation(translation=translation).execute()
    before = Edition.objects.get(key=release.translation_key, locale="ru")
    revision = translation.get_target_instance().latest_revision_id

    change(release, body=paragraphs("Erster Absatz!", "Zweiter Absatz."))

    after = Edition.objects.get(key=release.translation_key, locale="ru")
    assert after.document["body"] == before.document["body"]
    assert (before.state, after.state) == ("current", "outdated")
    target = translation.get_target_instance()
    assert target.live
    assert target.latest_revision_id == revision, "no draft of theirs was touched"


def test_who_translates_is_told_once_and_only_of_text(
    release: PressReleasePage, translation: Translation, submit: Submit, locales: dict[str, Locale]
) -> None:
    submit(release, "en")
    told: list[list[int]] = []

    def listen(sender: Any, locales: list[int], **kwargs: Any) -> None:
        told.append(sorted(locales))

    events.source_changed.connect(listen)
    try:
        release = change(release, body=paragraphs("Zweiter Absatz.", "Erster Absatz.", first=11))
        assert told == [], "nothing but the order changed"
        change(release, lead="Zwei Städte feiern heute.")
    finally:
        events.source_changed.disconnect(listen)
    assert told == [sorted([locales["en"].pk, locales["ru"].pk])]


def test_the_report_says_for_each_locale_what_became_of_the_strings(
    release: PressReleasePage, translation: Translation, locales: dict[str, Locale]
) -> None:
    page = PressReleasePage.objects.get(pk=release.pk)
    page.body = [*paragraphs("Erster Absatz!", "Etwas ganz Neues."), *paragraphs("Zweiter Absatz.", first=50)]
    page.lead = ""
    page.save_revision()
    update = UpdateFromSource(source=translation.source, draft=True).execute()
    told = update.locales[locales["ru"].pk]
    assert update.changed
    assert (told.carried, told.proposed, told.new, told.gone) == (1, 1, 1, 2)


def test_publishing_does_not_take_a_later_draft_from_its_translators(
    release: PressReleasePage, translation: Translation
) -> None:
    page = PressReleasePage.objects.get(pk=release.pk)
    published_now = page.save_revision()
    page.lead = "Zwei Städte feiern morgen."
    page.save_revision()
    UpdateFromSource(source=translation.source, draft=True).execute()
    assert Submission.objects.get().unpublished
    published_now.publish()
    assert "Zwei Städte feiern morgen." in found(translation)
    PressReleasePage.objects.get(pk=release.pk).latest_revision.publish()
    assert not Submission.objects.get().unpublished


def test_of_a_source_that_is_not_live_its_latest_draft_is_handed_over(
    release: PressReleasePage, translation: Translation
) -> None:
    """wagtail-localize never picks up later edits of a draft source."""
    release.unpublish()
    page = PressReleasePage.objects.get(pk=release.pk)
    page.lead = "Zwei Städte feiern morgen."
    page.save_revision()
    UpdateFromSource(source=translation.source).execute()
    assert proposed(translation)["Zwei Städte feiern morgen."][1] == "Два города празднуют."


def test_the_admins_own_page_for_updating_leads_here(
    release: PressReleasePage, translation: Translation, sign_in: SignIn
) -> None:
    release.unpublish()
    page = PressReleasePage.objects.get(pk=release.pk)
    page.body = paragraphs("Erster Absatz!", "Zweiter Absatz.", first=60)
    page.save_revision()
    address = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    assert sign_in("Editors").post(address).status_code == 302
    assert found(translation)["Zweiter Absatz."] == "Второй абзац."
    assert list(proposed(translation)) == ["Erster Absatz!"]
    target = Target.objects.get(translation_key=release.translation_key, locale=translation.target_locale)
    assert (target.strings_left, target.proposals) == (1, 1)
    assert Submission.objects.get().user.username == "Editors", "whoever pressed the button, not nobody"


def test_nobody_hands_over_who_may_not_submit(translation: Translation) -> None:
    nobody = User.objects.create(username="nobody", email="nobody@example.org")
    with pytest.raises(PermissionDenied):
        UpdateFromSource(source=translation.source, user=nobody).execute()


def test_a_deleted_source_keeps_all_translations(release: PressReleasePage, translation: Translation) -> None:
    texts = sorted(StringTranslation.objects.values_list("data", flat=True))
    release.delete()
    with pytest.raises(SourceGoneError, match="Vierzig Jahre Freundschaft"):
        UpdateFromSource(source=TranslationSource.objects.get(pk=translation.source_id)).execute()
    assert sorted(StringTranslation.objects.values_list("data", flat=True)) == texts


def test_a_source_that_was_unpublished_and_comes_back_finds_its_translations(
    release: PressReleasePage, translation: Translation
) -> None:
    release.unpublish()
    assert found(translation)["Erster Absatz."] == "Первый абзац."
    change(release, body=paragraphs("Erster Absatz.", "Zweiter Absatz.", first=70))
    assert found(translation)["Erster Absatz."] == "Первый абзац."


def test_if_handing_over_fails_nothing_is_published_and_the_editor_is_told(
    release: PressReleasePage, translation: Translation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: Any, **named: Any) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr(block, "carry_strings", fail)
    with pytest.raises(RuntimeError):
        change(release, lead="Zwei Städte feiern morgen.")
    assert PressReleasePage.objects.get(pk=release.pk).lead == "Zwei Städte feiern."
    assert "Zwei Städte feiern." in found(translation)


def test_a_library_entry_is_handed_over_when_it_is_published(town: Municipality, submit: Submit) -> None:
    translation = submit(town, "ru")
    translate(translation, RUSSIAN)
    town.intro = "<p>Stadt am schönen Rhein.</p>"
    town.save_revision().publish()
    assert proposed(translation) == {"Stadt am schönen Rhein.": ("Stadt am Rhein.", "Город на Рейне.")}
    assert found(translation)["Köln"] == "Кёльн"


@pytest.fixture
def twins(town: Municipality, locales: dict[str, Locale]) -> Partnership:
    """A partnership with two milestones, each with a wording."""
    row = partnership(town, municipality("Wolgograd", country="RU"))
    row.milestones = [
        Milestone(type="signed", date="1991-05-11", wording="Im Rathaus.", locale=row.locale),
        Milestone(type="renewed", date="2001-05-11", wording="Am Rhein.", locale=row.locale),
    ]
    row.save_revision().publish()
    return Partnership.objects.get(pk=row.pk)


def test_rows_of_a_library_entry_that_are_made_anew_keep_their_translations(twins: Partnership, submit: Submit) -> None:
    translation = submit(twins, "ru")
    translate(translation, {"Im Rathaus.": "В ратуше.", "Am Rhein.": "На Рейне."})
    twins.milestones = [
        Milestone(type="renewed", date="2001-05-11", wording="Am Rhein.", locale=twins.locale),
        Milestone(type="signed", date="1991-05-11", wording="Im Rathaus.", locale=twins.locale),
    ]
    twins.save_revision().publish()
    assert found(translation)["Im Rathaus."] == "В ратуше."
    assert found(translation)["Am Rhein."] == "На Рейне."


def counted(action: Callable[[], Any]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        action()
    return len(queries)


def translate_all(translation: Translation) -> None:
    segments = StringSegment.objects.filter(source=translation.source)
    rows = [
        StringTranslation(
            translation_of_id=string_id, context_id=context_id, locale=translation.target_locale, data=f"Абзац {order}"
        )
        for string_id, context_id, order in segments.values_list("string_id", "context_id", "order")
    ]
    StringTranslation.objects.bulk_create(rows, ignore_conflicts=True)


def test_the_number_of_queries_grows_neither_with_the_text_nor_with_the_locales(
    release: PressReleasePage, submit: Submit, locales: dict[str, Locale]
) -> None:
    def cost(count: int, codes: Iterable[str]) -> int:
        page = change(release, body=paragraphs(*(f"Absatz mit der Nummer {n} hier." for n in range(count))))
        for code in codes:
            translate_all(submit(page, code))
        source = TranslationSource.objects.get(object_id=page.translation_key)
        page.body = paragraphs(*(f"Absatz mit der Nummer {n}{'!' * (n % 2)} hier." for n in range(count)), first=300)
        page.save_revision()
        needed = counted(UpdateFromSource(source=source, draft=True).execute)
        assert Proposal.objects.count() >= count // 2
        assert StringChange.objects.filter(origin=Origin.CARRIED).count() >= count // 2
        return needed

    few = cost(10, ["ru"])
    many = cost(200, ["en", "ru"])
    assert many <= few + 10, "several hundred rows are written in more than one statement"
    assert many <= 80
