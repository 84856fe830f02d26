"""Reading an uploaded PO file."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import polib
from django.utils.timezone import is_aware
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from cms.translation.errors import TranslationError

from .po_export import EXPORTED_AT, FUZZY, TRANSLATION_ID

LARGEST = 10 * 1024 * 1024
"""Bytes."""


class PoFileError(TranslationError):
    """The file cannot be imported. Nothing of it was."""


@dataclass(frozen=True, slots=True)
class FileString:
    """What a file says of one string."""

    path: str
    """wagtail-localize's content path: its place in the work."""
    source: str
    text: str
    fuzzy: bool = False
    former_source: str = ""


@dataclass(frozen=True, slots=True)
class StringFile:
    """What a file says of one translation."""

    strings: tuple[FileString, ...]
    made_at: datetime | None
    """When it was exported, None where it does not say so."""


def read_po(content: bytes, translation: Translation) -> StringFile:
    """What the file says. Raises PoFileError where it is none, or not one of this translation."""
    if len(content) > LARGEST:
        raise PoFileError(_("The file is larger than 10 MB. Nothing was imported."))
    file = _parsed(content)
    _refuse_foreign(file, translation)
    return StringFile(strings=strings_of(file), made_at=made_at(file))


def strings_of(file: polib.POFile) -> tuple[FileString, ...]:
    """The translated and the fuzzy strings of a file; obsolete ones belong to former texts of the source."""
    return tuple(
        FileString(
            path=entry.msgctxt or "",
            source=entry.msgid,
            text=entry.msgstr,
            fuzzy=FUZZY in entry.flags,
            former_source=entry.previous_msgid or "",
        )
        for entry in file
        if entry.msgstr and not entry.obsolete
    )


def made_at(file: polib.POFile) -> datetime | None:
    """The moment at which the file was exported."""
    try:
        moment = datetime.fromisoformat(file.metadata.get(EXPORTED_AT, ""))
    except ValueError:
        return None
    return moment if is_aware(moment) else None


def _parsed(content: bytes) -> polib.POFile:
    # polib takes a path or a text, and would open whatever file a text of one line names.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "uploaded.po"
        path.write_bytes(content)
        try:
            file = polib.pofile(str(path))
        except (OSError, UnicodeDecodeError, LookupError, ValueError) as error:
            raise PoFileError(_("This is no PO file. Nothing was imported.")) from error
    return file


def _refuse_foreign(file: polib.POFile, translation: Translation) -> None:
    named = file.metadata.get(TRANSLATION_ID)
    if named is None:
        raise PoFileError(
            _(
                "The file does not say which text it translates: its header “%(header)s” is missing. "
                "Nothing was imported."
            )
            % {"header": TRANSLATION_ID}
        )
    if named != str(translation.uuid):
        raise PoFileError(_("The file belongs to another text or another language. Nothing was imported."))
