"""Starts the worker as operators do, with a follower that writes down what it is told."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django_tasks import task

from tests.migrated_database import ROOT

SCRIPT = """
from pathlib import Path
from django.core.management import call_command
from cms.publishing.followers import LogFollower, followers

class Recorder(LogFollower):
    name = "recorder"

    def handle(self, changes):
        with Path({journal!r}).open("a") as journal:
            journal.write("".join(f"{{change.pk}}\\n" for change in changes))

followers.register(Recorder())
print("ready", flush=True)
call_command("run_worker", every=0.2, grace={grace})
"""


@task(backend="kept", queue_name="deliveries")
def hang(marker: str) -> None:
    """A delivery to a receiver that never answers."""
    import threading

    Path(marker).touch()
    threading.Event().wait()


def environment(database: str) -> dict[str, str]:
    """Of a process that works on this database, told of errors only."""
    return os.environ | {
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
        "LOG_LEVEL": "ERROR",
        "PYTHONPATH": str(ROOT),
    }


def shell(script: str, database: str) -> subprocess.Popen[str]:
    """A process that runs the script."""
    command = [sys.executable, "-W", "ignore", "manage.py", "shell", "--verbosity", "0", "-c", script]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, cwd=ROOT, env=environment(database), stdout=pipe, stderr=pipe, text=True, start_new_session=True
    )


@contextmanager
def worker(database: str, journal: Path, *, grace: float = 20) -> Iterator[subprocess.Popen[str]]:
    """A running worker. It is killed at the end, unless it was stopped before."""
    with shell(SCRIPT.format(journal=str(journal), grace=grace), database) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def told(journal: Path) -> list[int]:
    """What the follower was told, in that order."""
    return [int(line) for line in journal.read_text().split()] if journal.exists() else []
