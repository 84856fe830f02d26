"""The demo content as a visitor finds it: a database that is loaded once for each state of the code, and a server."""

import fcntl
import hashlib
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from django.test import override_settings

from tests.migrated_database import ROOT, migrated_database

DETERMINING = (
    "cms/core",
    "cms/demo",
    "cms/publishing",
    "cms/translation",
    "home",
    "articles",
    "partnerships",
    "locale",
)
"""What decides how editions look. The API is not among them: it serves what they hold."""


@dataclass(frozen=True)
class DemoSite:
    """A folder with the database and the uploaded files."""

    folder: Path
    address: str = ""
    """Of the server, while one runs."""

    @property
    def environment(self) -> dict[str, str]:
        """What commands need to work on it."""
        return os.environ | {
            "DATABASE_URL": f"sqlite:///{self.folder / 'db.sqlite3'}",
            "MEDIA_ROOT": str(self.folder / "media"),
            "DJANGO_SETTINGS_MODULE": "cms.settings.test",
            "LOG_LEVEL": "WARNING",
        }

    def manage(self, *arguments: str) -> str:
        """What a management command prints."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


def demo_site(cache: Path) -> DemoSite:
    """The demo content in the folder `cache`; loaded there first where the code has changed. To be copied, not used."""
    site = DemoSite(cache / _digest())
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.folder.exists():
            for old in cache.iterdir():
                if old.is_dir():
                    shutil.rmtree(old)
            _load(cache, site.folder)
    return site


def _load(cache: Path, folder: Path) -> None:
    unfinished = DemoSite(cache / "unfinished")
    unfinished.folder.mkdir()
    migrations = cache.parent / "migrated"
    migrations.mkdir(exist_ok=True)
    shutil.copy(migrated_database(migrations), unfinished.folder / "db.sqlite3")
    unfinished.manage("load_demo", "--verbosity", "0")
    unfinished.folder.rename(folder)


def _digest() -> str:
    digest = hashlib.sha256((ROOT / "uv.lock").read_bytes())
    for top in DETERMINING:
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix in {".py", ".po"}:
                digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def running(site: DemoSite, folder: Path) -> Iterator[DemoSite]:
    """A server with a copy of the site in `folder`, of the kind that `make demo` starts."""
    shutil.copytree(site.folder, folder)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    copy = DemoSite(folder, f"http://127.0.0.1:{port}")
    command = [str(Path(sys.executable).with_name("gunicorn")), "cms.wsgi", "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        [*command, "--threads", "4", "--no-control-socket", "--log-level", "warning"], cwd=ROOT, env=copy.environment
    ) as server:
        try:
            wait_for(f"{copy.address}/healthz/", server)
            yield copy
        finally:
            server.terminate()


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Returns as soon as the address answers. Raises TimeoutError after two minutes."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:  # refused, reset, not yet there in time
            time.sleep(0.2)
    raise TimeoutError(f"{address} does not answer")


@contextmanager
def loaded(site: DemoSite) -> Iterator[None]:
    """The site's content in this process' SQLite database, which is as before afterwards."""
    connection.ensure_connection()
    before = sqlite3.connect(":memory:")
    connection.connection.backup(before)
    try:
        _restore(site.folder / "db.sqlite3")
        with override_settings(MEDIA_ROOT=str(site.folder / "media")):
            yield
    finally:
        before.backup(connection.connection)
        before.close()


def _restore(path: Path) -> None:
    stored = sqlite3.connect(path)
    stored.backup(connection.connection)
    stored.close()
