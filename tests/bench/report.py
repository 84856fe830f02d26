"""The figures as Markdown."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

REPORT = Path(__file__).parents[2] / "docs" / "benchmarks.md"
MARKS = {
    "api": ("<!-- figures: written by make bench -->", "<!-- end of figures -->"),
    "search": ("<!-- figures of search: written by make bench PART=search -->", "<!-- end of figures of search -->"),
}
"""Between which figures stand, by part."""


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def rate(value: float) -> str:
    """Requests in a second, with as many digits as mean something."""
    return f"{value:,.0f}"


def milliseconds(value: float) -> str:
    return f"{value:.1f}" if value < 100 else f"{value:.0f}"


def machine(postgresql: str) -> str:
    """What it ran on, without names."""
    release = Path("/etc/os-release")
    system = re.search(r'^PRETTY_NAME="(.+)"', release.read_text(), re.MULTILINE) if release.exists() else None
    wrk = subprocess.run(["wrk", "-v"], capture_output=True, text=True, check=False).stdout.split(" [")[0]
    packages = ", ".join(f"{name} {version(name)}" for name in ("Django", "Wagtail", "psycopg", "granian", "gunicorn"))
    return (
        f"{os.cpu_count()} processors for everything (workers, PostgreSQL and load together), "
        f"{system[1] if system else platform.system()}, Python {platform.python_version()}, PostgreSQL {postgresql}, "
        f"{packages}, {wrk}."
    )


def write(part: str, text: str) -> None:
    """Puts the figures of a part into their place in the report."""
    report = REPORT.read_text()
    first, last = MARKS[part]
    begin, end = report.index(first) + len(first), report.index(last)
    REPORT.write_text(f"{report[:begin]}\n{text}\n{report[end:]}")
