"""Leaf blocks whose value is a fact: the same in every locale, never offered to a translator."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock


class FactBlock:
    """Mixin that keeps a block out of the translation.

    Used with choosers as well: a chooser of wagtail-localize's would demand a translation of what was chosen. Links to
    other works need none, because an edition resolves them to its own locale when it is built.
    """

    def get_translatable_segments(self, value: Any) -> list[Any]:
        """Return no segments, whatever the value is."""
        return []

    def restore_translated_segments(self, value: Any, segments: Sequence[Any]) -> Any:
        """Return the source's value unchanged."""
        return value


_references_only: ContextVar[bool] = ContextVar("references_only", default=False)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Stands for what a chooser holds while editions are built: its primary key, without a query."""

    pk: Any


@contextmanager
def references_only() -> Iterator[None]:
    """Let choosers of blocks that are read inside give a `Chosen` each instead of loading what was chosen.

    An edition gets what it shows through its context, for many editions at a time; loading it here as well would cost
    a query a block.
    """
    token = _references_only.set(True)
    try:
        yield
    finally:
        _references_only.reset(token)


class FactChooser(FactBlock):
    """Mixin for choosers."""

    def to_python(self, value: Any) -> Any:
        """Return what was chosen, or a `Chosen` while editions are built."""
        if _references_only.get():
            return None if value is None else Chosen(value)
        return super().to_python(value)  # type: ignore[misc]  # comes from the chooser block

    def bulk_to_python(self, values: Sequence[Any]) -> list[Any]:
        """Return what was chosen in many blocks with one query, or with none while editions are built."""
        if _references_only.get():
            return [self.to_python(value) for value in values]
        found: list[Any] = super().bulk_to_python(values)  # type: ignore[misc]  # comes from the chooser block
        return found


class FactCharBlock(FactBlock, blocks.CharBlock):
    """A line that is the same in every language, such as a page range."""


class FactURLBlock(FactBlock, blocks.URLBlock):
    """An address that is the same in every language."""


class FactImageBlock(FactChooser, ImageChooserBlock):
    """A picture from the library."""


class FactDocumentBlock(FactChooser, DocumentChooserBlock):
    """A document from the library."""


class FactPageBlock(FactChooser, blocks.PageChooserBlock):
    """A page of this site; readers are led to it in their own language."""
