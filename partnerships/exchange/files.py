"""Reading and writing the files: CSV and XLSX with one header row, all cells as text."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any, BinaryIO, Final

from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook  # type: ignore[import-untyped]  # no stubs
from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]  # no stubs
from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped]  # no stubs
from tablib import Dataset

CSV: Final = "csv"
XLSX: Final = "xlsx"
CONTENT_TYPES: Final = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
MAX_BYTES: Final = 5 * 1024 * 1024
MAX_ROWS: Final = 5000
MAX_COLUMNS: Final = 200

# The wide forms of the signs (U+FF..) count for some spreadsheets.
_FORMULA: Final = re.compile(r"^[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")
_NUMBER: Final = re.compile(r"^[+-]?\d+([.,]\d+)?$")
_ESCAPED: Final = re.compile(r"^'[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")


class UnreadableFileError(ValueError):
    """The file is not a table we can read. ``str()`` is a sentence for the editor."""


def escape(text: str) -> str:
    """Keep spreadsheets from running a cell as a formula: it then begins with an apostrophe. Numbers stay numbers."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text


def unescape(text: str) -> str:
    """Undo ``escape``."""
    return text[1:] if _ESCAPED.match(text) else text


def write_csv(headers: list[str], rows: Iterable[list[str]]) -> bytes:
    """UTF-8 with a byte order mark, so that spreadsheets recognise it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(headers)
    writer.writerows([escape(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(headers: list[str], rows: Iterable[list[str]], title: str) -> bytes:
    """One sheet of text cells, so that keys with leading zeros keep them."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", title)[:31])
    sheet.freeze_panes = "A2"
    for row in (headers, *([escape(cell) for cell in row] for row in rows)):
        sheet.append([_text_cell(sheet, cell) for cell in row])
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _text_cell(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.number_format = "@"
    return cell


def read(name: str, stream: BinaryIO, size: int) -> Dataset:
    """The table in a file, empty rows left out. Raises UnreadableFileError."""
    if size > MAX_BYTES:
        raise UnreadableFileError(_("The file is larger than %(size)s MB.") % {"size": MAX_BYTES // 1024**2})
    lowered = name.lower()
    if lowered.endswith(f".{XLSX}"):
        rows = _xlsx_rows(stream)
    elif lowered.endswith(f".{CSV}"):
        rows = _csv_rows(stream.read())
    else:
        raise UnreadableFileError(_("Choose a CSV or XLSX file."))
    return _table(rows)


def _table(rows: Iterator[list[str]]) -> Dataset:
    headers = [header.strip().lower() for header in next(rows, [])]
    while headers and not headers[-1]:
        headers.pop()
    if not headers or "" in headers:
        raise UnreadableFileError(_("The first row must hold the names of the columns."))
    if doubled := sorted({header for header in headers if headers.count(header) > 1}):
        raise UnreadableFileError(_("These columns are there twice: %(columns)s.") % {"columns": ", ".join(doubled)})
    table = Dataset(headers=headers)
    for row in rows:
        cells = [unescape(cell.strip()) for cell in row]
        if not any(cells):
            continue
        if any(cells[len(headers) :]):
            raise UnreadableFileError(
                _("Row %(number)s has more cells than there are columns.") % {"number": len(table) + 2}
            )
        if len(table) >= MAX_ROWS:
            raise UnreadableFileError(_("The file has more than %(number)s rows.") % {"number": MAX_ROWS})
        table.append((cells + [""] * len(headers))[: len(headers)])
    if not len(table):
        raise UnreadableFileError(_("The file has no rows below the names of the columns."))
    return table


def _csv_rows(content: bytes) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(_("The file is not saved as UTF-8. Save it as “CSV UTF-8” or as XLSX.")) from error
    if "\x00" in text:
        raise UnreadableFileError(_("This is not a CSV file."))
    first_line = text.partition("\n")[0]
    delimiter = max(",;\t", key=first_line.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise UnreadableFileError(_("This is not a CSV file: %(error)s.") % {"error": error}) from error


def _xlsx_rows(stream: BinaryIO) -> Iterator[list[str]]:
    try:
        workbook = load_workbook(stream, read_only=True, data_only=True)
        sheet = workbook.worksheets[0]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, IndexError, ValueError, OSError) as error:
        raise UnreadableFileError(_("This is not an XLSX file.")) from error
    for row in sheet.iter_rows(max_row=MAX_ROWS + 2, max_col=MAX_COLUMNS, values_only=True):
        yield [_cell_text(cell) for cell in row]


def _cell_text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
