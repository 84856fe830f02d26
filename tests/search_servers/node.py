"""A search server of one's own: started, killed, paused and started again on the same data."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from . import account
from .distributions import DISTRIBUTIONS, Kind, prepared
from .jdk import find_jdk
from .ports import free_port
from .process_group import ProcessGroup

START_SECONDS = 180
STOP_SECONDS = 30
Setting = str | int | bool | list[str]


class NodeDiedError(Exception):
    """The server ended by itself, or did not answer in time. The message has the end of what it said."""


class SearchNode:
    """One server on this machine, on ports that stay the same for as long as the object lives.

    Without `folder` its data and logs are in a temporary one, which `close()` removes. A given folder is kept, so
    that the next node on it finds the data again. `settings` are added to the server's configuration file.
    The processes do not outlive the one that started them, even if that is killed.
    """

    def __init__(
        self,
        kind: Kind = "opensearch",
        *,
        port: int = 0,
        folder: Path | None = None,
        settings: Mapping[str, Setting] | None = None,
        heap: str = "512m",
        quick: bool = False,
    ) -> None:
        self.distribution = DISTRIBUTIONS[kind]
        self.kind = kind
        self.port, self.transport_port = port or free_port(), free_port()
        self._jdk = find_jdk()
        self._home = prepared(kind, self._jdk)
        self._temporary = folder is None
        self.folder = folder or account.new_folder()
        self._heap = heap
        self._quick = quick
        self._settings = dict(settings or {})
        self._processes: ProcessGroup | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def running(self) -> bool:
        """Whether its process is there, answering or not."""
        return self._processes is not None and self._processes.running

    def start(self) -> Self:
        """Starts it, or starts it again; returns before it answers."""
        assert not self.running, f"{self.url} is running already"
        self._configure()
        configuration = str(self.folder / "config")
        prefix = self.distribution.environment
        environment = {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            f"{prefix}_JAVA_HOME": str(self._jdk.home),
            f"{prefix}_PATH_CONF": configuration,
            f"{prefix}_TMPDIR": str(self.folder / "tmp"),
            f"{prefix}_JAVA_OPTS": " ".join(self._java_options()),
        }
        self._processes = ProcessGroup(
            [str(self._home / "bin" / self.kind)],
            folder=self.folder,
            environment=environment,
            console=self.folder / "console.log",
            doomed=self.folder if self._temporary else None,
        )
        return self

    def wait_until_up(self, seconds: float = START_SECONDS, *, nodes: int = 1) -> Self:
        """Until it answers and its indices can be read; with `nodes`, until so many have found each other.

        Raises NodeDiedError when it ends or takes too long.
        """
        deadline = time.monotonic() + seconds
        path = f"/_cluster/health?wait_for_status=yellow&wait_for_nodes=>={nodes}&timeout=5s"
        while self.running and time.monotonic() < deadline:
            with contextlib.suppress(OSError, ValueError):
                if not self.request("GET", path, timeout=10)["timed_out"]:
                    return self
            time.sleep(0.1)
        raise NodeDiedError(f"{self.distribution.title} on {self.url} is not up:\n{self.last_words()}")

    def request(self, method: str, path: str, body: Any = None, *, timeout: float = 30) -> Any:
        """What it answers, parsed; for what a test does behind the back of the site. Raises OSError for refusals."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.url + path, data, {"Content-Type": "application/json", "Accept": "application/json"}, method=method
        )
        with urllib.request.urlopen(request, timeout=timeout) as response:
            return json.loads(response.read() or b"null")

    def wait(self) -> None:
        """Until it ends by itself."""
        if self._processes:
            self._processes.wait()

    def kill(self) -> None:
        """Ends it as a power cut would."""
        if self._processes:
            self._processes.kill()
            self._processes = None

    def stop(self) -> None:
        """Ends it in order, so that its data is complete on disk. Does nothing where it has ended."""
        if self._processes:
            self.resume()
            self._processes.terminate(STOP_SECONDS)
        self.kill()

    def restart(self) -> Self:
        """In order, on the same data and ports; returns when it answers."""
        self.stop()
        return self.start().wait_until_up()

    def pause(self) -> None:
        """Its connections are accepted from now on, and nothing is ever answered."""
        if self._processes:
            self._processes.signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Ends `pause()`."""
        if self._processes:
            self._processes.signal(signal.SIGCONT)

    def close(self) -> None:
        """Kills it and removes its temporary folder."""
        self.kill()
        if self._temporary:
            shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self.start().wait_until_up()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def last_words(self) -> str:
        """The end of its log."""
        console = self.folder / "console.log"
        return console.read_text(errors="replace")[-4000:] if console.exists() else ""

    def _configure(self) -> None:
        for name in ("config", "data", "logs", "tmp"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        configuration = self.folder / "config"
        shutil.copytree(self._home / "config", configuration, dirs_exist_ok=True)
        # JSON is YAML; settings have dotted names there.
        text = json.dumps(self._all_settings(), indent=2)
        (configuration / f"{self.kind}.yml").write_text(text)
        options = (self._home / "config" / "jvm.options").read_text().splitlines()
        (configuration / "jvm.options").write_text("\n".join(filter(self._is_wanted, options)))
        account.hand_over(self.folder)

    def _is_wanted(self, option: str) -> bool:
        """Not what writes files into the server's own folder, nor what a reduced Java lacks."""
        unwanted = ("gc.log", "HeapDump", "ErrorFile") + (() if self._jdk.has_vectors else ("incubator",))
        return not any(word in option for word in unwanted)

    def _java_options(self) -> list[str]:
        options = [f"-Xms{self._heap}", f"-Xmx{self._heap}", f"-XX:ErrorFile={self.folder}/logs/crash.log"]
        return options + (["-XX:TieredStopAtLevel=1"] if self._quick else [])

    def _all_settings(self) -> dict[str, Setting]:
        settings: dict[str, Setting] = {
            "network.host": "127.0.0.1",
            "http.port": self.port,
            "transport.port": self.transport_port,
            "path.data": str(self.folder / "data"),
            "path.logs": str(self.folder / "logs"),
            "discovery.type": "single-node",
            # What else is on this machine's disk must not make indices read-only.
            "cluster.routing.allocation.disk.threshold_enabled": False,
        }
        if self.kind == "elasticsearch":
            settings["xpack.security.enabled"] = False
        settings.update(self._settings)
        if "discovery.seed_hosts" in settings:
            del settings["discovery.type"]
        return settings
