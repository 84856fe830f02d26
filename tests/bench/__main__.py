"""How fast the content API is read on this machine, beside three others that say the same: `make bench`.

Generates a newsroom in the throw-away PostgreSQL that DATABASE_URL names, starts the servers, puts load on one after
the other in several rounds, and writes medians to `docs/benchmarks.md`. `--quick` tries it out with little content
and short runs, and writes nothing. Tests never assert speed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from urllib.parse import urlsplit

import psycopg

from . import report, sizes
from .load import Figure, fetch, in_turn, together, walk, wrk
from .servers import Server, serving

OURS, DOOR, V2, BARE, WSGI = "Trilog", "Trilog, front door", "Wagtail API v2", "bare view", "bare WSGI"
LOCALES = ("de", "en", "ru")
PATHS = ("articles", "municipalities", "partnerships", "conferences", "pages")
FIELDS = "lead,date,kicker,lead_image,places,partnerships,tags"
COUNTED = 100
"""Requests over which queries are counted."""


@dataclass(frozen=True)
class Plan:
    works: int
    seconds: int
    """Of one run; half of it at least for each list of each size. wrk takes whole ones."""
    rounds: int
    sizes: tuple[int, ...]


FULL = Plan(works=5_000, seconds=3, rounds=3, sizes=(500, 5_000, 50_000))
QUICK = Plan(works=300, seconds=1, rounds=1, sizes=(100, 300, 3_000))


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


def chosen() -> dict[str, str]:
    """Addresses to ask for: of some article in the middle of the list."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        key, pk = connection.execute(
            "SELECT key, object_id FROM publishing_edition WHERE type = 'article' AND locale = 'en' "
            "ORDER BY earliest DESC, key OFFSET 30 LIMIT 1"
        ).fetchone()
        (place,) = connection.execute(
            "SELECT value FROM publishing_editionterm WHERE name = 'place' "
            "GROUP BY value ORDER BY count(*) DESC, value LIMIT 1"
        ).fetchone()
        (change,) = connection.execute("SELECT max(id) / 2 FROM publishing_change").fetchone()
    return {
        "list of 20": "/api/v1/articles/?locale=en",
        "filtered list": f"/api/v1/articles/?locale=en&place={place}&kind=press_release",
        "detail": f"/api/v1/articles/{key}/?locale=en",
        "changes, page of 100": f"/api/v1/changes/?cursor={change}",
        "v2 list": f"/api/v2/pages/?type=articles.ArticlePage&locale=en&order=-date&fields={FIELDS}",
        "v2 detail": f"/api/v2/pages/{pk}/",
    }


