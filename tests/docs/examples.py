"""The examples of a page of documentation: run as a reader would, their output compared with what the page shows.

A block in `sh`, `js` or `python` is run. If its first line is a comment that names a file, it is saved under that name
instead, for other examples to run. A block in `json`, `http` or `text` right after it shows its output, shortened: "…"
stands for anything, objects may hold more than is shown, and so may headers.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ADDRESS = "http://localhost:8000"
"""The site's address in examples."""
ANYTHING = "…"
RUN = {"sh": ("bash", "-euo", "pipefail", "-c"), "js": ("node", "--input-type=module", "-e"), "python": ("-c",)}
SHOWN = {"json", "http", "text"}


@dataclass(frozen=True)
class Example:
    """A block and what it shows."""

    language: str
    code: str
    line: int
    shown_as: str = ""
    shown: str = ""

    @property
    def file_name(self) -> str:
        """The name it is to be saved under; "" to run it."""
        match = re.match(r"(?:#|//) (\w+\.\w+)", self.code)
        return match[1] if match else ""


def examples(page: str) -> Iterator[Example]:
    """The examples of a page in Markdown, in order."""
    blocks = list(re.finditer(r"^```(\w+)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL))
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if block[1] not in RUN:
            continue
        line = page.count("\n", 0, block.start()) + 1
        if following and following[1] in SHOWN and len(page[block.end() : following.start()].strip()) < 80:
            yield Example(block[1], block[2], line, following[1], following[2])
        else:
            yield Example(block[1], block[2], line)


def output_of(example: Example, address: str, folder: Path, environment: dict[str, str]) -> str:
    """What an example prints when it runs in `folder` against the site at `address`."""
    code = example.code.replace(ADDRESS, address)
    if example.file_name:
        (folder / example.file_name).write_text(code, encoding="utf-8")
        return ""
    command = [*RUN[example.language], code]
    if example.language == "python":
        command.insert(0, sys.executable)
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, f"line {example.line}: {done.stderr or done.stdout}"
    return done.stdout.replace(address, ADDRESS)


def differences(example: Example, output: str) -> list[str]:
    """What of the shown output is not so."""
    if example.shown_as == "json":
        return list(_differing(json.loads(example.shown), json.loads(output), "$"))
    lines = [line.rstrip() for line in output.splitlines()]
    shown = [line.rstrip() for line in example.shown.splitlines()]
    if example.shown_as == "http":
        return [line for line in shown if not any(_alike(line.lower(), real.lower()) for real in lines)]
    if example.shown_as == "text":
        alike = len(shown) == len(lines) and all(map(_alike, shown, lines))
        return [] if alike else [f"{lines} is not {shown}"]
    return []


def _alike(shown: str, real: str) -> bool:
    """Whether they look the same: a reader does not see that a space holds a line together."""
    return re.fullmatch(".*".join(map(re.escape, shown.split(ANYTHING))), real.replace("\xa0", " ")) is not None


def _differing(shown: Any, real: Any, place: str) -> Iterator[str]:
    if shown == ANYTHING:
        return
    if isinstance(shown, dict) and isinstance(real, dict):
        for name, value in shown.items():
            if name in real:
                yield from _differing(value, real[name], f"{place}.{name}")
            else:
                yield f"{place} has no {name}"
    elif isinstance(shown, list) and isinstance(real, list):
        more = bool(shown) and shown[-1] == ANYTHING
        wanted = shown[:-1] if more else shown
        if len(real) < len(wanted) or (len(real) > len(wanted) and not more):
            yield f"{place} has {len(real)} members"
        for number, (value, found) in enumerate(zip(wanted, real, strict=False)):
            yield from _differing(value, found, f"{place}[{number}]")
    elif isinstance(shown, str) and isinstance(real, str):
        if not _alike(shown, real):
            yield f"{place} is {real!r}"
    elif shown != real:
        yield f"{place} is {real!r}"
