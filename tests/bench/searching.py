"""Searching on a search server and in PostgreSQL: speed, indexing and quality."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

from tests.search_servers.node import SearchNode

from . import report, search_content
from .load import Figure, in_turn, wrk
from .plan import LOCALES, Plan, Run, measure, say
from .servers import serving

OPENSEARCH, POSTGRESQL, SQLITE = "OpenSearch", "PostgreSQL", "SQLite"
ENGINES = (OPENSEARCH, POSTGRESQL)
OF_SQLITE = 300
"""Works that SQLite's index is made of."""
HEAP = "1g"
ROUNDS = 2
"""There are many kinds of searches."""
CLIENTS = 4
"""That search at the same time, where it is not one alone."""


def searching(plan: Plan, postgresql: str) -> str:
    """The part of the report. DATABASE_URL names a database with generated content."""
    generated = os.environ["DATABASE_URL"]
    with ExitStack() as stack:
        say("a search server")
        node = stack.enter_context(SearchNode("opensearch", heap=HEAP))
        url = search_content.make(generated, plan.searched)
        server = {"OPENSEARCH_URL": node.url, "SEARCH_INDEX_PREFIX": "bench"}
        say("indexing")
        indexed = {
            OPENSEARCH: inside("index", "opensearch", DATABASE_URL=url, **server),
            POSTGRESQL: inside("index", "database", DATABASE_URL=url),
            SQLITE: on_sqlite(stack, plan),
        }
        manage("shell", "-v0", "-c", FOLLOW, DATABASE_URL=url)
        say("searches")
        found = searches(plan, url, server)
        say("quality")
        good = quality(stack, generated, node)
    return _report(plan, postgresql, found, indexed, good)


FOLLOW = "from search.suggestions import SuggestionFollower; SuggestionFollower().catch_up()"


def searches(plan: Plan, url: str, server: dict[str, str]) -> dict[tuple[str, str], Figure]:
    """By kind and engine, through the API with its front door off: one client after the other, then some at once."""
    asked = search_content.queries(url)
    environment = {
        "DATABASE_URL": url, "DEBUG": "false", "LOG_LEVEL": "ERROR", "FRONT_DOOR_MEGABYTES": "0",
        "CONTENT_API_THROTTLE": "999999999/min", "SEARCH_TIMEOUT": "1.5",
    }  # fmt: skip
    with ExitStack() as stack:
        servers = {
            OPENSEARCH: stack.enter_context(serving(OPENSEARCH, "cms.wsgi:application", **environment, **server)),
            POSTGRESQL: stack.enter_context(serving(POSTGRESQL, "cms.wsgi:application", **environment)),
        }
        for one in servers.values():
            one.wait(asked["one word"][0])
        runs: dict[tuple[str, str], Run] = {}
        mixed = [path for paths in zip(*asked.values(), strict=False) for path in paths]
        for name, one in servers.items():
            for kind, paths in asked.items():
                runs[kind, name] = lambda seconds, s=one, p=paths: wrk(
                    s, "/", seconds=seconds, connections=1, script=in_turn(p)
                )
            for clients in (1, CLIENTS):
                runs[_mix(clients), name] = lambda seconds, s=one, c=clients: wrk(
                    s, "/", seconds=seconds, connections=c, script=in_turn(mixed)
                )
        return measure(runs, replace(plan, rounds=min(ROUNDS, plan.rounds)))


def on_sqlite(stack: ExitStack, plan: Plan) -> dict[str, Any]:
    """Indexing in a small newsroom in SQLite: a second one is not worth its time."""
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    url = f"sqlite:///{folder}/bench.sqlite3"
    manage("migrate", "-v0", DATABASE_URL=url)
    manage("generate_content", "-v0", "--works", str(min(OF_SQLITE, plan.works)), DATABASE_URL=url)
    return inside("index", "database", DATABASE_URL=url)


def quality(stack: ExitStack, generated: str, node: SearchNode) -> dict[str, dict[str, float]]:
    """nDCG@10 over the demo content by engine and language."""
    server = {"OPENSEARCH_URL": node.url, "SEARCH_INDEX_PREFIX": "bench-demo"}
    url = search_content.demo(generated)
    inside("index", "opensearch", DATABASE_URL=url, **server)
    inside("index", "database", DATABASE_URL=url)
    found = inside("quality", DATABASE_URL=url, **server)
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    sqlite = f"sqlite:///{folder}/demo.sqlite3"
    search_content.load_demo(sqlite)
    inside("index", "database", DATABASE_URL=sqlite)
    there = inside("quality", DATABASE_URL=sqlite)
    return {OPENSEARCH: found["opensearch"], POSTGRESQL: found["database"], SQLITE: there["database"]}


def inside(*what: str, **environment: str) -> dict[str, Any]:
    """What a process of its own measures."""
    command = [sys.executable, "-m", "tests.bench.inside_search", *what]
    run = subprocess.run(command, env={**os.environ, **environment}, stdout=subprocess.PIPE, check=True)
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def manage(*command: str, **environment: str) -> None:
    subprocess.run([sys.executable, "manage.py", *command], env={**os.environ, **environment}, check=True)


def _mix(clients: int) -> str:
    return "all of these, one client" if clients == 1 else f"all of these, {clients} clients"


def _report(
    plan: Plan,
    postgresql: str,
    found: dict[tuple[str, str], Figure],
    indexed: dict[str, dict[str, Any]],
    good: dict[str, dict[str, float]],
) -> str:
    kinds = dict.fromkeys(kind for kind, _name in found)
    times = [[kind, *(_times(found[kind, name]) for name in ENGINES)] for kind in kinds]
    speeds = [
        [
            name,
            f"{one['editions']:,}",
            report.rate(one["editions"] / one["seconds"]),
            f"{one['megabytes']:.0f}",
            f"{one['megabytes'] - one['before']:.0f}",
        ]
        for name, one in indexed.items()
    ]
    judged = [[name, *(f"{good[name][locale]:.3f}" for locale in LOCALES)] for name in good]
    mean = {name: statistics.fmean(by_locale.values()) for name, by_locale in good.items()}
    for row in judged:
        row.append(f"{mean[row[0]]:.3f}")
    return "\n\n".join([
        (f"Measured on {time.strftime('%Y-%m-%d')}: {report.machine(postgresql)} OpenSearch on the same machine with "
        f"{HEAP} of heap. {indexed[OPENSEARCH]['editions']:,} editions of about {plan.searched:,} works; two workers "
        f"with four threads each, front door off. Medians of {min(ROUNDS, plan.rounds)} rounds of {plan.seconds:g} s."),
        "### Milliseconds of a search through the API, median / 99th percentile",
        report.table(["", *ENGINES], times),
        "### Making an index",
        report.table(["", "editions", "editions in a second", "MB at most", "of these for the rebuild"], speeds),
        "### Quality: nDCG@10 of judged queries over the demo content",
        report.table(["", *LOCALES, "mean"], judged),
    ])  # fmt: skip


def _times(figure: Figure) -> str:
    return f"{report.milliseconds(figure.median)} / {report.milliseconds(figure.p99)}"
