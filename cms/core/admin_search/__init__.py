"""The admin's own search: Wagtail's on the database, but for names in three languages.

Wagtail's backends compare words as they are typed: PostgreSQL tells "Nurnberg" from "Nürnberg", and neither database
knows that е and ё are the same to whoever types. One quotation mark ends the search on SQLite with an error.
"""

from __future__ import annotations

from typing import Any

from django.db import connection


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name that Wagtail looks for
    """The backend that suits the database; see `WAGTAILSEARCH_BACKENDS`."""
    if connection.vendor == "postgresql":
        from . import postgresql as chosen
    else:
        from . import sqlite as chosen  # type: ignore[no-redef]  # one or the other
    return chosen.Backend(params)
