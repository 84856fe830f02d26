"""What only two real connections show, on the database that has real concurrency."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.utils import timezone

from cms.publishing.models import Change, Edition
from cms.publishing.projection import publication
from cms.publishing.rebuild import verify
from cms.publishing.schedule import run_due
from tests import newsroom
from tests.newsroom import edition

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def index(site):
    return newsroom.article_index(newsroom.home_page(site))


def in_thread(work: Callable[[], None]) -> threading.Thread:
    """Runs `work` on a connection of its own."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def waiting_for_the_lock() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        return int(cursor.fetchone()[0])


def waits_for_the_lock() -> bool:
    return waiting_for_the_lock() > 0


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "nothing happened within 20 seconds"
        time.sleep(0.01)


@pytest.mark.parametrize("first", ["the article", "the renaming"])
def test_an_article_ends_with_the_towns_new_name_whichever_commits_first(index, first):
    town = newsroom.municipality("Karl-Marx-Stadt")
    page = newsroom.press_release(index, "Besuch", live=False, places=[town])
    revision = page.save_revision()

    def publish() -> None:
        revision.publish()

    def rename() -> None:
        row = type(town).objects.get(pk=town.pk)
        row.name = "Chemnitz"
        row.save()

    earlier, later = (publish, rename) if first == "the article" else (rename, publish)
    with transaction.atomic():
        earlier()
        other = in_thread(later)
        wait_until(waits_for_the_lock)
    other.join()

    assert [place["name"] for place in edition(page).document["places"]] == ["Chemnitz"]
    assert list(verify()) == []


def test_a_reader_that_polls_the_log_misses_nothing(locales):
    towns = [newsroom.municipality(f"Ort {number}") for number in range(4)]
    start = Change.objects.latest("pk").pk
    seen: list[int] = []
    stop = threading.Event()

    def poll() -> None:
        cursor = start
        while True:
            last_round = stop.is_set()
            for change in Change.objects.filter(pk__gt=cursor).order_by("pk"):
                seen.append(change.pk)
                cursor = change.pk
            if last_round:
                return

    def rename(town: newsroom.Municipality) -> Callable[[], None]:
        def run() -> None:
            for number in range(10):
                town.name = f"{town.name.split(' – ')[0]} – {number}"
                town.save()

        return run

    reader = in_thread(poll)
    writers = [in_thread(rename(town)) for town in towns]
    for writer in writers:
        writer.join()
    stop.set()
    reader.join()

    written = list(Change.objects.filter(pk__gt=start).order_by("pk").values_list("pk", flat=True))
    assert len(written) == 40
    assert seen == written


def test_a_killed_publish_leaves_nothing_behind(index):
    page = newsroom.press_release(index, "Vorher")
    page.title = "Nachher"
    revision = page.save_revision()
    log_before = Change.objects.count()
    script = (
        "import os, django; django.setup();"
        "from wagtail.models import Revision; from cms.publishing import storage;"
        "write = storage._write;"
        "storage._write = lambda written: (write(written), print('written', flush=True), __import__('time').sleep(60));"
        f"Revision.objects.get(pk={revision.pk}).publish()"
    )
    database = connection.settings_dict
    url = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**database)
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test", "DATABASE_URL": url}
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"
        process.send_signal(signal.SIGKILL)

    wait_until(lambda: not holds_the_lock())
    page.refresh_from_db()
    assert page.title == "Vorher"
    assert edition(page).title == "Vorher"
    assert Change.objects.count() == log_before
    assert list(verify()) == []


def holds_the_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
        return cursor.fetchone()[0] > 0


def test_the_lock_is_held_to_the_commit(locales):
    town = newsroom.municipality("Essen")
    finished = threading.Event()

    def rename() -> None:
        with publication():
            finished.set()

    with transaction.atomic():
        town.name = "Essen (Ruhr)"
        town.save()
        other = in_thread(rename)
        wait_until(waits_for_the_lock)
        assert not finished.is_set()
    other.join()

    assert finished.is_set()
    assert Edition.objects.get(key=town.translation_key).title == "Essen (Ruhr)"


def test_what_is_due_is_done_once_however_many_workers_there_are(index):
    page = newsroom.press_release(index, "Später", live=False)
    revision = page.save_revision()
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now())
    reports = []

    with publication():
        workers = [in_thread(lambda: reports.append(run_due())) for _ in range(2)]
        wait_until(lambda: waiting_for_the_lock() == len(workers))
    for worker in workers:
        worker.join()

    assert sorted(report.published for report in reports) == [0, 1]
    assert sum(report.failed for report in reports) == 0
    assert Change.objects.filter(key=page.translation_key).count() == 1
