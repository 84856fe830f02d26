"""What each operation does, and whom it refuses, for pages and for library entries."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.models import WorkflowState
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.publishing.models import Edition
from cms.translation import events
from cms.translation.errors import IncompleteTranslationError, InvalidTranslationError, LockedTranslationError
from cms.translation.models import Submission, TranslationBasis
from cms.translation.operations.hand_in import HandInTranslation
from cms.translation.operations.publish import PublishTranslation
from cms.translation.operations.save_draft import SaveDraftTranslation
from cms.translation.operations.withdraw import NotPublishedError, WithdrawTranslation
from cms.translation.refusals import InModerationError, NotTheDraftError, SourceIsGoneError, StoppedTranslationError
from cms.translation.texts import digest_of
from partnerships.models import Municipality
from tests.translation.conftest import RUSSIAN, translate

Submit = Callable[..., Translation]
Member = Callable[[str], User]

pytestmark = pytest.mark.django_db


def edition(translation: Translation) -> Edition | None:
    return Edition.objects.filter(
        key=translation.source.object_id, locale=translation.target_locale.language_code
    ).first()


def lock(translation: Translation, user: User | None = None) -> None:
    target = translation.get_target_instance()
    target.locked, target.locked_by, target.locked_at = True, user, timezone.now()
    target.save(update_fields=["locked", "locked_by", "locked_at"])


def retitle(translation: Translation, text: str) -> None:
    segment = StringSegment.objects.filter(source=translation.source, context__path__in=("title", "name")).get()
    translate(translation, {segment.string.data: text})


def test_a_draft_of_a_published_target_leaves_what_readers_get(published: Translation, member: Member) -> None:
    before = edition(published)
    retitle(published, "Проба")
    revision = SaveDraftTranslation(translation=published, user=member("Translators (ru)")).execute()
    after = edition(published)
    assert before is not None
    assert after is not None
    assert after.document == before.document
    assert str(revision.as_object()) == "Проба"
    assert published.get_target_instance().live


def test_save_target_without_publishing_leaves_the_live_row(published: Translation) -> None:
    """wagtail-localize writes unapproved text to the live row of a page, and takes a live snippet off the site."""
    before = published.get_target_instance()
    retitle(published, "Проба")
    published.save_target(publish=False)
    after = published.get_target_instance()
    assert after.live
    assert str(after) == str(before)
    assert after.has_unpublished_changes


def test_who_may_only_submit_translations_cannot_publish_them(finished: Translation, member: Member) -> None:
    """wagtail-localize publishes for everybody who has the permission `submit_translation`."""
    translator = member("Translators (ru)")
    assert translator.has_perm("wagtail_localize.submit_translation")
    with pytest.raises(PermissionDenied):
        finished.save_target(user=translator, publish=True)
    with pytest.raises(PermissionDenied):
        PublishTranslation(translation=finished, user=translator).execute()
    assert edition(finished) is None


def test_a_translator_of_another_language_may_not_even_make_a_draft(finished: Translation, member: Member) -> None:
    with pytest.raises(PermissionDenied):
        SaveDraftTranslation(translation=finished, user=member("Translators (en)")).execute()
    with pytest.raises(PermissionDenied):
        HandInTranslation(translation=finished, user=member("Translators (en)")).execute()


def test_publishing_does_not_end_a_running_moderation(moderated: Translation, member: Member) -> None:
    """wagtail-localize publishes past the moderation, and Wagtail cancels it then."""
    state = moderated.get_target_instance().current_workflow_state
    with pytest.raises(InModerationError) as refused:
        PublishTranslation(translation=moderated).execute()
    assert state.current_task_state.task.name in str(refused.value)
    with pytest.raises(InModerationError):
        moderated.get_target_instance().latest_revision.publish()
    with pytest.raises(LockedTranslationError):
        moderated.get_target_instance().latest_revision.publish(user=member("Publishers"))
    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_IN_PROGRESS
    assert edition(moderated) is None


def test_a_moderator_approves_by_publishing(moderated: Translation, member: Member) -> None:
    state = moderated.get_target_instance().current_workflow_state
    row = PublishTranslation(translation=moderated, user=member("Moderators")).execute()
    state.refresh_from_db()
    assert row.live
    assert state.status == WorkflowState.STATUS_APPROVED
    assert edition(moderated) is not None


@pytest.mark.parametrize("operation", [SaveDraftTranslation, HandInTranslation, PublishTranslation])
def test_a_lock_holds_for_every_operation(operation: Any, finished: Translation, member: Member) -> None:
    """wagtail-localize asks for locks in its templates alone."""
    lock(finished, member("Moderators"))
    before = finished.get_target_instance().latest_revision_id
    for user in (member("Publishers"), member("Editors")):
        with pytest.raises((LockedTranslationError, PermissionDenied)):
            operation(translation=finished, user=user).execute()
    assert finished.get_target_instance().latest_revision_id == before
    assert edition(finished) is None


def test_a_lock_holds_when_wagtail_itself_publishes(finished: Translation, member: Member) -> None:
    draft = SaveDraftTranslation(translation=finished).execute()
    lock(finished, member("Moderators"))
    with pytest.raises(LockedTranslationError):
        draft.publish(user=member("Publishers"))
    assert edition(finished) is None
    draft.publish(user=member("Moderators"))
    assert edition(finished) is not None


def test_what_is_missing_is_named(work: Any, submit: Submit, member: Member) -> None:
    translation = submit(work, "ru")
    translate(translation, {str(work): "Перевод"})
    missing = [text for text in RUSSIAN if text != str(work)]
    for operation in (HandInTranslation, PublishTranslation):
        with pytest.raises(IncompleteTranslationError) as refused:
            operation(translation=translation, user=member("Publishers")).execute()
        assert refused.value.missing
        assert set(refused.value.missing) <= set(missing)
        assert all(text in str(refused.value) for text in refused.value.missing[:3])
    assert not translation.get_target_instance().workflow_in_progress


def test_only_the_first_few_missing_texts_are_named() -> None:
    from wagtail.models import Locale

    texts = [f"<b>Text</b> {number} &amp; mehr" for number in range(5)]
    message = str(IncompleteTranslationError("Titel", Locale(language_code="ru"), texts))
    assert "Text 0 & mehr" in message
    assert "Text 2 & mehr" in message
    assert "Text 3" not in message


def test_with_gaps_only_in_the_body_and_only_who_may(release: PressReleasePage, submit: Submit, member: Member) -> None:
    translation = submit(release, "ru")
    translate(translation, {"Erster Absatz.": "Первый абзац."})
    with pytest.raises(IncompleteTranslationError):
        PublishTranslation(translation=translation, user=member("Publishers"), partially=True).execute()
    translate(translation, {text: RUSSIAN[text] for text in ("Vierzig Jahre Freundschaft", "Zwei Städte feiern.")})
    with pytest.raises(PermissionDenied):
        PublishTranslation(translation=translation, user=member("Translators (ru)"), partially=True).execute()
    PublishTranslation(translation=translation, user=member("Publishers"), partially=True).execute()
    found = edition(translation)
    assert found is not None
    assert found.state == "partial"
    basis = TranslationBasis.objects.get(translation_key=release.translation_key, locale=translation.target_locale)
    assert basis.missing == 1
    assert basis.missing_paths == ["body.a0000000-0000-4000-8000-000000000002"]


def test_a_draft_with_gaps_stays_a_draft_with_gaps_when_the_source_changes(
    release: PressReleasePage, submit: Submit
) -> None:
    """The text that it shows untranslated is not what is submitted any more."""
    translation = submit(release, "ru")
    translate(translation, {text: RUSSIAN[text] for text in RUSSIAN if text != "Zweiter Absatz."})
    draft = SaveDraftTranslation(translation=translation).execute()
    release.body[1].value.source = "<p>Zweiter Absatz, verbessert.</p>"
    release.save_revision().publish()
    translation.source.update_from_db()
    with pytest.raises(IncompleteTranslationError) as refused:
        draft.publish()
    assert refused.value.missing == ("Zweiter Absatz.",)
    assert edition(translation) is None


def test_a_draft_of_the_source_is_not_published_in_translation_by_who_may_not_publish_the_source(
    work: Any, submit: Submit, member: Member
) -> None:
    translation = submit(work, "ru")
    translate(translation, RUSSIAN)
    setattr(work, "title" if isinstance(work, PressReleasePage) else "name", "Geheimer Plan")
    work.save_revision()
    draft = work.get_latest_revision_as_object()
    Submission.objects.update_or_create(
        source=translation.source, defaults={"digest": digest_of(draft), "unpublished": True}
    )
    translators = member("Translators (ru)").groups.get()
    grant_publishing(translators, work)
    user = member("Translators (ru)")
    with pytest.raises(NotTheDraftError):
        PublishTranslation(translation=translation, user=user).execute()
    with pytest.raises(NotTheDraftError):
        SaveDraftTranslation(translation=translation).execute().publish(user=user)
    assert edition(translation) is None
    PublishTranslation(translation=translation, user=member("Publishers")).execute()
    assert edition(translation) is not None


def grant_publishing(group: Any, work: Any) -> None:
    """Lets the translators of a language publish in it."""
    from django.contrib.auth.models import Permission
    from wagtail.models import GroupPagePermission

    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="publish_page")
    for granted in GroupPagePermission.objects.filter(group=group):
        GroupPagePermission.objects.get_or_create(group=group, page=granted.page, permission=permission)
    if isinstance(work, Municipality):
        group.permissions.add(Permission.objects.get(codename="publish_municipality"))


def test_withdrawing_takes_it_off_the_site_and_keeps_every_string(published: Translation, member: Member) -> None:
    strings = StringTranslation.objects.count()
    with pytest.raises(PermissionDenied):
        WithdrawTranslation(translation=published, user=member("Translators (ru)")).execute()
    lock(published, member("Moderators"))
    with pytest.raises(LockedTranslationError):
        WithdrawTranslation(translation=published, user=member("Publishers")).execute()
    assert edition(published) is not None
    row = WithdrawTranslation(translation=published, user=member("Moderators")).execute()
    assert not row.live
    assert edition(published) is None
    assert StringTranslation.objects.count() == strings
    with pytest.raises(NotPublishedError):
        WithdrawTranslation(translation=published, user=member("Moderators")).execute()


def test_a_stopped_translation_does_not_overwrite_what_is_written_by_hand(published: Translation) -> None:
    Translation.objects.filter(pk=published.pk).update(enabled=False)
    published.refresh_from_db()
    for operation in (SaveDraftTranslation, HandInTranslation, PublishTranslation):
        with pytest.raises(StoppedTranslationError):
            operation(translation=published).execute()
    assert WithdrawTranslation(translation=published).execute() is not None


def test_a_failed_validation_is_said(work: Any, submit: Submit, member: Member) -> None:
    """wagtail-localize swallows it and reports success."""
    translation = submit(work, "ru")
    translate(translation, RUSSIAN | {str(work): "К" * 300})
    with pytest.raises(InvalidTranslationError) as refused:
        PublishTranslation(translation=translation, user=member("Publishers")).execute()
    assert "255" in str(refused.value)
    assert edition(translation) is None


def test_a_deleted_source_is_said(finished: Translation, member: Member, work: Any) -> None:
    """wagtail-localize answers with an error of the server."""
    type(work).objects.filter(pk=work.pk).first().delete()
    with pytest.raises(SourceIsGoneError):
        SaveDraftTranslation(translation=finished, user=member("Publishers")).execute()
    assert StringTranslation.objects.filter(locale=finished.target_locale).exists()


def test_handing_in_and_publishing_are_told(finished: Translation, member: Member) -> None:
    told: list[str] = []

    def handed_in(**kwargs: Any) -> None:
        told.append(f"handed in by {kwargs['user']}")

    def went_live(**kwargs: Any) -> None:
        told.append(f"published by {kwargs['user']}")

    events.handed_in.connect(handed_in)
    events.translation_published.connect(went_live)
    try:
        HandInTranslation(translation=finished, user=member("Translators (ru)")).execute()
        PublishTranslation(translation=finished, user=member("Moderators")).execute()
    finally:
        events.handed_in.disconnect(handed_in)
        events.translation_published.disconnect(went_live)
    assert told == ["handed in by Translators (ru)", "published by Moderators"]


def test_the_text_that_was_translated_is_remembered(published: Translation, work: Any) -> None:
    basis = TranslationBasis.objects.get(translation_key=work.translation_key, locale=published.target_locale)
    texts = [text for _path, text in basis.source_text]
    assert str(work) in texts
    assert basis.missing_paths == []
    source = TranslationBasis.objects.get(translation_key=work.translation_key, locale=work.locale)
    assert sorted(map(tuple, source.source_text)) == sorted(map(tuple, basis.source_text))


def test_a_date_of_going_live_keeps_its_meaning(finished: Translation, member: Member) -> None:
    target = finished.get_target_instance()
    target.go_live_at = timezone.now() + timedelta(days=1)
    target.save()
    row = PublishTranslation(translation=finished, user=member("Publishers")).execute()
    assert not row.live
    assert row.approved_schedule
    assert edition(finished) is None


def test_a_later_publication_is_told_when_it_happens(published: Translation, member: Member) -> None:
    """Nobody is written to, and no release takes it for done, while readers still have what they had."""
    told: list[Any] = []

    def went_live(**kwargs: Any) -> None:
        told.append(kwargs["translation"])

    target = published.get_target_instance()
    target.go_live_at = timezone.now() + timedelta(days=1)
    target.save()
    retitle(published, "Проба")
    events.translation_published.connect(went_live)
    try:
        row = PublishTranslation(translation=published, user=member("Publishers")).execute()
        assert row.live
        assert str(row) != "Проба"
        assert told == []
        revision = row.revisions.get(approved_go_live_at__isnull=False)
        revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
        revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
        revision.save()
        revision.publish()
    finally:
        events.translation_published.disconnect(went_live)
    assert str(published.get_target_instance()) == "Проба"
    assert told == [published]
