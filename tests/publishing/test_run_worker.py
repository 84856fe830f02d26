"""The worker as a process of its own, beside others that publish."""

import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.publishing.models import Change, Edition, Follower
from tests import newsroom
from tests.migrated_database import migrated_database

from .worker_process import hang, shell, told, worker

EDITORS = 2
SAVES = 5

PREPARE = """
from tests import newsroom
for number in range({editors}):
    newsroom.municipality(f"Ort {{number}}")
"""

EDIT = """
from partnerships.models import Municipality
for number in range({saves}):
    town = Municipality.objects.get(name__startswith="Ort {editor}").get_latest_revision_as_object()
    town.name = f"Ort {editor} – {{number}}"
    town.save_revision().publish()
"""


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, "nothing happened within 30 seconds"
        time.sleep(0.02)


def test_on_sqlite_the_worker_and_editors_wait_for_each_other(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    path = tmp_path / "db.sqlite3"
    shutil.copy(migrated_database(request.config.cache.mkdir("migrated")), path)
    database, journal = f"sqlite:///{path}", tmp_path / "journal"
    assert shell(PREPARE.format(editors=EDITORS), database).communicate()[1] == ""

    with worker(database, journal) as process:
        editors = [shell(EDIT.format(editor=editor, saves=SAVES), database) for editor in range(EDITORS)]
        complaints = [editor.communicate()[1] for editor in editors]
        with closing(sqlite3.connect(path)) as database_file:
            written = [number for (number,) in database_file.execute("SELECT id FROM publishing_change ORDER BY id")]
        wait_until(lambda: len(told(journal)) >= len(written))
        process.terminate()
        complaints.append(process.communicate()[1])

    assert complaints == [""] * (EDITORS + 1)
    assert process.returncode == 0
    assert told(journal) == written


@pytest.fixture
def database() -> str:
    return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**connection.settings_dict)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
class TestOnPostgreSQL:
    def test_two_workers_tell_a_follower_each_change_once_and_in_order(self, locales, tmp_path, database):
        journal = tmp_path / "journal"
        for number in range(EDITORS):
            newsroom.municipality(f"Ort {number}")

        with worker(database, journal) as first, worker(database, journal) as second:
            editors = [shell(EDIT.format(editor=editor, saves=SAVES), database) for editor in range(EDITORS)]
            complaints = [editor.communicate()[1] for editor in editors]
            wait_until(lambda: len(told(journal)) >= Change.objects.count())
            for process in (first, second):
                process.terminate()
                complaints.append(process.communicate()[1])

        assert complaints == [""] * (EDITORS + 2)
        assert told(journal) == list(Change.objects.order_by("pk").values_list("pk", flat=True))

    def test_a_follower_is_told_although_nobody_woke_it(self, locales, tmp_path, database):
        newsroom.municipality("Essen")
        DBTaskResult.objects.all().delete()

        with worker(database, tmp_path / "journal"):
            wait_until(lambda: Follower.objects.filter(name="recorder", cursor=Change.objects.latest("pk").pk).exists())

    def test_receivers_that_hang_delay_no_embargo_and_no_follower(self, site, tmp_path, database):
        markers = [tmp_path / f"hanging-{number}" for number in range(4)]
        index = newsroom.article_index(newsroom.home_page(site))

        with worker(database, tmp_path / "journal", grace=0.5) as process:
            for marker in markers:
                hang.enqueue(str(marker))
            wait_until(lambda: all(marker.exists() for marker in markers))
            until = timezone.now() + timedelta(seconds=1)
            page = newsroom.press_release(index, "Gesperrt", embargo_until=until)
            assert not Edition.objects.filter(key=page.translation_key).exists()

            wait_until(lambda: Edition.objects.filter(key=page.translation_key).exists())
            assert timezone.now() >= until
            last = Change.objects.latest("pk").pk
            wait_until(lambda: last in told(tmp_path / "journal"))

            process.terminate()
            assert "did not end in time" in process.communicate(timeout=20)[1]
        assert process.returncode == 1
