"""How much is measured, and how: each thing in turn, in several rounds."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import psycopg

from .load import Figure, together

LOCALES = ("de", "en", "ru")


@dataclass(frozen=True)
class Plan:
    works: int
    seconds: int
    """Of one run; half of it at least for each list of each size. wrk takes whole ones."""
    rounds: int
    sizes: tuple[int, ...]
    searched: int
    """Works that are searched in; those that are not generated are copied."""


FULL = Plan(works=5_000, seconds=3, rounds=3, sizes=(500, 5_000, 50_000), searched=17_000)
QUICK = Plan(works=300, seconds=1, rounds=1, sizes=(100, 300, 3_000), searched=1_000)


def say(text: str) -> None:
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {text}\n")


def generate(plan: Plan) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], check=True)
    begun = time.perf_counter()
    subprocess.run([sys.executable, "manage.py", "generate_content", "--works", str(plan.works)], check=True)
    took = time.perf_counter() - begun
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
    return took


Run = Callable[[int], Figure]


def measure(runs: dict[tuple[str, str], Run], plan: Plan) -> dict[tuple[str, str], Figure]:
    """Each in turn, in several rounds, so that what disturbs the machine disturbs all."""
    figures = defaultdict(list)
    for run in runs.values():
        run(1)  # warm
    for number in range(plan.rounds):
        say(f"round {number + 1} of {plan.rounds}")
        for name, run in runs.items():
            figures[name].append(run(plan.seconds))
    return {name: together(found) for name, found in figures.items()}
