"""Ordering a job: what it is about, and how the worker hears of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.core.models import User
from cms.translation.jobs.options import JobOptions
from cms.translation.jobs.ordering import NothingSelectedError, order
from cms.translation.jobs.progress import progress_of
from cms.translation.jobs.selections import ChosenWorks, Everything, Section, WholeLibrary, WholeType
from cms.translation.jobs.tasks import run_job
from cms.translation.models import Job
from partnerships.models import Municipality

from .conftest import published
from .worker import Committing, Ordered, statuses, the_worker_runs, waiting_tasks

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


class TestOrdering:
    def test_a_task_with_nothing_but_the_id_waits_after_the_commit(
        self, towns: list[Any], ordered: Ordered, administrator: User, django_capture_on_commit_callbacks: Committing
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            job = ordered(Job.Kind.SUBMIT, towns, administrator)
            assert waiting_tasks() == []
        [task] = waiting_tasks()
        assert task.args_kwargs == {"args": [job.pk], "kwargs": {}}
        assert task.task_path == run_job.module_path

        the_worker_runs()
        job.refresh_from_db()
        assert (job.status, statuses(job)) == ("done", ["done"] * 3)
        assert job.finished_at is not None
        assert Translation.objects.count() == 3

    def test_an_order_that_is_rolled_back_leaves_no_task(
        self, towns: list[Any], ordered: Ordered, administrator: User, django_capture_on_commit_callbacks: Committing
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
            ordered(Job.Kind.SUBMIT, towns, administrator)
            transaction.set_rollback(True)
        assert waiting_tasks() == []
        assert not Job.objects.exists()

    def test_what_is_chosen_twice_is_done_once(self, towns: list[Any], ordered: Ordered, administrator: User) -> None:
        job = ordered(Job.Kind.SUBMIT, [*towns, *towns], administrator)
        assert [item.title for item in job.items.all()] == ["Essen", "Fulda", "Suhl"]

    def test_nothing_to_do_is_no_job(self, towns: list[Any], ordered: Ordered, administrator: User) -> None:
        with pytest.raises(NothingSelectedError):
            ordered(Job.Kind.PUBLISH, towns, administrator)
        assert not Job.objects.exists()

    def test_parents_come_before_what_is_below_them(
        self, release: Any, site: Any, locales: dict[str, Locale], administrator: User
    ) -> None:
        options = JobOptions(locales=(locales["ru"].pk,))
        job = order(Job.Kind.SUBMIT, Section(site.root_page), options, administrator)
        assert [item.title for item in job.items.all()] == ["Trilog", "Presse", release.title]

    def test_types_the_library_and_everything(self, release: Any, towns: list[Any], locales: dict[str, Locale]) -> None:
        def works(selection: Any) -> set[str]:
            return set(selection.targets(None).values_list("title", flat=True))

        assert works(WholeType(Municipality)) == works(WholeLibrary()) == {"Essen", "Fulda", "Suhl"}
        assert works(Everything()) == {"Essen", "Fulda", "Suhl", "Trilog", "Presse", release.title}

    def test_thousands_are_ordered_in_few_queries(
        self,
        locales: dict[str, Locale],
        administrator: User,
        ordered: Ordered,
        django_assert_num_queries: Any,
        django_assert_max_num_queries: Any,
    ) -> None:
        towns = [published(name, locales) for name in ("Ulm", "Jena")]
        ordered(Job.Kind.SUBMIT, towns, administrator)
        with django_assert_max_num_queries(8):
            ordered(Job.Kind.SUBMIT, towns, administrator)
        towns += [published(f"Ort {number}", locales) for number in range(5)]
        with django_assert_max_num_queries(8):
            ordered(Job.Kind.SUBMIT, towns, administrator)

    def test_immediate_jobs_are_refused_at_the_start(self, settings: Any) -> None:
        call_command("check")
        settings.TRANSLATION_JOBS_IMMEDIATE = True
        with pytest.raises(SystemCheckError, match="TRANSLATION_JOBS_IMMEDIATE"):
            call_command("check")

    def test_a_single_test_may_have_jobs_done_immediately(
        self,
        settings: Any,
        towns: list[Any],
        ordered: Ordered,
        administrator: User,
        django_capture_on_commit_callbacks: Committing,
    ) -> None:
        settings.TRANSLATION_JOBS_IMMEDIATE = True
        with django_capture_on_commit_callbacks(execute=True):
            job = ordered(Job.Kind.SUBMIT, towns, administrator)
        assert statuses(job) == ["done"] * 3
        assert waiting_tasks() == []


def test_progress_is_one_query(
    towns: list[Any], ordered: Ordered, administrator: User, django_assert_num_queries: Any
) -> None:
    job = ordered(Job.Kind.SUBMIT, towns, administrator)
    job.items.filter(position=0).update(status="refused")
    with django_assert_num_queries(1):
        progress = progress_of(job)
    assert (progress.total, progress.over, progress.unsuccessful, progress.percent) == (3, 1, 1, 33)


def test_options_survive_their_storage() -> None:
    options = JobOptions(locales=(1, 2), due=date(2026, 5, 4), note="…", translator=3)
    assert JobOptions.from_json(options.as_json()) == options


def test_an_empty_choice_finds_nothing(db: None) -> None:
    assert not ChosenWorks(()).targets(None).exists()
    assert not DBTaskResult.objects.exists()
