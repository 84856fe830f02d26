"""What becomes of a job's items, and with whose permissions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation
from wagtail.models import Locale
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from cms.core.models import User
from cms.publishing.models import Edition
from cms.translation.jobs.kinds import KINDS
from cms.translation.jobs.options import JobOptions
from cms.translation.jobs.ordering import order_again
from cms.translation.models import Assignment, Job, JobItem

from .worker import Member, Ordered, finished, messages, statuses

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


class TestOutcomes:
    def test_done_once_there_is_nothing_to_do(self, towns: list[Any], ordered: Ordered, administrator: User) -> None:
        assert statuses(finished(ordered(Job.Kind.SUBMIT, towns, administrator))) == ["done"] * 3
        assert statuses(finished(ordered(Job.Kind.SUBMIT, towns, administrator))) == ["nothing"] * 3

    def test_publishing_publishes_what_is_complete_and_tells_why_the_rest_is_not(
        self, translated: list[Any], ordered: Ordered, administrator: User
    ) -> None:
        from wagtail_localize.models import StringTranslation

        StringTranslation.objects.filter(data="Зуль").delete()
        job = finished(ordered(Job.Kind.PUBLISH, translated, administrator))
        assert statuses(job) == ["done", "done", "refused"]
        assert "Suhl" in messages(job)[2]
        assert set(Edition.objects.filter(locale="ru").values_list("title", flat=True)) == {"Эссен", "Фульда"}

        again = finished(ordered(Job.Kind.PUBLISH, translated, administrator))
        assert statuses(again) == ["nothing", "nothing", "refused"]

    def test_a_new_text_is_handed_over(self, submitted: list[Any], ordered: Ordered, administrator: User) -> None:
        town = submitted[0]
        town.name = "Essen an der Ruhr"
        town.save_revision()
        assert statuses(finished(ordered(Job.Kind.UPDATE, submitted, administrator))) == ["nothing"] * 3
        job = finished(ordered(Job.Kind.UPDATE, submitted, administrator, draft=True))
        assert sorted(statuses(job)) == ["done", "nothing", "nothing"]

    def test_assigning_in_bulk(self, submitted: list[Any], ordered: Ordered, member: Member) -> None:
        translator, editor = member("Translators (ru)"), member("Editors")
        due = timezone.localdate() + timedelta(days=7)
        job = finished(ordered(Job.Kind.ASSIGN, submitted, editor, translator=translator.pk, due=due, note="Bitte."))
        assert statuses(job) == ["done"] * 3
        assert set(Assignment.objects.values_list("translator", "due", "note")) == {(translator.pk, due, "Bitte.")}
        again = ordered(Job.Kind.ASSIGN, submitted, editor, translator=translator.pk, due=due, note="Bitte.")
        assert statuses(finished(again)) == ["nothing"] * 3

        translator.is_active = False
        translator.save()
        job = finished(ordered(Job.Kind.ASSIGN, submitted, editor, translator=translator.pk))
        assert statuses(job) == ["refused"] * 3

    def test_one_that_is_deleted_meanwhile_is_told(
        self, towns: list[Any], ordered: Ordered, administrator: User
    ) -> None:
        job = ordered(Job.Kind.SUBMIT, towns, administrator)
        towns[1].delete()
        with translation.override("en"):
            assert statuses(finished(job)) == ["done", "refused", "done"]
        assert "Fulda" in messages(job)[1]

    def test_what_nobody_foresaw_is_logged_and_keeps_nobody(
        self, towns: list[Any], ordered: Ordered, administrator: User, monkeypatch: Any, caplog: Any
    ) -> None:
        submit, calls = KINDS["submit"].run, []

        def fail_at_first(item: JobItem, options: JobOptions, user: User) -> Any:
            calls.append(item)
            outcome = submit(item, options, user)
            if len(calls) == 1:
                raise RuntimeError("secret details")
            return outcome

        monkeypatch.setattr(KINDS["submit"], "run", fail_at_first)
        job = finished(ordered(Job.Kind.SUBMIT, towns, administrator))
        assert statuses(job) == ["failed", "done", "done"]
        assert "secret" not in messages(job)[0]
        assert messages(job)[0]
        assert "secret details" in caplog.text
        assert not Translation.objects.filter(source__object_id=towns[0].translation_key).exists(), "rolled back"

        again = order_again(job, administrator)
        assert [item.title for item in again.items.all()] == ["Essen"]
        assert statuses(finished(again)) == ["done"]

    def test_invalid_values_are_told(
        self, towns: list[Any], ordered: Ordered, administrator: User, monkeypatch: Any
    ) -> None:
        def refuse(*args: Any) -> Any:
            raise ValidationError("So nicht.")

        monkeypatch.setattr(KINDS["submit"], "run", refuse)
        job = finished(ordered(Job.Kind.SUBMIT, towns, administrator))
        assert set(messages(job)) == {"So nicht."}

    def test_messages_are_in_the_language_of_whoever_ordered(
        self, submitted: list[Any], ordered: Ordered, administrator: User
    ) -> None:
        UserProfile.objects.update_or_create(user=administrator, defaults={"preferred_language": "en"})
        job = finished(ordered(Job.Kind.PUBLISH, submitted, administrator))
        assert "cannot be published" in messages(job)[0]


class TestPermissions:
    def test_those_count_that_the_person_has_when_it_runs(
        self, translated: list[Any], ordered: Ordered, member: Member
    ) -> None:
        publisher = member("Publishers")
        job = ordered(Job.Kind.PUBLISH, translated, publisher)
        publisher.groups.clear()
        assert statuses(finished(job)) == ["refused"] * 3
        assert not Edition.objects.filter(locale="ru").exists()

    def test_they_are_asked_for_each_item_anew(
        self, translated: list[Any], ordered: Ordered, member: Member, monkeypatch: Any
    ) -> None:
        publisher = member("Publishers")
        job = ordered(Job.Kind.PUBLISH, translated, publisher)
        run = KINDS["publish"].run

        def run_and_demote(*args: Any) -> Any:
            outcome = run(*args)
            publisher.groups.clear()
            return outcome

        monkeypatch.setattr(KINDS["publish"], "run", run_and_demote)
        assert statuses(finished(job)) == ["done", "refused", "refused"]

    @pytest.mark.parametrize("how", ["closed", "deleted"])
    def test_nothing_is_done_for_somebody_who_has_left(
        self, towns: list[Any], ordered: Ordered, administrator: User, how: str
    ) -> None:
        job = ordered(Job.Kind.SUBMIT, towns, administrator)
        if how == "closed":
            User.objects.filter(pk=administrator.pk).update(is_active=False)
        else:
            administrator.delete()
        assert statuses(finished(job)) == ["refused"] * 3
        assert not Translation.objects.exists()

    def test_the_system_may_do_everything(self, towns: list[Any], ordered: Ordered) -> None:
        assert statuses(finished(ordered(Job.Kind.SUBMIT, towns, None))) == ["done"] * 3

    def test_translators_submit_into_their_own_language_only(
        self, towns: list[Any], ordered: Ordered, member: Member, locales: dict[str, Locale]
    ) -> None:
        both = (locales["en"].pk, locales["ru"].pk)
        job = finished(ordered(Job.Kind.SUBMIT, towns[:1], member("Translators (ru)"), locales=both))
        assert {item.locale.language_code: item.status for item in job.items.all()} == {"en": "refused", "ru": "done"}
