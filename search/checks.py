"""Whether the indices on the search server were built by the rules of this version of the code."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Tags, register
from django.core.checks import Warning as CheckWarning
from django.db import DatabaseError

from .models import BuiltIndex


@register(Tags.database)
def indices_are_current(**_: Any) -> list[CheckMessage]:
    """Run by `migrate` and by `check --database default`. Asks the database alone, no server."""
    from .conf import load

    server = load().server
    if server is None:
        return []
    from .engines.server.mapping import fingerprint

    try:
        built = list(BuiltIndex.objects.filter(engine=server).order_by("locale"))
    except DatabaseError:
        return []  # Before the first migration.
    outdated = [index.locale for index in built if index.fingerprint != fingerprint(index.locale)]
    if not outdated:
        return []
    return [
        CheckWarning(
            f"The search indices of {server} for {', '.join(outdated)} were built by rules of another version.",
            hint="Run manage.py rebuild_search --if-needed. Until then they are searched as they are.",
            id="search.W001",
        )
    ]
