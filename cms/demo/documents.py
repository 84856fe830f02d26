"""Files of the demo content, written from the facts when they are loaded."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from cms.demo.facts import municipalities, partnerships


@dataclass(frozen=True, slots=True)
class DemoDocument:
    """A file to download. Its title is not translated, so it names the languages of its content."""

    title: str
    filename: str
    write: Callable[[], bytes]


def _table(rows: Iterable[tuple[str, ...]]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode("utf-8-sig")


def _all_partnerships() -> bytes:
    names = {row.id: row.name for row in municipalities()}
    head = ("id", "de_1", "de_2", "en_1", "en_2", "ru_1", "ru_2", "since_edtf")
    rows = (
        (row.id, *(names[side][locale] for locale in ("de", "en", "ru") for side in row.sides), row.since)
        for row in partnerships()
    )
    return _table((head, *rows))


def _anniversaries(year: int) -> bytes:
    rows = (
        (row.id, row.since, str(year - int(row.since[:4])))
        for row in partnerships()
        if row.since and (year - int(row.since[:4])) % 5 == 0
    )
    return _table((("id", "since_edtf", "years"), *rows))


DOCUMENTS: Mapping[str, DemoDocument] = {
    "partnerschaften": DemoDocument(
        "Partnerschaften · partnerships · партнёрства (CSV)", "partnerschaften.csv", _all_partnerships
    ),
    "jahrestage-2026": DemoDocument(
        "Jahrestage 2026 · anniversaries 2026 · юбилеи 2026 (CSV)",
        "jahrestage-2026.csv",
        lambda: _anniversaries(2026),
    ),
}
