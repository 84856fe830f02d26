"""The servers' archives: fetched by Maven once, verified, unpacked into a cache outside the repository."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from . import account
from .jdk import Jdk
from .unavailable import SearchServersUnavailableError

Kind = Literal["opensearch", "elasticsearch"]

MAVEN_GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
"""With its version, as Maven asks the network for the newest one otherwise."""


@dataclass(frozen=True)
class Distribution:
    """A server at a version."""

    kind: Kind
    title: str
    group: str
    version: str
    sha512: str
    environment: str
    """What the names of its environment variables begin with."""

    @property
    def name(self) -> str:
        """Of the archive, and of the folder inside."""
        return f"{self.kind}-{self.version}"

    @property
    def artifact(self) -> str:
        """Maven's coordinates."""
        return f"{self.group}:{self.kind}:{self.version}:zip"


DISTRIBUTIONS: dict[Kind, Distribution] = {
    "opensearch": Distribution(
        kind="opensearch",
        title="OpenSearch",
        group="org.opensearch.distribution.integ-test-zip",
        version="3.8.0",
        sha512="8470fc447309e84216f9359030db53a85b087492e161e5ce1a29276e776d4725"
        "b802f93ba8d218ea88e4a7999addadb863be93b8e1f89e9a292163e636e62de3",
        environment="OPENSEARCH",
    ),
    # The core alone: no language analyzers, no delete_by_query, no scripts, and no answer to `GET /`.
    "elasticsearch": Distribution(
        kind="elasticsearch",
        title="Elasticsearch",
        group="org.elasticsearch.distribution.integ-test-zip",
        version="9.2.4",
        sha512="5da6465950f7d26ca293794ead3d840f0698ce99bb15b5db7d10c19199e3431d"
        "ba21c83c737f4befa4fc282e12e5f215343a4cb7da52ac85e52b0c488e7b7057",
        environment="ES",
    ),
}


def cache_folder() -> Path:
    """Where the unpacked servers are kept: the user's cache, for root one that the server's account can reach."""
    own = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    for folder in (own, Path("/var/cache")):
        if account.reaches(folder):
            return folder / "trilog" / "search-servers"
    raise SearchServersUnavailableError(f"{own} is closed to the account that runs the servers. Set XDG_CACHE_HOME.")


def prepared(kind: Kind, jdk: Jdk, cache: Path | None = None) -> Path:
    """The folder of the unpacked server; fetched where it is missing. Two callers at once wait for each other."""
    distribution = DISTRIBUTIONS[kind]
    cache = cache or cache_folder()
    folder = cache / distribution.name
    if folder.exists():
        return folder
    cache.mkdir(mode=0o755, parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            with tempfile.TemporaryDirectory(dir=cache, prefix="unfinished-") as temporary:
                archive = _fetched(distribution, Path(temporary), jdk)
                _verify(archive, distribution)
                _unpack(archive, Path(temporary))
                (Path(temporary) / distribution.name).rename(folder)
    return folder


def _fetched(distribution: Distribution, folder: Path, jdk: Jdk) -> Path:
    maven = shutil.which("mvn")
    if not maven:
        raise SearchServersUnavailableError("Maven is not installed (Debian's package: maven).")
    command = [maven, "--batch-mode", "--quiet", MAVEN_GOAL, f"-Dartifact={distribution.artifact}"]
    done = subprocess.run(
        [*command, f"-DoutputDirectory={folder}"],
        cwd=folder,
        env=os.environ | {"JAVA_HOME": str(jdk.home)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SearchServersUnavailableError(
            f"Maven could not fetch {distribution.artifact}:\n{done.stdout}{done.stderr}"
        )
    return folder / f"{distribution.name}.zip"


def _verify(archive: Path, distribution: Distribution) -> None:
    with archive.open("rb") as file:
        found = hashlib.file_digest(file, "sha512").hexdigest()
    if found != distribution.sha512:
        raise SearchServersUnavailableError(
            f"{archive.name} is not the expected archive (SHA-512 {found}). Remove it from Maven's local repository."
        )


def _unpack(archive: Path, folder: Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        for member in packed.infolist():
            path = Path(packed.extract(member, folder))
            # Python leaves out what may be executed; and the server's account has to read it all.
            path.chmod(0o755 if member.is_dir() or member.external_attr >> 16 & 0o100 else 0o644)
