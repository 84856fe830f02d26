"""What the content API's figures look like."""

from __future__ import annotations

import statistics

from . import report
from .load import Figure
from .names import BARE, DOOR, OURS, V2, WSGI


def tables(
    found: dict[tuple[str, str], Figure],
    asked: dict[str, float],
    walks: list[tuple[float, int]],
    memory: dict[str, float],
    sizes_of: dict[str, int],
) -> str:
    """All of them."""
    names = (OURS, DOOR, V2, BARE, WSGI)
    tasks = list(dict.fromkeys(task for task, _name in found))
    rates, times = [], []
    for task in tasks:
        shown = f"{task} ({sizes_of[task] / 1000:.0f} kB)" if task in sizes_of else task
        row = [found.get((task, name)) for name in names]
        rates.append([shown, *(report.rate(figure.per_second) if figure else "–" for figure in row)])
        times.append([
            shown,
            *(f"{report.milliseconds(f.median)} / {report.milliseconds(f.p99)}" if f else "–" for f in row),
        ])  # fmt: skip
    goals = []
    for task in ("list of 20", "filtered list", "detail", "changes, page of 100"):
        ours, door, bare = (found[task, name].per_second for name in (OURS, DOOR, BARE))
        v2 = found.get((task, V2))
        goals.append([
            task,
            *(f"{value / v2.per_second:.0f} ×" if v2 else "–" for value in (ours, door)),
            *(f"{value / bare * 100:.0f} %" for value in (ours, door)),
        ])  # fmt: skip
    other = [
        [
            task,
            *(report.rate(found[task, name].per_second) for name in ("Trilog on gunicorn", "front door on gunicorn")),
        ]
        for task in ("list of 20", "detail")
    ]
    seconds, rows = statistics.median(took for took, _rows in walks), walks[0][1]
    unchanged = found["304 of the list", OURS].per_second / found["list of 20", OURS].per_second
    return "\n\n".join([
        "### Answers in a second", report.table(["", *names], rates),
        "### Milliseconds, median / 99th percentile", report.table(["", *names], times),
        "### Against the goals",
        report.table(["", "of API v2", "with front door", "of the bare view", "with front door"], goals),
        (f"304 of the list: {unchanged:.1f} × as many as the list itself. "
        f"Full walk: {rows:,} editions of all collections in all languages, one connection, pages of 100 by cursor, "
        f"front door off: **{seconds:.1f} s**."),
        "### On gunicorn, answers in a second",
        report.table(["", "front door off", "front door on"], other),
        "### Memory and queries",
        report.table(
            ["", "MB in a worker", "queries for a list of 20"],
            [[name, f"{size:.0f}", f"{asked[name]:.1f}" if name in asked else "–"] for name, size in memory.items()],
        ),
    ])  # fmt: skip
