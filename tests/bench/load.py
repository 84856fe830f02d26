"""Load, and what is measured of it."""

from __future__ import annotations

import http.client
import json
import re
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from .servers import Server

CONNECTIONS = 16
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


@dataclass(frozen=True)
class Figure:
    """One or several runs against one address."""

    per_second: float
    median: float
    """Milliseconds, like p99."""
    p99: float


def wrk(
    server: Server,
    path: str,
    *,
    seconds: int,
    connections: int = CONNECTIONS,
    headers: Sequence[str] = (),
    script: str = "",
) -> Figure:
    """One run of wrk. Raises RuntimeError when an answer was no 2xx or 3xx."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "30s"]
    command += [part for header in headers for part in ("-H", header)]
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        if script:
            file.write(script)
            file.flush()
            command += ["-s", file.name]
        said = subprocess.run([*command, server.url(path)], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise RuntimeError(f"{server.name} {path}\n{said}")
    rate = re.search(r"Requests/sec:\s*([\d.]+)", said)
    assert rate is not None, said
    return Figure(float(rate[1]), _milliseconds("50%", said), _milliseconds("99%", said))


def _milliseconds(name: str, said: str) -> float:
    found = re.search(rf"^\s*{name}\s+([\d.]+)(us|ms|s)\s*$", said, re.MULTILINE)
    assert found is not None, said
    return float(found[1]) * UNITS[found[2]]


def together(figures: Sequence[Figure]) -> Figure:
    """The medians of several runs."""
    return Figure(
        statistics.median(figure.per_second for figure in figures),
        statistics.median(figure.median for figure in figures),
        statistics.median(figure.p99 for figure in figures),
    )


def in_turn(paths: Sequence[str]) -> str:
    """A script for wrk that asks for one address after the other."""
    listed = ",\n".join(json.dumps(path) for path in paths)
    return (
        f"local paths = {{{listed}}}\nlocal n = 0\n"
        "request = function()\n  n = n % #paths + 1\n  return wrk.format('GET', paths[n])\nend\n"
    )


def fetch(server: Server, path: str) -> tuple[dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    if response.status != 200:
        raise RuntimeError(f"{path}: {response.status}")
    return {name.lower(): value for name, value in response.getheaders()}, body


def walk(server: Server, starts: Sequence[str]) -> tuple[float, int]:
    """Seconds and rows of following `next` to the end from each start, over one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    begun, rows = time.perf_counter(), 0
    for start in starts:
        path: str | None = start
        while path:
            connection.request("GET", path)
            page = json.loads(connection.getresponse().read())
            rows += len(page["results"])
            following = page["next"] and urlsplit(page["next"])
            path = f"{following.path}?{following.query}" if following else None
    return time.perf_counter() - begun, rows
