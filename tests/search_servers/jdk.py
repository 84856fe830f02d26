"""The Java that the servers run on: version 21 or newer, wherever it usually is."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from . import account
from .unavailable import SearchServersUnavailableError

OLDEST = 21
USUAL_PLACES = (
    "/usr/lib/jvm/*",
    "/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
    "/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
)


@dataclass(frozen=True)
class Jdk:
    """A Java installation."""

    home: Path
    version: int
    has_vectors: bool
    """Reduced ones lack the incubating module that the servers ask for."""


def find_jdk() -> Jdk:
    """The one that JAVA_HOME names, else the newest; those that are too old are passed over."""
    named = _read(Path(os.environ["JAVA_HOME"])) if os.environ.get("JAVA_HOME") else None
    if named and named.version >= OLDEST:
        return named
    usable = [jdk for jdk in _installed() if jdk.version >= OLDEST]
    if not usable:
        raise SearchServersUnavailableError(f"They need Java {OLDEST} or newer; set JAVA_HOME where it is elsewhere.")
    return max(usable, key=lambda jdk: (jdk.version, str(jdk.home)))


def _installed() -> Iterator[Jdk]:
    for pattern in USUAL_PLACES:
        for home in Path("/").glob(pattern.removeprefix("/")):
            if jdk := _read(home):
                yield jdk


def _read(home: Path) -> Jdk | None:
    release = home / "release"
    if not (release.is_file() and (home / "bin" / "java").is_file() and account.reaches(home.resolve())):
        return None
    text = release.read_text()
    version = re.search(r'^JAVA_VERSION="(\d+)', text, re.MULTILINE)
    return Jdk(home, int(version[1]), "jdk.incubator.vector" in text) if version else None
