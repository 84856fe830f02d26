"""The order of child rows that code has put together: in a form, the form numbers them."""

from typing import Any

from wagtail.models import Orderable


def number_rows(parent: Any) -> None:
    """Gives orderable rows in `parent`'s unsaved lists a place, where they have none: after those that have one.

    Rows without a number come back in an order of the database's choice.
    """
    for rows in getattr(parent, "_cluster_related_objects", {}).values():
        orderable = [row for row in rows if isinstance(row, Orderable)]
        places = [row.sort_order for row in orderable if row.sort_order is not None]
        unplaced = [row for row in orderable if row.sort_order is None]
        for place, row in enumerate(unplaced, start=max(places, default=-1) + 1):
            row.sort_order = place
