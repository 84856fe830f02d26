"""A migrated SQLite database to start from, made once for each state of the migrations.

Applying several hundred migrations takes half a minute; copying their result takes a moment.
"""

import ast
import fcntl
import hashlib
import importlib.util
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("cms", "home", "articles", "partnerships", "search")


def migrated_database(folder: Path) -> Path:
    """The database file in ``folder``; made there first when the migrations have changed."""
    path = folder / f"{_digest()}.sqlite3"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            for old in folder.glob("*.sqlite3*"):
                old.unlink()
            _migrate(path)
    return path


def run_on_sqlite(script: str, request: pytest.FixtureRequest, folder: Path) -> subprocess.CompletedProcess[str]:
    """What becomes of a script for `manage.py shell` in a process of its own, with a database file in ``folder``."""
    database = folder / "db.sqlite3"
    shutil.copy(migrated_database(request.config.cache.mkdir("migrated")), database)
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
        "LOG_LEVEL": "ERROR",
    }
    command = [sys.executable, "-W", "ignore", "manage.py", "shell", "--verbosity", "0", "-c", script]
    return subprocess.run(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True, timeout=300, check=False
    )


def _migrate(path: Path) -> None:
    unfinished = path.with_suffix(".sqlite3-unfinished")
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{unfinished}",
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
    }
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--no-input", "--verbosity", "0"],
        cwd=ROOT,
        env=environment,
        check=True,
    )
    connection = sqlite3.connect(unfinished)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    unfinished.rename(path)


def _digest() -> str:
    """Changes with our migrations, with our modules that they import, and with the locked dependencies."""
    digest = hashlib.sha256()
    for path in sorted({ROOT / "uv.lock", *(ROOT / "cms/settings").glob("*.py"), *_sources()}):
        digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _sources() -> Iterator[Path]:
    for package in PACKAGES:
        for path in (ROOT / package).rglob("migrations/*.py"):
            yield path
            yield from _imports(path)


def _imports(path: Path) -> Iterator[Path]:
    for node in ast.walk(ast.parse(path.read_text())):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for name in names:
            if name.split(".")[0] in PACKAGES and (spec := importlib.util.find_spec(name)) and spec.origin:
                yield Path(spec.origin)