def keep_answers(paths: list[str], server: Server) -> None:
    """For those that say the same bytes."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS bench_answers (path text PRIMARY KEY, body text NOT NULL)")
        for path in paths:
            body = fetch(server, path)[1].decode()
            connection.execute(
                "INSERT INTO bench_answers VALUES (%s, %s) ON CONFLICT (path) DO UPDATE SET body = excluded.body",
                (path, body),
            )
        connection.execute("ANALYZE bench_answers")


def queries(server: Server, path: str) -> float:
    """Queries for one answer: what PostgreSQL counts, as nothing here is in a longer transaction."""
    before = _transactions()
    for _ in range(COUNTED):
        fetch(server, path)
    return (_transactions() - before) / COUNTED


def _transactions() -> int:
    time.sleep(11)  # idle connections tell what they have done after ten seconds
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        row = connection.execute("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()")
        return int(row.fetchone()[0])


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


def speed(plan: Plan) -> str:
    """The servers side by side."""
    addresses = chosen()
    v2 = {"list of 20": addresses.pop("v2 list"), "detail": addresses.pop("v2 detail")}
    environment = {
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev", "DEBUG": "false", "LOG_LEVEL": "ERROR",
        # High enough for any load; the cost of counting is measured, too.
        "CONTENT_API_THROTTLE": "999999999/min",
    }  # fmt: skip
    with ExitStack() as stack:

        def start(name: str, application: str, kind: str = "granian", **more: str) -> Server:
            return stack.enter_context(serving(name, application, kind=kind, **environment, **more))

        plain = start(OURS, "cms.wsgi:application", FRONT_DOOR_MEGABYTES="0")
        door = start(DOOR, "cms.wsgi:application", FRONT_DOOR_MEGABYTES="32")
        wagtail = start(V2, "tests.bench.wagtail_v2:application")
        gunicorn = start("Trilog on gunicorn", "cms.wsgi:application", "gunicorn", FRONT_DOOR_MEGABYTES="0")
        gunicorn_door = start("front door on gunicorn", "cms.wsgi:application", "gunicorn", FRONT_DOOR_MEGABYTES="32")
        for server in (plain, door, gunicorn, gunicorn_door):
            server.wait(addresses["list of 20"])
        wagtail.wait(v2["detail"])
        keep_answers(list(addresses.values()), plain)
        bare = start(BARE, "tests.bench.bare_django:application")
        wsgi = start(WSGI, "tests.bench.bare_wsgi:application")
        for server in (bare, wsgi):
            server.wait(addresses["list of 20"])

        with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
            keys = connection.execute("SELECT DISTINCT key FROM publishing_edition WHERE type = 'article'").fetchall()
        script = in_turn([f"/api/v1/articles/{key}/?locale=en" for (key,) in keys])

        runs: dict[tuple[str, str], Run] = {}
        for task, path in addresses.items():
            for server in (plain, door, bare, wsgi):
                runs[task, server.name] = lambda seconds, s=server, p=path: wrk(s, p, seconds=seconds)
            if task in v2:
                runs[task, V2] = lambda seconds, p=v2[task]: wrk(wagtail, p, seconds=seconds)
        tag = f"If-None-Match: {fetch(plain, addresses['list of 20'])[0]['etag']}"
        for server in (plain, door):
            path = addresses["list of 20"]
            runs["304 of the list", server.name] = lambda seconds, s=server, p=path: wrk(
                s, p, seconds=seconds, headers=[tag]
            )
            runs["all details in turn", server.name] = lambda seconds, s=server: wrk(
                s, "/", seconds=seconds, script=script
            )
        for server in (gunicorn, gunicorn_door):
            for task in ("list of 20", "detail"):
                path = addresses[task]
                runs[task, server.name] = lambda seconds, s=server, p=path: wrk(s, p, seconds=seconds)
        say("load")
        found = measure(runs, plan)
        say("queries and walk")
        listed = dict.fromkeys((plain, door, bare), addresses["list of 20"]) | {wagtail: v2["list of 20"]}
        asked = {server.name: queries(server, path) for server, path in listed.items()}
        starts = [f"/api/v1/{path}/?locale={code}&limit=100&cursor=" for path in PATHS for code in LOCALES]
        walks = [walk(plain, starts) for _ in range(plan.rounds)]
        memory = {server.name: server.megabytes() for server in (plain, door, wagtail, bare, wsgi, gunicorn)}
        sizes_of = {task: len(fetch(plain, path)[1]) for task, path in addresses.items()}
    return _tables(found, asked, walks, memory, sizes_of)


def _tables(
    found: dict[tuple[str, str], Figure],
    asked: dict[str, float],
    walks: list[tuple[float, int]],
    memory: dict[str, float],
    sizes_of: dict[str, int],
) -> str:
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


def growth(plan: Plan) -> str:
    """The same lists of newsrooms of several sizes, over one connection, front door off."""
    url = os.environ["DATABASE_URL"]
    articles = plan.works - plan.works // 25 - plan.works // 50
    lists = {
        "list of 20": "/api/v1/articles/?locale=en",
        "by title": "/api/v1/articles/?locale=en&order=title",
        "filtered by tag": "/api/v1/articles/?locale=en&tag=schule",
        "with fallback": "/api/v1/articles/?locale=en&fallback=any",
        "filtered, with fallback": "/api/v1/articles/?locale=en&tag=schule&fallback=any",
    }
    with ExitStack() as stack:
        servers = {}
        for works in plan.sizes:
            name = sizes.make(url, f"bench_{works}")
            if works < articles:
                sizes.shrink(name, works)
            elif works > plan.works:
                sizes.multiply(name, works // plan.works)
            servers[works] = stack.enter_context(
                serving(
                    f"{works} works", "cms.wsgi:application", workers=1, DATABASE_URL=name, FRONT_DOOR_MEGABYTES="0",
                    DJANGO_SETTINGS_MODULE="cms.settings.dev", DEBUG="false", CONTENT_API_THROTTLE="",
                )
            )  # fmt: skip
        for server in servers.values():
            server.wait(lists["list of 20"])
        runs: dict[tuple[str, str], Run] = {
            (task, server.name): lambda seconds, s=server, p=path: wrk(s, p, seconds=seconds, connections=1)
            for task, path in lists.items()
            for server in servers.values()
        }
        found = measure(runs, Plan(plan.works, max(1, plan.seconds // 2), plan.rounds, plan.sizes))
    rows = []
    for task in lists:
        times = [found[task, server.name].median for server in servers.values()]
        rows.append([task, *(f"{value:.2f}" for value in times), f"{times[-1] / times[0]:.2f} ×"])
    head = ["median, ms", *(f"{works:,} works" for works in plan.sizes), "last to first"]
    return f"### Growth: one client, front door off\n\n{report.table(head, rows)}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="Try it out; write no report.")
    options.add_argument("--filled", action="store_true", help="The database holds generated content already.")
    given = options.parse_args()
    quick = given.quick
    plan = QUICK if quick else FULL
    if shutil.which("wrk") is None:
        raise SystemExit("wrk puts the load on: please install it (Debian's package: wrk).")
    if urlsplit(os.environ.get("DATABASE_URL", "")).scheme not in ("postgres", "postgresql"):
        raise SystemExit("DATABASE_URL names no PostgreSQL; `make bench` starts one.")
    with tempfile.TemporaryDirectory() as media:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "cms.settings.dev", "MEDIA_ROOT": media, "LOG_LEVEL": "ERROR"}
        say("filling the database")
        took = 0 if given.filled else generate(plan)
        with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
            postgresql = connection.execute("SHOW server_version").fetchone()[0].split()[0]
        grown = growth(plan)
        text = "\n\n".join([
            (f"Measured on {time.strftime('%Y-%m-%d')}: {report.machine(postgresql)} "
            f"{plan.works:,} works in {len(LOCALES)} languages, generated in {took:.0f} s. "
            f"Medians of {plan.rounds} rounds of {plan.seconds:g} s."),
            speed(plan), grown,
        ])  # fmt: skip
    sys.stdout.write(f"{text}\n")
    if not quick:
        report.write(text)


if __name__ == "__main__":
    main()
