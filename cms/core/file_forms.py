"""The admin's forms of pictures and documents: a file that is replaced stays until that is certain."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import Any

from django.db import transaction
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm


class KeepsReplacedFile:
    """Mixin that deletes a replaced file with the commit.

    Wagtail deletes it at once; when the request then fails, its row is rolled back and names a file that is gone. Only
    a document replaced under its own name still goes at once: the new one takes its place, and its address stays.
    """

    instance: Any
    changed_data: list[str]
    original_file: Any

    def save(self, commit: bool = True) -> Any:
        """Store the row and its new file."""
        replaced = self.original_file if commit and "file" in self.changed_data else None
        if not replaced or self.keeps_name(replaced):
            return super().save(commit=commit)  # type: ignore[misc]  # of the form it is mixed into
        self.original_file = None  # nothing left for Wagtail to delete
        saved = super().save(commit=commit)  # type: ignore[misc]
        transaction.on_commit(partial(replaced.storage.delete, replaced.name))
        self.replaced()
        return saved

    def keeps_name(self, replaced: Any) -> bool:
        """Whether the new file is to be stored under the old one's name."""
        return False

    def replaced(self) -> None:
        """What else to do once there is another file."""


class ImageForm(KeepsReplacedFile, BaseImageForm):
    """The form of a picture."""

    def replaced(self) -> None:
        """Forget the sizes of the old picture."""
        self.instance.renditions.all().delete()


class DocumentForm(KeepsReplacedFile, BaseDocumentForm):
    """The form of a document."""

    def keeps_name(self, replaced: Any) -> bool:
        """Whether the new file has the old one's name, which is part of the document's address."""
        return PurePosixPath(replaced.name).name == replaced.storage.get_valid_name(self.instance.file.name)
