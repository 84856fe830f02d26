"""How fast things are on this machine: `make bench`.

Parts: the content API beside three others that say the same, its growth, and searching. Generates a newsroom in the
throw-away PostgreSQL that DATABASE_URL names, starts the servers, puts load on one after the other in several rounds,
and writes medians to `docs/benchmarks.md`. `--quick` tries it out with little content and short runs, and writes
nothing. Tests never assert speed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from urllib.parse import urlsplit

import psycopg

from . import report
from .content_api import speed
from .growth import growth
from .plan import FULL, LOCALES, QUICK, Plan, generate, say
from .searching import searching

ENOUGH_TO_SEARCH = 2_500
"""Works that are generated where nothing but searches is measured; the others are copies."""


def content_api(plan: Plan, postgresql: str, took: float) -> str:
    """The first part of the report."""
    grown = growth(plan)
    return "\n\n".join([
        (f"Measured on {time.strftime('%Y-%m-%d')}: {report.machine(postgresql)} "
        f"{plan.works:,} works in {len(LOCALES)} languages, generated in {took:.0f} s. "
        f"Medians of {plan.rounds} rounds of {plan.seconds:g} s."),
        speed(plan), grown,
    ])  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="Try it out; write no report.")
    options.add_argument("--filled", action="store_true", help="The database holds generated content already.")
    options.add_argument("--part", choices=("api", "search"), help="This part alone; both by default.")
    given = options.parse_args()
    plan = QUICK if given.quick else FULL
    if given.part == "search":
        plan = replace(plan, works=min(plan.works, ENOUGH_TO_SEARCH))
    if shutil.which("wrk") is None:
        raise SystemExit("wrk puts the load on: please install it (Debian's package: wrk).")
    if urlsplit(os.environ.get("DATABASE_URL", "")).scheme not in ("postgres", "postgresql"):
        raise SystemExit("DATABASE_URL names no PostgreSQL; `make bench` starts one.")
    with tempfile.TemporaryDirectory() as media:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "cms.settings.dev", "MEDIA_ROOT": media, "LOG_LEVEL": "ERROR"}
        # Searches of a developer go to a server of his; these go where each part says.
        os.environ |= {"OPENSEARCH_URL": "", "ELASTICSEARCH_URL": ""}
        say("filling the database")
        took = 0 if given.filled else generate(plan)
        with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
            postgresql = connection.execute("SHOW server_version").fetchone()[0].split()[0]
        for part in (given.part,) if given.part else ("api", "search"):
            text = content_api(plan, postgresql, took) if part == "api" else searching(plan, postgresql)
            sys.stdout.write(f"{text}\n")
            if not given.quick:
                report.write(part, text)


if __name__ == "__main__":
    main()
