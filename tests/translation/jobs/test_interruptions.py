"""Jobs that somebody ends, and workers that die."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.utils import timezone
from wagtail_localize.models import Translation

from cms.core.models import User
from cms.translation.jobs import leases
from cms.translation.jobs.kinds import KINDS
from cms.translation.jobs.running import work_on
from cms.translation.jobs.tasks import take_up_jobs
from cms.translation.models import Job, JobItem

from .worker import Committing, Ordered, finished, statuses, the_worker_runs, waiting_tasks

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


class TestCancelling:
    def test_the_rest_stays_as_it_is(
        self, towns: list[Any], ordered: Ordered, administrator: User, monkeypatch: Any
    ) -> None:
        job = ordered(Job.Kind.SUBMIT, towns, administrator)
        run = KINDS["submit"].run

        def run_and_cancel(*args: Any) -> Any:
            outcome = run(*args)
            assert leases.cancel(job, administrator)
            return outcome

        monkeypatch.setattr(KINDS["submit"], "run", run_and_cancel)
        finished(job)
        assert (job.status, statuses(job)) == ("cancelled", ["done", "waiting", "waiting"])
        assert job.finished_at is not None

    def test_one_that_nobody_works_on_ends_at_once(
        self, towns: list[Any], ordered: Ordered, administrator: User
    ) -> None:
        job = ordered(Job.Kind.SUBMIT, towns, administrator)
        leases.cancel(job, administrator)
        job.refresh_from_db()
        assert job.status == "cancelled"
        assert statuses(finished(job)) == ["waiting"] * 3
        assert not leases.cancel(job, administrator)


class TestInterruptions:
    def test_a_worker_that_dies_within_an_item_leaves_it_to_the_next(
        self, towns: list[Any], ordered: Ordered, administrator: User, monkeypatch: Any
    ) -> None:
        job = ordered(Job.Kind.SUBMIT, towns, administrator)
        submit, calls = KINDS["submit"].run, []

        def die(*args: Any) -> Any:
            calls.append(args)
            outcome = submit(*args)
            if len(calls) == 2:
                raise KeyboardInterrupt
            return outcome

        with monkeypatch.context() as patch:
            patch.setattr(KINDS["submit"], "run", die)
            patch.setattr(leases.Lease, "give_back", lambda lease: None)
            with pytest.raises(KeyboardInterrupt):
                work_on(job.pk)
        job.refresh_from_db()
        assert (job.status, statuses(job)) == ("running", ["done", "waiting", "waiting"])
        assert Translation.objects.count() == 1

        assert not leases.free().exists(), "it may still be alive"
        finished(job)
        assert job.status == "running"

        Job.objects.update(beat_at=timezone.now() - leases.LEASE)
        finished(job)
        assert (job.status, statuses(job)) == ("done", ["done"] * 3)
        assert Translation.objects.count() == 3

    def test_a_job_whose_task_is_lost_is_found(
        self, towns: list[Any], ordered: Ordered, administrator: User, django_capture_on_commit_callbacks: Committing
    ) -> None:
        job = ordered(Job.Kind.SUBMIT, towns, administrator)
        assert waiting_tasks() == []
        with django_capture_on_commit_callbacks(execute=True):
            take_up_jobs.call()
            take_up_jobs.call()
        assert len(waiting_tasks()) == 1
        the_worker_runs()
        assert statuses(job) == ["done"] * 3
        with django_capture_on_commit_callbacks(execute=True):
            take_up_jobs.call()
        assert waiting_tasks() == []

    def test_an_item_that_kills_workers_is_given_up(
        self, towns: list[Any], ordered: Ordered, administrator: User, monkeypatch: Any
    ) -> None:
        job = ordered(Job.Kind.SUBMIT, towns, administrator)
        submit = KINDS["submit"].run

        def die_at_essen(item: JobItem, *args: Any) -> Any:
            if item.title == "Essen":
                raise KeyboardInterrupt
            return submit(item, *args)

        monkeypatch.setattr(KINDS["submit"], "run", die_at_essen)
        with monkeypatch.context() as patch:
            patch.setattr(leases.Lease, "give_back", lambda lease: None)
            for _attempt in range(leases.TRIES):
                Job.objects.exclude(beat_at=None).update(beat_at=timezone.now() - leases.LEASE)
                with pytest.raises(KeyboardInterrupt):
                    work_on(job.pk)
        Job.objects.update(beat_at=timezone.now() - leases.LEASE)
        finished(job)
        assert (job.status, statuses(job)) == ("done", ["failed", "done", "done"])

    def test_long_jobs_let_others_have_their_turn(
        self, towns: list[Any], ordered: Ordered, administrator: User, django_capture_on_commit_callbacks: Committing
    ) -> None:
        job = ordered(Job.Kind.SUBMIT, towns, administrator)
        assert work_on(job.pk, seconds=0)
        job.refresh_from_db()
        assert (job.status, job.beat_at, statuses(job)) == ("running", None, ["waiting"] * 3)
        assert not JobItem.objects.exclude(interruptions=0).exists()
        finished(job)
        assert job.status == "done"

    def test_asked_to_stop_it_leaves_the_rest(
        self, towns: list[Any], ordered: Ordered, administrator: User, monkeypatch: Any
    ) -> None:
        asked = threading.Event()
        asked.set()
        monkeypatch.setattr("cms.publishing.stopping.stop_asked", asked)
        job = ordered(Job.Kind.SUBMIT, towns, administrator)
        assert work_on(job.pk)
        assert statuses(job) == ["waiting"] * 3
        assert leases.free().get() == job

    def test_whoever_lost_the_lease_does_no_more(
        self, towns: list[Any], ordered: Ordered, administrator: User, monkeypatch: Any
    ) -> None:
        job = ordered(Job.Kind.SUBMIT, towns, administrator)
        run = KINDS["submit"].run

        def overtaken(*args: Any) -> Any:
            outcome = run(*args)
            Job.objects.filter(pk=job.pk).update(beat_at=timezone.now())
            return outcome

        monkeypatch.setattr(KINDS["submit"], "run", overtaken)
        work_on(job.pk)
        job.refresh_from_db()
        assert (job.status, statuses(job)) == ("running", ["done", "waiting", "waiting"])
        assert job.beat_at is not None, "the other's"
