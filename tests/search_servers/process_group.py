"""A server's processes as one, which end with the process that started them, for whatever reason that ends."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from . import account

GONE_SECONDS = 30

# Reads to the end of the pipe: it ends with a line when the server was stopped in order, without one when whoever
# holds it died. Not by "parent death signal", which macOS lacks and which reaches one process, not a group.
GUARD = 'read -r _ || { kill -s KILL -- "-$1"; [ -z "$2" ] || rm -rf -- "$2"; }'


class ProcessGroup:
    """Runs a command under the servers' account. `doomed` is a folder that goes with it if its starter dies."""

    def __init__(
        self, command: list[str], *, folder: Path, environment: Mapping[str, str], console: Path, doomed: Path | None
    ) -> None:
        with console.open("wb") as output:
            self._process = subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                **account.identity(),
            )
        self._guard = subprocess.Popen(
            ["/bin/sh", "-c", GUARD, "guard", str(self._process.pid), str(doomed or "")],
            stdin=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    @property
    def running(self) -> bool:
        """Whether its first process has not ended."""
        return self._process.poll() is None

    def wait(self) -> None:
        """Until its first process ends."""
        self._process.wait()

    def signal(self, number: signal.Signals) -> None:
        """To every process; nothing where none is left."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, number)

    def terminate(self, seconds: float) -> None:
        """Asks it to end, and waits so long for it."""
        self.signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)

    def kill(self) -> None:
        """Kills what is left, and returns when nothing holds files or ports any more."""
        self.signal(signal.SIGKILL)
        self._process.wait()
        deadline = time.monotonic() + GONE_SECONDS
        while self._is_alive() and time.monotonic() < deadline:
            time.sleep(0.01)
        if self._guard.poll() is None:
            self._guard.communicate(b"done\n")

    def _is_alive(self) -> bool:
        try:
            os.killpg(self._process.pid, 0)
        except (ProcessLookupError, PermissionError):
            return False
        return any(map(self._holds, Path("/proc").glob("[0-9]*/stat")))

    def _holds(self, stat: Path) -> bool:
        """Whether a process is one of ours, and not merely waits for being counted as dead, which can take long."""
        with contextlib.suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            state, group, threads = fields[0], int(fields[2]), int(fields[17])
            # The first thread is dead before the others, which still have the ports.
            return group == self._process.pid and (state not in "ZX" or threads > 1)
        return False
