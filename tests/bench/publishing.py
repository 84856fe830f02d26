"""How long publishing takes, and what pages cost: `python -m tests.bench.publishing`.

Makes a newsroom of its own in a throw-away database (DATABASE_URL says of which kind) and prints, for each task, the
best and the median of several runs, and how many SQL queries it takes. Tests never assert speed.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import django

WORKS = 500
RUNS = 7


def measure(name: str, task: Callable[[], Any], runs: int = RUNS) -> None:
    """Prints one line of the table."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        task()
    count = len(queries)  # the next request empties the log
    seconds = []
    for _run in range(runs):
        start = time.perf_counter()
        task()
        seconds.append(time.perf_counter() - start)
    best, median = min(seconds) * 1000, statistics.median(seconds) * 1000
    sys.stdout.write(f"{name:<52}{best:>10.1f}{median:>10.1f}{count:>10}\n")


def prepare() -> dict[str, Any]:
    """A site with WORKS press releases that all mention one town."""
    from wagtail.models import Locale, Site

    from cms.publishing.projection import publication
    from tests import newsroom

    home = Site.objects.get(is_default_site=True).root_page.specific
    index = newsroom.article_index(home)
    town = newsroom.municipality("Essen")
    partner = newsroom.municipality("Nischni Nowgorod", country="RU")
    ties = newsroom.partnership(town, partner)
    with publication():
        for number in range(WORKS):
            page = newsroom.press_release(index, f"Meldung {number}", places=[town], partnerships=[ties])
    return {"town": town, "page": page, "index": index, "locale": Locale.get_default()}


def run() -> None:
    """Runs every task once more than it is timed, so that caches are warm."""
    from django.test import Client

    works = prepare()
    client = Client()
    town, page = works["town"], works["page"]
    names = iter(range(1_000_000))

    def rename_town() -> None:
        town.name = f"Essen {next(names)}"
        town.save()

    def publish_article() -> None:
        page.title = f"Meldung {next(names)}"
        page.save_revision().publish()

    def get(path: str, **headers: str) -> Callable[[], Any]:
        def fetch() -> None:
            response = client.get(path, headers=headers)
            if response.status_code not in (200, 304):
                raise RuntimeError(f"{path}: {response.status_code}")

        return fetch

    detail = f"/api/v1/articles/{page.translation_key}/?locale=de"
    listing = "/api/v1/articles/?locale=de&limit=20"
    etag = client.get(listing).headers["ETag"]
    sys.stdout.write(f"{'':<52}{'best ms':>10}{'median ms':>10}{'queries':>10}\n")
    measure(f"rename a town that {WORKS} articles mention", rename_town, runs=3)
    measure("publish an article", publish_article)
    measure("API: list of 20", get(listing))
    measure("API: list of 20, not modified", get(listing, if_none_match=etag))
    measure("API: list of 20 with fallback", get(listing + "&fallback=any"))
    measure("API: detail", get(detail))
    measure("page: press release", get(page.get_url()))
    measure("page: list of articles", get(works["index"].get_url()))


def main() -> None:
    """Sets Django up with a test database and takes it down again."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
    os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")
    os.environ.setdefault("LOG_LEVEL", "ERROR")
    django.setup()
    from django.conf import settings
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    settings.ALLOWED_HOSTS = ["testserver"]
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        run()
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
