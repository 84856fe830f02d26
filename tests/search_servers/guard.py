"""Ends a server when the process that started it is gone, for whatever reason."""

from __future__ import annotations

import subprocess
from pathlib import Path

# Reads to the end of the pipe: it ends with a line when the server was stopped in order, without one when whoever
# holds it died. Not by "parent death signal", which macOS lacks and which reaches one process, not a group.
SCRIPT = 'read -r _ || { kill -s KILL -- "-$1"; [ -z "$2" ] || rm -rf -- "$2"; }'


class Guard:
    """Watches over a process group, and over a folder that is to go with it."""

    def __init__(self, process_group: int, folder: Path | None) -> None:
        self._process = subprocess.Popen(
            ["/bin/sh", "-c", SCRIPT, "guard", str(process_group), str(folder or "")],
            stdin=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def dismiss(self) -> None:
        """The group has ended."""
        self._process.communicate(b"done\n")
