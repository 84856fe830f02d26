"""Partnerships as CSV (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field

from ..exchange.files import escape
from .properties import COLUMNS, Row, columns, properties

PartnershipTable = Annotated[
    str,
    Field(
        description=f"CSV (RFC 4180) with a header row. Columns, as in `PartnershipProperties`: {', '.join(COLUMNS)}."
    ),
]
SEPARATOR = "; "
"""Stands between several values in one cell."""


def spreadsheet(rows: Sequence[Row], fields: frozenset[str] | None) -> bytes:
    """UTF-8 with a header row, one row a partnership; without a byte order mark, which other programs than
    spreadsheets take for a part of the first column's name.
    """
    names = columns(fields)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(names)
    for row in rows:
        flat: dict[str, Any] = dict(properties(row))
        writer.writerow([_cell(flat[name]) for name in names])
    return text.getvalue().encode()


def _cell(value: Any) -> str:
    """Nothing for null; a text that a spreadsheet would run as a formula gets an apostrophe in front."""
    if value is None:
        return ""
    if isinstance(value, list):
        return escape(SEPARATOR.join(value))
    return escape(value) if isinstance(value, str) else str(value)
