"""A page of a list made of its rows as they are stored."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from cms.publishing.addresses import bytes_with_origin
from cms.publishing.answers import answer_bytes, as_bytes

from .base_view import Asked
from .pagination import Page

FORM = 1
"""Of what is made here of rows: to be raised whenever something else is made of the same ones."""


class StoredPage:
    """Its content, and a tag that changes exactly when the content does, but is known without most of what is stored.

    With each change of what is stored an edition has another moment and, unless it is restricted, another number in the
    log. So these stand for it, except where the content may also change with the day.
    """

    def __init__(self, page: Page, neighbours: Mapping[str, str | None], asked: Asked) -> None:
        self._page = page
        self._neighbours = neighbours
        self._asked = asked
        requested, today = asked.locales.requested, asked.today
        self._rows = [
            answer_bytes(row, row.stored, requested=requested, today=today) if row.stored else b"" for row in page.rows
        ]

    def content(self) -> bytes:
        """The answer as JSON, of a page with all that is stored. It is never taken apart."""
        rows = b",".join(self._rows)
        stored = b'{"count":%d,%b,"results":[%b]}' % (self._page.count, as_bytes(self._neighbours)[1:-1], rows)
        return bytes_with_origin(stored, self._asked.origin)

    def tag(self) -> str:
        """The `ETag`, of a page with or without what is stored."""
        rows = [
            written if row.day_dependent else (row.key.int, row.locale, row.state, row.changed_at, row.change_id)
            for row, written in zip(self._page.rows, self._rows, strict=True)
        ]
        asked, page = self._asked, self._page
        made_of = (FORM, asked.origin, asked.locales.requested, page.count, *self._neighbours.values(), rows)
        return f'"{hashlib.sha256(repr(made_of).encode()).hexdigest()[:32]}"'
