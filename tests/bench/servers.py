"""The servers that are compared: two workers each, all on one kind of server, on this machine alone."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WORKERS = 2
THREADS = 4
START_SECONDS = 120


class Server:
    """A running server."""

    def __init__(self, name: str, application: str, environment: dict[str, str], kind: str, workers: int) -> None:
        self.name = name
        self.port = _free_port()
        address = ["--host", "127.0.0.1", "--port", str(self.port)]
        command = {
            "granian": [
                *("granian", "--interface", "wsgi", *address, "--workers", str(workers), "--no-ws"),
                *("--blocking-threads", str(THREADS), "--log-level", "error", application),
            ],
            "gunicorn": [
                *("gunicorn", application, "--bind", f"127.0.0.1:{self.port}", "--workers", str(workers)),
                *("--threads", str(THREADS), "--no-control-socket", "--log-level", "error"),
            ],
        }[kind]
        environment = {**os.environ, **environment}
        self.process = subprocess.Popen([sys.executable, "-m", *command], env=environment, start_new_session=True)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def wait(self, path: str) -> None:
        """Until it answers, in whatever way."""
        for _ in range(START_SECONDS * 2):
            try:
                urllib.request.urlopen(self.url(path), timeout=5).read()
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.5)
        raise SystemExit(f"{self.name} does not start")

    def megabytes(self) -> float:
        """What its largest worker takes of the memory (resident)."""
        return max(_resident(pid) for pid in _descendants(self.process.pid)) / 1e6

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def serving(
    name: str, application: str, *, kind: str = "granian", workers: int = WORKERS, **environment: str
) -> Iterator[Server]:
    server = Server(name, application, environment, kind, workers)
    try:
        yield server
    finally:
        server.stop()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _descendants(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found += [child, *_descendants(child)]
    return found or [pid]


def _resident(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
