"""The account that the servers run under: one's own, for root another one, as both servers refuse to run as root."""

from __future__ import annotations

import os
import pwd
import tempfile
from pathlib import Path
from typing import TypedDict

from .unavailable import SearchServersUnavailableError

UNPRIVILEGED = "nobody"


class Identity(TypedDict, total=False):
    """What `subprocess.Popen` takes."""

    user: int
    group: int
    extra_groups: list[int]


def identity() -> Identity:
    """Empty where a process may run as its parent does."""
    if os.geteuid():
        return {}
    entry = pwd.getpwnam(UNPRIVILEGED)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def hand_over(folder: Path) -> None:
    """Gives a folder with all that is in it to the servers' account."""
    to = identity()
    if to:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, to["user"], to["group"])


def reaches(folder: Path) -> bool:
    """Whether the servers' account may read what is in a folder, though it does not exist yet."""
    if os.geteuid():
        return True
    existing = [path for path in (folder, *folder.parents) if path.exists()]
    return all(path.stat().st_mode & 0o005 == 0o005 for path in existing)


def new_folder() -> Path:
    """A temporary folder that belongs to the servers' account; the caller removes it."""
    for parent in (tempfile.gettempdir(), "/tmp", "/var/tmp"):
        if Path(parent).is_dir() and reaches(Path(parent)):
            folder = Path(tempfile.mkdtemp(prefix="trilog-search-", dir=parent))
            hand_over(folder)
            return folder
    raise SearchServersUnavailableError(f"{tempfile.gettempdir()} is closed to the account {UNPRIVILEGED}. Set TMPDIR.")
