"""Whole lists in formats that other programs read, beside JSON: `format=` or the `Accept` header."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .accepting import JSON_TYPE
from .caching import Answer
from .pagination import CURSOR, OFFSET
from .parameters import Parameter
from .values import Integer

JSON = "json"
MAX_ROWS = 10_000
"""Rows in one answer: more than a library holds, and still an answer that fits into memory."""

LIMIT = Parameter(
    name="limit",
    description="Rows in one answer; all up to the maximum without it.",
    value=Integer(1, MAX_ROWS, MAX_ROWS),
)
"""Replaces that of pages."""
PAGING = (LIMIT, OFFSET, CURSOR)
DESCRIPTION = (
    "The format of the answer, instead of what the `Accept` header asks for. In another one than `json` the answer is "
    f"whole: `limit` then may be, and is without being given, {MAX_ROWS}; `fields` leaves what is made of these fields."
)


@dataclass(frozen=True, slots=True)
class Rows:
    """What is to be written."""

    rows: Sequence[Mapping[str, Any]]
    """Complete list rows."""
    fields: frozenset[str] | None
    """The rows' fields that are wanted; None for all."""
    count: int
    """Rows that match, whether or not they are all here."""
    next: str | None
    previous: str | None


@dataclass(frozen=True, kw_only=True)
class Format:
    """A format of a collection's list."""

    name: str
    """The value of `format`, and the ending of a file's name."""
    media_type: str
    """What `Accept` asks for."""
    content_type: str
    """With its parameters, as `Content-Type` says it."""
    disposition: str
    """Whether browsers save it (`attachment`) or show it (`inline`)."""
    write: Callable[[Rows], Any]
    """Bytes, or what becomes JSON."""
    component: str
    """Name of its shape in the schema."""
    shape: Any
    """What the schema says of an answer."""

    def headers(self, file_name: str, rows: Rows) -> dict[str, str]:
        """What an answer's headers say besides its type: the file's name, and the neighbouring pages (RFC 8288)."""
        headers = {"Content-Disposition": f'{self.disposition}; filename="{file_name}.{self.name}"'}
        links = [f'<{url}>; rel="{rel}"' for rel, url in (("next", rows.next), ("prev", rows.previous)) if url]
        return {**headers, "Link": ", ".join(links)} if links else headers


def media_types(formats: Sequence[Format]) -> tuple[str, ...]:
    """What the `Accept` header may choose among for a list with these formats, JSON first."""
    return (JSON_TYPE, *(entry.media_type for entry in formats))


def chosen(formats: Sequence[Format], texts: Mapping[str, Sequence[str]], negotiated: str) -> Format | None:
    """The format asked for: by the parameter, else the media type that was negotiated. None for JSON."""
    wanted = texts.get("format")
    if wanted:
        return next((entry for entry in formats if list(wanted) == [entry.name]), None)
    return next((entry for entry in formats if entry.media_type == negotiated), None)


def written(answer: Answer, wanted: Format, file_name: str, fields: frozenset[str] | None) -> Answer:
    """The answer of a list in that format; its content must be a page of complete rows."""
    page = answer.content
    rows = Rows(page["results"], fields, page["count"], page["next"], page["previous"])
    return replace(
        answer, content=wanted.write(rows), content_type=wanted.content_type, headers=wanted.headers(file_name, rows)
    )
