"""What is measured of the search in a process of its own: `python -m tests.bench.inside_search index ENGINE` or
`... quality`. Prints JSON.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import django

JUDGED = Path(__file__).parents[1] / "search" / "quality" / "judged.json"


def index(engine: str) -> dict[str, float]:
    """Rebuilds an engine's index: editions, seconds, and what it took of the memory at most, and before it began."""
    from cms.publishing.locales import content_locales
    from search.indexing.choosing import chosen_indices

    before = _megabytes()
    begun = time.perf_counter()
    counts = chosen_indices(engine)[0].rebuild(content_locales())
    seconds = time.perf_counter() - begun
    return {"editions": sum(counts.values()), "seconds": seconds, "megabytes": _megabytes(), "before": before}


def quality() -> dict[str, dict[str, float]]:
    """nDCG@10 by engine and locale."""
    from search.engines.chosen import database_engine, server_engine
    from search.quality.judged import read
    from search.quality.measuring import quality

    queries = read(JUDGED)
    engines = [engine for engine in (server_engine(), database_engine()) if engine]
    return {engine.name: quality(engine, queries).by_locale for engine in engines}


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    django.setup()
    what, *rest = sys.argv[1:]
    sys.stdout.write(json.dumps(index(*rest) if what == "index" else quality()))
