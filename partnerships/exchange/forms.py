"""The form that takes a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from tablib import Dataset

from .files import UnreadableFileError, read
from .resources import LibraryResource
from .run import check_headers

SALT = "partnerships.exchange"
MAX_AGE = 60 * 60
"""Seconds for which a checked file may be confirmed."""


class UploadForm(forms.Form):
    """A CSV or XLSX file; valid ones are in ``cleaned_data["table"]``."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV (UTF-8) or XLSX with the names of the columns in the first row."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    def __init__(self, *args: Any, resource: type[LibraryResource], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.resource = resource

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        upload = cleaned.get("file")
        if upload:
            try:
                cleaned["table"] = read(upload.name, upload, upload.size)
                check_headers(cleaned["table"], self.resource)
            except UnreadableFileError as error:
                self.add_error("file", ValidationError(str(error)))
        return cleaned


def seal(table: Dataset, user_id: int | None, name: str) -> str:
    """The checked table as text that only the same user can confirm, for the same type, within ``MAX_AGE``."""
    return signing.dumps(
        {"headers": table.headers, "rows": [list(row) for row in table]}, salt=_salt(user_id, name), compress=True
    )


def unseal(text: str, user_id: int | None, name: str) -> Dataset:
    """Undo ``seal``. Raises ``django.core.signing.BadSignature`` (also when it is too old)."""
    content = signing.loads(text, salt=_salt(user_id, name), max_age=MAX_AGE)
    table = Dataset(headers=content["headers"])
    for row in content["rows"]:
        table.append(row)
    return table


def _salt(user_id: int | None, name: str) -> str:
    return f"{SALT}.{name}.{user_id}"
