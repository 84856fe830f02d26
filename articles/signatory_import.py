"""Signatories from a table: checked as a whole first, then taken over as a whole or not at all."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any, ClassVar
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from cms.publishing.folding import fold
from cms.publishing.projection import publication
from partnerships.models import Municipality

from .models import Capacity, Signatory, SignatoryVisibility


class SignatoryFileError(ValueError):
    """The file as a whole cannot be used. ``str()`` is a sentence for the editor."""


class SignatoryRowsError(ValueError):
    """Rows with errors were to be imported; nothing has been stored."""


@dataclass(slots=True)
class ImportRow:
    """One line of the file: what it says, what would be stored, and what is wrong with it."""

    number: int
    """Line in the file, counted from 1 as a spreadsheet does; the header is line 1."""
    values: dict[str, str]
    signatory: Signatory
    errors: list[str] = field(default_factory=list)


@dataclass(slots=True)
class SignatoryImport:
    """The import of one file into one letter. ``rows`` reads and checks it; ``execute`` stores it."""

    letter_key: UUID
    content: str

    FACT_COLUMNS: ClassVar[tuple[str, ...]] = (
        "name",
        "name_latin",
        "name_cyrillic",
        "organisation",
        "municipality",
        "capacity",
        "visibility",
        "email",
        "confirmed_at",
    )

    @classmethod
    def columns(cls) -> list[str]:
        """Return the columns a file may have. Only ``name`` is needed."""
        return [*cls.FACT_COLUMNS, *(f"role_{code}" for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)]

    @classmethod
    def decode(cls, data: bytes) -> str:
        """Return an uploaded file as text. Raises SignatoryFileError."""
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            message = _("The file is not in UTF-8. In your spreadsheet choose “CSV UTF-8” when you save it.")
            raise SignatoryFileError(message) from None

    def rows(self) -> list[ImportRow]:
        """Return every line with its errors. Stores nothing. Raises SignatoryFileError."""
        lines = self._read()
        places = _Places()
        seen = {_identity(signatory) for signatory in Signatory.objects.standing().filter(letter_key=self.letter_key)}
        rows = []
        for number, values in lines:
            row = self._row(number, values, places)
            identity = _identity(row.signatory)
            if row.signatory.name and identity in seen:
                row.errors.append(_("This person has already signed, or stands in the file twice."))
            seen.add(identity)
            rows.append(row)
        if not rows:
            raise SignatoryFileError(_("The file has no rows below its header."))
        return rows

    def execute(self) -> int:
        """Store all rows and return how many. Raises SignatoryFileError, or SignatoryRowsError with nothing stored."""
        rows = self.rows()
        if any(row.errors for row in rows):
            raise SignatoryRowsError
        with publication():
            for row in rows:
                row.signatory.save()
        return len(rows)

    def _read(self) -> list[tuple[int, dict[str, str]]]:
        try:
            dialect: type[csv.Dialect] | str = csv.Sniffer().sniff(self.content.partition("\n")[0], delimiters=",;\t")
        except csv.Error:
            dialect = "excel"
        reader = csv.reader(io.StringIO(self.content, newline=""), dialect)
        try:
            lines = [(reader.line_num, line) for line in reader if any(cell.strip() for cell in line)]
        except csv.Error as error:
            raise SignatoryFileError(_("The file is not a readable CSV table: %(error)s") % {"error": error}) from error
        if not lines:
            raise SignatoryFileError(_("The file is empty."))
        header = [cell.strip().lower() for cell in lines[0][1]]
        self._check_header(header)
        return [
            (number, dict(zip(header, [cell.strip() for cell in line] + [""] * len(header), strict=False)))
            for number, line in lines[1:]
        ]

    def _check_header(self, header: list[str]) -> None:
        if "name" not in header:
            raise SignatoryFileError(_("The first line must name the columns; the column “name” is missing."))
        if unknown := [column for column in header if column not in self.columns()]:
            raise SignatoryFileError(
                _("Unknown columns: %(unknown)s. Possible are: %(known)s.")
                % {"unknown": ", ".join(unknown), "known": ", ".join(self.columns())}
            )
        if len(set(header)) < len(header):
            raise SignatoryFileError(_("A column appears twice."))

    def _row(self, number: int, values: dict[str, str], places: "_Places") -> ImportRow:
        signatory = Signatory(
            letter_key=self.letter_key,
            name=values["name"],
            name_latin=values.get("name_latin", ""),
            name_cyrillic=values.get("name_cyrillic", ""),
            organisation=values.get("organisation", ""),
            role={
                code: values[f"role_{code}"]
                for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
                if values.get(f"role_{code}")
            },
            capacity=values.get("capacity") or Capacity.PERSONAL,
            visibility=values.get("visibility") or SignatoryVisibility.HIDDEN,
            email=values.get("email", ""),
        )
        row = ImportRow(number, values, signatory)
        if municipality := values.get("municipality"):
            try:
                signatory.municipality_id = places.find(municipality)
            except SignatoryFileError as error:
                row.errors.append(str(error))
        try:
            signatory.confirmed_at = _moment(values.get("confirmed_at", ""))
        except ValueError:
            row.errors.append(_("“%(text)s” is no date. Write 2026-05-31.") % {"text": values.get("confirmed_at", "")})
        row.errors += _field_errors(signatory)
        return row


class _Places:
    """Finds municipalities by any of their names, with one query for the whole file."""

    def __init__(self) -> None:
        self._by_name: dict[str, dict[UUID, int]] = defaultdict(dict)
        rows = Municipality.objects.order_by("pk").values_list("pk", "translation_key", "find_text")
        for pk, key, names in rows:
            for name in names.split("\n"):
                self._by_name[name].setdefault(key, pk)

    def find(self, name: str) -> int:
        """Return the row of a work's source. Raises SignatoryFileError when none or several have the name."""
        found = self._by_name.get(fold(name), {})
        if not found:
            raise SignatoryFileError(_("The library knows no municipality “%(name)s”.") % {"name": name})
        if len(found) > 1:
            raise SignatoryFileError(_("Several municipalities are called “%(name)s”.") % {"name": name})
        return next(iter(found.values()))


def _identity(signatory: Signatory) -> tuple[str, str]:
    """Return what tells two signatories apart: the name, and the organisation or e-mail address."""
    return fold(signatory.name), fold(signatory.email or signatory.organisation)


def _moment(text: str) -> datetime | None:
    """Return an ISO date or moment as a moment here; None for an empty text. Raises ValueError."""
    if not text:
        return None
    moment = parse_datetime(text) if len(text) > 10 else None
    if moment is None:
        day = parse_date(text)
        if day is None:
            raise ValueError(text)
        moment = datetime.combine(day, time.min)
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def _field_errors(signatory: Signatory) -> list[str]:
    """Return what the model says about the values, each with the column's name."""
    try:
        signatory.full_clean(exclude=["letter_key", "municipality"])
    except ValidationError as error:
        return list(_labelled(error))
    return []


def _labelled(error: ValidationError) -> Iterable[str]:
    for name, problems in error.error_dict.items():
        for problem in problems:
            for message in [_choices(name, problem)] if problem.code == "invalid_choice" else problem.messages:
                yield f"{name}: {message}"


def _choices(name: str, problem: ValidationError) -> str:
    """Return what may stand in a column, as an editor has to write it."""
    column: Any = Signatory._meta.get_field(name)
    known = ", ".join(str(code) for code, _label in column.flatchoices if code)
    return _("“%(text)s” is not one of: %(known)s.") % {"text": (problem.params or {}).get("value", ""), "known": known}
