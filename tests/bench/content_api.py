"""The content API beside three others that say the same."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack

import psycopg

from .content_api_tables import tables
from .load import fetch, in_turn, walk, wrk
from .names import BARE, DOOR, OURS, V2, WSGI
from .plan import LOCALES, Plan, Run, measure, say
from .servers import Server, serving

PATHS = ("articles", "municipalities", "partnerships", "conferences", "pages")
FIELDS = "lead,date,kicker,lead_image,places,partnerships,tags"
COUNTED = 100
"""Requests over which queries are counted."""


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
    return tables(found, asked, walks, memory, sizes_of)
