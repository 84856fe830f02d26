"""Languages of a work that go live together, "and the third when it is ready"."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.models import GroupPagePermission, Locale, Page, WorkflowContentType, WorkflowPage
from wagtail_localize.models import StringTranslation, Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.publishing.models import Change
from cms.publishing.schedule import run_due
from cms.translation import events
from cms.translation.errors import LockedTranslationError
from cms.translation.models import Release
from cms.translation.operations.hand_in import HandInTranslation
from cms.translation.operations.plan_release import CancelRelease, PlanError, PlanRelease, ReleaseIsClosedError
from cms.translation.operations.publish import PublishTranslation
from cms.translation.operations.publish_together import NotReadyError, PublishTogether
from cms.translation.operations.save_draft import SaveDraftTranslation
from cms.translation.releases.holding import HeldForReleaseError
from cms.translation.releases.schedule import due_releases
from tests.translation.conftest import translate

from .conftest import TEXTS, Plan, due, public

Member = Callable[[str], User]
Translations = dict[str, Translation]

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


def approve(translation: Translation, member: Member) -> None:
    HandInTranslation(
        translation=translation, user=member(f"Translators ({translation.target_locale.language_code})")
    ).execute()
    step = translation.get_target_instance().current_workflow_task_state
    step.task.specific.on_action(step, member("Moderators"), "approve")


def without_workflows() -> None:
    WorkflowPage.objects.all().delete()
    WorkflowContentType.objects.all().delete()


def revise(work: Any, text: str) -> None:
    row = type(work).objects.get(pk=work.pk)
    setattr(row, "title" if isinstance(row, PressReleasePage) else "name", text)
    row.save_revision()


def test_the_members_go_live_in_one_transaction_and_one_waits_till_it_is_ready(
    work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    StringTranslation.objects.filter(locale=translations["ru"].target_locale).last().delete()
    release = plan(["de", "en"], ["ru"])
    PublishTogether(release=release, user=member("Publishers")).execute()
    assert public(work) == {"de", "en"}

    ru = translations["ru"]
    StringTranslation.objects.filter(locale=ru.target_locale).delete()
    translate(ru, TEXTS["ru"])
    assert public(work) == {"de", "en"}, "finishing the last string publishes nothing"
    approve(ru, member)
    assert public(work) == {"de", "en", "ru"}
    assert release.members.filter(published_at=None).count() == 0


def test_a_member_is_not_published_by_itself(work: Any, translations: Translations, plan: Plan, member: Member) -> None:
    plan(["en"], ["ru"], hours=1)
    for code in ("en", "ru"):
        with pytest.raises(HeldForReleaseError) as refused:
            PublishTranslation(translation=translations[code], user=member("Publishers")).execute()
        assert translations[code].target_locale.get_display_name() in str(refused.value)
        with pytest.raises(HeldForReleaseError):
            translations[code].get_target_instance().latest_revision.publish()
        with pytest.raises(HeldForReleaseError):
            translations[code].save_target(publish=True)
    assert public(work) == {"de"}


def test_the_original_is_held_when_it_is_a_member(work: Any, translations: Translations, plan: Plan) -> None:
    revise(work, "Neu")
    plan(["de", "en"])
    with pytest.raises(HeldForReleaseError):
        type(work).objects.get(pk=work.pk).latest_revision.publish()


def test_approving_a_member_makes_it_ready_and_leaves_it_unpublished(
    work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    release = plan(["en", "ru"], hours=1)
    for translation in translations.values():
        approve(translation, member)
        assert not translation.get_target_instance().workflow_in_progress
    assert public(work) == {"de"}

    assert not due_releases(timezone.now()).exists(), "never early"
    run_due()
    assert public(work) == {"de"}
    due(release)
    before = Change.objects.count()
    assert run_due().others == 1
    assert public(work) == {"de", "en", "ru"}
    assert Change.objects.count() > before
    assert run_due().others == 0, "once"


def test_publishing_in_moderation_approves_a_member_and_waits(
    work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    plan(["en", "ru"])
    HandInTranslation(translation=translations["en"], user=member("Translators (en)")).execute()
    row = PublishTranslation(translation=translations["en"], user=member("Moderators")).execute()
    assert not row.live
    assert not row.workflow_in_progress
    assert public(work) == {"de"}


def test_when_one_is_not_ready_none_goes_and_it_is_said_which(
    work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    told: list[Release] = []

    def refused(release: Release, **kwargs: Any) -> None:
        told.append(release)

    events.release_refused.connect(refused)
    StringTranslation.objects.filter(locale=translations["ru"].target_locale).last().delete()
    release = plan(["en", "ru"], hours=1)
    approve(translations["en"], member)
    with pytest.raises(NotReadyError) as error:
        PublishTogether(release=release, user=member("Publishers")).execute()
    assert set(error.value.reasons) == {"ru"}
    release.refresh_from_db()
    assert release.status == Release.Status.WAITING
    assert set(release.report) == {"ru"}

    due(release)
    run_due()
    events.release_refused.disconnect(refused)
    release.refresh_from_db()
    assert release.status == Release.Status.REFUSED
    assert told == [release]
    assert public(work) == {"de"}
    assert run_due().others == 0, "people decide what to do"
    with pytest.raises(HeldForReleaseError):
        PublishTranslation(translation=translations["en"], user=member("Publishers")).execute()

    translate(translations["ru"], TEXTS["ru"])
    PublishTogether(release=release, user=member("Publishers")).execute()
    assert public(work) == {"de", "en", "ru"}


def test_on_schedule_only_what_was_approved_goes_live(
    work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    release = plan(["en"], hours=1)
    approve(translations["en"], member)
    SaveDraftTranslation(translation=translations["en"], user=member("Translators (en)")).execute()
    due(release)
    run_due()
    release.refresh_from_db()
    assert release.status == Release.Status.REFUSED, "changed after it was approved"
    assert public(work) == {"de"}


def test_strings_typed_after_the_approval_stay_unpublished(
    work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    release = plan(["en"], hours=1)
    approve(translations["en"], member)
    StringTranslation.objects.filter(locale=translations["en"].target_locale).update(data="Nobody approved this")
    due(release)
    run_due()
    assert public(work) == {"de", "en"}
    assert str(translations["en"].get_target_instance()) == TEXTS["en"][str(work)]


def test_without_a_workflow_complete_is_enough_on_schedule(work: Any, translations: Translations, plan: Plan) -> None:
    without_workflows()
    release = plan(["en", "ru"], hours=1)
    due(release)
    run_due()
    assert public(work) == {"de", "en", "ru"}


def test_without_a_workflow_the_late_one_goes_live_when_it_is_handed_in(
    work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    without_workflows()
    release = plan(["en"], ["ru"])
    PublishTogether(release=release, user=member("Publishers")).execute()
    assert public(work) == {"de", "en"}, "complete, but nobody has handed it in"
    HandInTranslation(translation=translations["ru"], user=member("Translators (ru)")).execute()
    assert public(work) == {"de", "en", "ru"}


def test_the_late_one_goes_along_when_it_was_ready_before(
    work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    release = plan(["en"], ["ru"], hours=1)
    approve(translations["ru"], member)
    approve(translations["en"], member)
    due(release)
    run_due()
    assert public(work) == {"de", "en", "ru"}


@pytest.mark.parametrize("loss", ["inactive", "no longer a publisher", "deleted"])
def test_it_does_not_go_when_its_planner_may_not_publish_any_more(
    loss: str, work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    without_workflows()
    planner = member("Publishers")
    release = plan(["en"], ["ru"], hours=1, user=planner)
    if loss == "inactive":
        User.objects.filter(pk=planner.pk).update(is_active=False)
    elif loss == "deleted":
        planner.delete()
    else:
        planner.groups.clear()
    due(release)
    run_due()
    release.refresh_from_db()
    assert release.status == Release.Status.REFUSED
    assert release.report["en"]
    assert public(work) == {"de"}


def test_the_draft_of_the_original_goes_live_with_its_translations(
    work: Any, translations: Translations, plan: Plan, member: Member, submit: Any
) -> None:
    revise(work, "Neuer Titel")
    translations["en"].source.update_from_db()
    row = type(work).objects.get(pk=work.pk)
    submit(row, "en")
    translate(translations["en"], TEXTS["en"] | {"Neuer Titel": "A new title"})
    release = plan(["de", "en"])
    assert str(type(work).objects.get(pk=work.pk)) != "Neuer Titel"
    PublishTogether(release=release, user=member("Publishers")).execute()
    assert str(type(work).objects.get(pk=work.pk)) == "Neuer Titel"
    assert str(translations["en"].get_target_instance()) == "A new title"


def test_a_translation_of_an_earlier_text_keeps_all_back(
    work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    revise(work, "Nach der Übergabe geändert")
    release = plan(["de", "en"])
    with pytest.raises(NotReadyError) as refused:
        PublishTogether(release=release, user=member("Publishers")).execute()
    assert set(refused.value.reasons) == {"en"}
    assert not Change.objects.filter(key=work.translation_key, locale="en").exists()


def test_a_deleted_original_keeps_all_back(work: Any, translations: Translations, plan: Plan, member: Member) -> None:
    release = plan(["en", "ru"], hours=1)
    strings = StringTranslation.objects.count()
    approve(translations["en"], member)
    type(work).objects.get(pk=work.pk).delete()
    due(release)
    run_due()
    release.refresh_from_db()
    assert release.status == Release.Status.REFUSED
    assert set(release.report) == {"en", "ru"}
    assert public(work) == set()
    assert StringTranslation.objects.count() == strings
    CancelRelease(release=release, user=member("Publishers")).execute()


def test_an_original_that_was_taken_off_the_site_keeps_all_back(
    work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    release = plan(["en"])
    type(work).objects.get(pk=work.pk).unpublish()
    with pytest.raises(NotReadyError):
        PublishTogether(release=release, user=member("Publishers")).execute()
    assert public(work) == set()


def test_a_locked_member_keeps_all_back(work: Any, translations: Translations, plan: Plan, member: Member) -> None:
    target = translations["ru"].get_target_instance()
    target.locked, target.locked_by, target.locked_at = True, member("Editors"), timezone.now()
    target.save(update_fields=["locked", "locked_by", "locked_at"])
    release = plan(["en", "ru"])
    with pytest.raises(NotReadyError) as refused:
        PublishTogether(release=release, user=member("Publishers")).execute()
    assert member("Editors").username in refused.value.reasons["ru"]
    assert public(work) == {"de"}
    with pytest.raises(LockedTranslationError):
        PublishTranslation(translation=translations["ru"], user=member("Publishers")).execute()


def test_only_who_may_publish_every_member_plans_carries_out_and_cancels(
    work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    for group in ("Editors", "Translators (ru)"):
        with pytest.raises(PermissionDenied):
            plan(["ru"], user=member(group))
    release = plan(["ru"])
    for group in ("Editors", "Translators (ru)"):
        with pytest.raises(PermissionDenied):
            PublishTogether(release=release, user=member(group)).execute()
        with pytest.raises(PermissionDenied):
            CancelRelease(release=release, user=member(group)).execute()
    CancelRelease(release=release, user=member("Publishers")).execute()
    PublishTranslation(translation=translations["ru"], user=member("Publishers")).execute()
    assert public(work) == {"de", "ru"}
    with pytest.raises(ReleaseIsClosedError):
        PublishTogether(release=release, user=member("Publishers")).execute()


def test_a_plan_is_changed_only_by_those_who_may_drop_it(
    work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    """Otherwise who publishes one language could let go of the others by planning anew without them."""
    release = plan(["de", "en"])
    russian = member("Translators (ru)")
    allowed = Permission.objects.get(codename="publish_municipality")
    Group.objects.get(name="Translators (ru)").permissions.add(allowed)
    for page in Page.objects.filter(locale__language_code="ru", depth=2):
        GroupPagePermission.objects.create(
            group=Group.objects.get(name="Translators (ru)"),
            page=page,
            permission=Permission.objects.get(codename="publish_page"),
        )
    russian = User.objects.get(pk=russian.pk)
    with pytest.raises(PermissionDenied):
        plan(["ru"], user=russian)
    assert {found.locale.language_code for found in release.members.all()} == {"de", "en"}
    CancelRelease(release=release, user=member("Publishers")).execute()
    plan(["ru"], user=russian)


def test_plans_that_make_no_sense_are_refused(
    work: Any, translations: Translations, plan: Plan, locales: dict[str, Locale], member: Member
) -> None:
    with pytest.raises(PlanError):
        plan([])
    with pytest.raises(PlanError):
        plan(["en"], ["en"])
    with pytest.raises(PlanError):
        PlanRelease(source=work, together=[locales["en"]], go_live_at=timezone.now() - timedelta(minutes=1)).execute()
    target = translations["en"].get_target_instance()
    target.go_live_at = timezone.now() + timedelta(days=1)
    target.save()
    PublishTranslation(translation=translations["en"], user=member("Publishers")).execute()
    with pytest.raises(PlanError):
        plan(["en"])


def test_planning_again_changes_the_plan(work: Any, translations: Translations, plan: Plan, member: Member) -> None:
    release = plan(["en", "ru"], hours=1)
    approve(translations["en"], member)
    again = plan(["en"], ["ru"], hours=2)
    assert again.pk == release.pk
    assert again.members.count() == 2
    assert again.members.get(locale=translations["en"].target_locale).ready_revision is not None
    due(again)
    run_due()
    assert public(work) == {"de", "en"}


def test_dates_of_the_rows_keep_their_meaning(
    work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    target = translations["ru"].get_target_instance()
    target.go_live_at = timezone.now() + timedelta(days=1)
    target.save()
    release = plan(["en", "ru"])
    PublishTogether(release=release, user=member("Publishers")).execute()
    assert public(work) == {"de", "en"}
    assert translations["ru"].get_target_instance().approved_schedule
