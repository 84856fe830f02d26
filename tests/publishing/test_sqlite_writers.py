"""A demo with a few editors: SQLite lets one write at a time, and nobody is told that it is locked."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.migrated_database import ROOT, migrated_database

EDITORS = 3
SAVES = 8

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


def test_editors_who_publish_at_the_same_time_wait_for_each_other(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    database = tmp_path / "db.sqlite3"
    shutil.copy(migrated_database(request.config.cache.mkdir("migrated")), database)
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
        "LOG_LEVEL": "ERROR",
    }

    def shell(script: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-W", "ignore", "manage.py", "shell", "--verbosity", "0", "-c", script]
        return subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)

    assert shell(PREPARE.format(editors=EDITORS)).communicate()[1] == ""

    editors = [shell(EDIT.format(editor=editor, saves=SAVES)) for editor in range(EDITORS)]
    complaints = [editor.communicate()[1] for editor in editors]

    assert complaints == [""] * EDITORS
    with closing(sqlite3.connect(database)) as connection:
        names = connection.execute("SELECT title FROM publishing_edition WHERE type = 'municipality' ORDER BY title")
        assert [name for (name,) in names] == [f"Ort {editor} – {SAVES - 1}" for editor in range(EDITORS)]
        changes = connection.execute("SELECT count(*) FROM publishing_change WHERE type = 'municipality'").fetchone()
        assert changes == (EDITORS * (1 + SAVES),)
