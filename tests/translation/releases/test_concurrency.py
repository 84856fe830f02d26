"""Several people, and the worker, at the same work at the same time."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.publishing.models import Change, Edition
from cms.publishing.projection import publication
from cms.publishing.rebuild import verify
from cms.publishing.schedule import run_due
from cms.translation.errors import LockedTranslationError
from cms.translation.operations.publish import PublishTranslation
from cms.translation.operations.publish_together import NotReadyError, PublishTogether
from cms.translation.releases.holding import HeldForReleaseError
from tests.publishing.test_concurrency import in_thread, wait_until, waiting_for_the_lock, waits_for_the_lock

from .conftest import TEXTS, Plan, due, public

Member = Callable[[str], User]
Translations = dict[str, Translation]

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def work(release: PressReleasePage) -> PressReleasePage:
    """A published page."""
    return release


@pytest.fixture(autouse=True)
def _roles(root_page: Any) -> None:
    """The groups and what they may do, which a test that emptied the database took away."""
    from django.apps import apps

    from cms.translation.roles import create_roles

    create_roles(apps)


class Outcome:
    """What became of an operation on another connection."""

    def __init__(self, operation: Any) -> None:
        self.operation = operation
        self.error: Exception | None = None
        self.thread: threading.Thread = in_thread(self._run)

    def _run(self) -> None:
        try:
            self.operation.execute()
        except Exception as error:  # noqa: BLE001  (whatever it is, the test wants to see it)
            self.error = error

    def wait(self) -> Exception | None:
        """The error, after it has ended."""
        self.thread.join(30)
        return self.error


def waits_for_a_row() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND wait_event <> 'advisory'"
        )
        return bool(cursor.fetchone()[0])


def test_two_publishers_at_once(work: Any, translations: Translations, member: Member) -> None:
    with publication():
        publishers = [
            Outcome(PublishTranslation(translation=translations["ru"], user=member(group)))
            for group in ("Publishers", "Moderators")
        ]
        wait_until(lambda: waiting_for_the_lock() == 2)
    assert [publisher.wait() for publisher in publishers] == [None, None]
    assert public(work) == {"de", "ru"}
    assert list(verify()) == []


def test_a_lock_that_is_set_meanwhile_holds(work: Any, translations: Translations, member: Member) -> None:
    target = translations["ru"].get_target_instance()
    locker, publisher = member("Moderators"), member("Publishers")
    with transaction.atomic():
        target.locked, target.locked_by, target.locked_at = True, locker, timezone.now()
        target.save(update_fields=["locked", "locked_by", "locked_at"])
        other = Outcome(PublishTranslation(translation=translations["ru"], user=publisher))
        wait_until(lambda: waits_for_a_row() or waits_for_the_lock())
    assert isinstance(other.wait(), LockedTranslationError)
    assert public(work) == {"de"}


def test_a_string_that_is_saved_meanwhile_comes_whole_or_not_at_all(
    work: Any, translations: Translations, member: Member
) -> None:
    publisher = member("Publishers")
    with transaction.atomic():
        StringTranslation.objects.filter(locale=translations["ru"].target_locale, data="Первый абзац.").update(
            data="Другой первый абзац."
        )
        other = Outcome(PublishTranslation(translation=translations["ru"], user=publisher))
        assert other.wait() is None, "who types keeps nobody from publishing"
    document = str(Edition.objects.get(key=work.translation_key, locale="ru").document)
    assert "Первый абзац." in document
    assert "Erster Absatz" not in document


def test_a_plan_that_is_made_meanwhile_holds(work: Any, translations: Translations, plan: Plan, member: Member) -> None:
    publisher = member("Publishers")
    with publication():
        plan(["en", "ru"])
        other = Outcome(PublishTranslation(translation=translations["ru"], user=publisher))
        wait_until(waits_for_the_lock)
    assert isinstance(other.wait(), HeldForReleaseError)
    assert public(work) == {"de"}


def test_a_member_that_is_published_while_the_release_goes_out(
    work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    release = plan(["en", "ru"])
    publisher = member("Publishers")
    with publication():
        other = Outcome(PublishTranslation(translation=translations["ru"], user=publisher))
        wait_until(waits_for_the_lock)
        PublishTogether(release=release, user=publisher).execute()
    assert other.wait() is None
    assert public(work) == {"de", "en", "ru"}
    assert list(verify()) == []


def test_an_original_that_is_deleted_while_the_release_waits(
    work: Any, translations: Translations, plan: Plan, member: Member
) -> None:
    release = plan(["en", "ru"])
    publisher = member("Publishers")
    with publication():
        PressReleasePage.objects.get(pk=work.pk).delete()
        other = Outcome(PublishTogether(release=release, user=publisher))
        wait_until(waits_for_the_lock)
    error = other.wait()
    assert isinstance(error, NotReadyError)
    assert set(error.reasons) == {"en", "ru"}
    assert public(work) == set()
    texts = set(StringTranslation.objects.values_list("data", flat=True))
    assert {TEXTS["ru"][work.title], TEXTS["en"][work.title]} <= texts


def test_a_release_goes_out_once_however_many_workers_there_are(
    work: Any, translations: Translations, plan: Plan
) -> None:
    from wagtail.models import WorkflowPage

    WorkflowPage.objects.all().delete()
    due(plan(["en", "ru"], hours=1))
    before = Change.objects.filter(key=work.translation_key, locale__in=["en", "ru"]).count()
    reports = []
    with publication():
        workers = [in_thread(lambda: reports.append(run_due())) for _ in range(2)]
        wait_until(lambda: waiting_for_the_lock() == len(workers))
    for worker in workers:
        worker.join()
    assert sorted(report.others for report in reports) == [0, 1]
    assert sum(report.failed for report in reports) == 0
    assert public(work) == {"de", "en", "ru"}
    assert Change.objects.filter(key=work.translation_key, locale__in=["en", "ru"]).count() == before + 2
