"""The same lists of newsrooms of several sizes."""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import replace

from . import report, sizes
from .load import wrk
from .plan import Plan, Run, measure
from .servers import serving


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
        found = measure(runs, replace(plan, seconds=max(1, plan.seconds // 2)))
    rows = []
    for task in lists:
        times = [found[task, server.name].median for server in servers.values()]
        rows.append([task, *(f"{value:.2f}" for value in times), f"{times[-1] / times[0]:.2f} ×"])
    head = ["median, ms", *(f"{works:,} works" for works in plan.sizes), "last to first"]
    return f"### Growth: one client, front door off\n\n{report.table(head, rows)}"
