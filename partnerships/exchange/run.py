"""Running an import: always for real, inside a transaction that is rolled back unless everything is right."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _
from import_export.results import RowResult
from tablib import Dataset

from cms.publishing.projection import publication

from .files import UnreadableFileError
from .resources import LibraryResource

FIRST_ROW = 2
"""The number that a spreadsheet gives the row below the header."""


@dataclass(frozen=True, slots=True)
class RowReport:
    """What becomes, or became, of one row."""

    number: int
    name: str
    outcome: str
    """``new``, ``update``, ``skip`` (nothing changes) or ``error``."""
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    """(column, before, after)."""
    errors: list[tuple[str, str]] = field(default_factory=list)
    """(column or "", sentence)."""


@dataclass(frozen=True, slots=True)
class Report:
    """What becomes, or became, of a file."""

    rows: list[RowReport]

    def count(self, outcome: str) -> int:
        """How many rows have that outcome."""
        return sum(row.outcome == outcome for row in self.rows)

    @property
    def new(self) -> int:
        return self.count("new")

    @property
    def updated(self) -> int:
        return self.count("update")

    @property
    def unchanged(self) -> int:
        return self.count("skip")

    @property
    def wrong(self) -> int:
        return self.count("error")

    @property
    def can_be_imported(self) -> bool:
        """Whether every row is right and at least one changes something."""
        return not self.wrong and bool(self.new or self.updated)


class _RollBackError(Exception):
    """Takes back everything that an import has stored."""


def check_headers(table: Dataset, resource: type[LibraryResource]) -> None:
    """Raises UnreadableFileError where the file has unknown columns, or lacks the one that names entries."""
    known = [column.column_name for column in resource.columns]
    unknown = [header for header in table.headers if header not in known]
    if unknown:
        raise UnreadableFileError(_("These columns are unknown: %(columns)s.") % {"columns": ", ".join(unknown)})
    if known[0] not in table.headers:
        raise UnreadableFileError(_("The column “%(column)s” is missing.") % {"column": known[0]})


def run(table: Dataset, resource: LibraryResource, *, dry: bool) -> Report:
    """Import the table, all of it or, with any error, nothing. ``dry`` stores nothing and tells what would happen."""
    report = Report([])
    try:
        with publication():
            result = resource.import_data(table, use_transactions=True, rollback_on_validation_errors=True)
            report = Report(_reports(result, table, resource))
            if dry or report.wrong:
                raise _RollBackError
    except _RollBackError:
        pass
    return report


def _reports(result: Any, table: Dataset, resource: LibraryResource) -> list[RowReport]:
    if result.base_errors:
        raise result.base_errors[0].error
    return [
        _report(row, position + FIRST_ROW, values, resource)
        for position, (row, values) in enumerate(zip(result.rows, table.dict, strict=True))
    ]


def _report(row: RowResult, number: int, values: dict[str, str], resource: LibraryResource) -> RowReport:
    name = row.object_repr or next(filter(None, values.values()), "")
    if row.import_type in (RowResult.IMPORT_TYPE_ERROR, RowResult.IMPORT_TYPE_INVALID):
        return RowReport(number, name, "error", errors=_errors(row))
    changes = []
    if row.import_type != RowResult.IMPORT_TYPE_SKIP:
        cells: list[Any] = row.diff
        changes = [
            (column.column_name, before, after)
            for column, (before, after) in zip(resource.columns, cells, strict=True)
            if before != after
        ]
    return RowReport(number, name, str(row.import_type), changes=changes)


def _errors(row: RowResult) -> list[tuple[str, str]]:
    if row.validation_error is None:
        return [("", str(error.error)) for error in row.errors]
    if not hasattr(row.validation_error, "error_dict"):
        return [("", message) for message in row.validation_error.messages]
    return [
        ("" if column == NON_FIELD_ERRORS else column, message)
        for column, messages in row.validation_error.message_dict.items()
        for message in messages
    ]
