"""Two workers at the same time, on a database that lets them."""

from __future__ import annotations

import threading
import time
from collections import Counter
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Locale

from cms.translation.jobs import leases
from cms.translation.jobs.kinds import KINDS
from cms.translation.jobs.options import JobOptions
from cms.translation.jobs.ordering import order
from cms.translation.jobs.running import work_on
from cms.translation.jobs.selections import ChosenWorks
from cms.translation.models import Job, JobItem

from .conftest import published
from .worker import statuses

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def job(locales: dict[str, Locale]) -> Job:
    towns = [published(f"Ort {number}", locales) for number in range(6)]
    return order(Job.Kind.SUBMIT, ChosenWorks.of_rows(towns), JobOptions(locales=(locales["ru"].pk,)), None)


def in_threads(*targets: Any) -> None:
    def run(target: Any) -> None:
        try:
            target()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(target,)) for target in targets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)


@pytest.fixture
def begun(monkeypatch: Any) -> list[str]:
    """The titles of items, in the order in which their dealing began."""
    titles: list[str] = []
    submit = KINDS["submit"].run

    def run(item: JobItem, *args: Any) -> Any:
        titles.append(item.title)
        time.sleep(0.05)
        return submit(item, *args)

    monkeypatch.setattr(KINDS["submit"], "run", run)
    return titles


def test_a_job_has_one_worker(job: Job, begun: list[str]) -> None:
    in_threads(lambda: work_on(job.pk), lambda: work_on(job.pk))
    assert statuses(job) == ["done"] * 6
    assert len(begun) == 6


def test_nobody_does_an_item_twice_when_a_worker_is_only_slow(job: Job, begun: list[str], monkeypatch: Any) -> None:
    """The first worker is taken for dead while it deals with an item."""
    monkeypatch.setattr(leases, "RENEWED_AFTER", leases.LEASE)

    def overtake() -> None:
        while not begun:
            time.sleep(0.005)
        Job.objects.update(beat_at=timezone.now() - leases.LEASE)
        work_on(job.pk)

    in_threads(lambda: work_on(job.pk), overtake)
    assert statuses(job) == ["done"] * 6
    assert set(Counter(begun).values()) == {1}
    job.refresh_from_db()
    assert job.status == "done"
