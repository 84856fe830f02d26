"""Tables."""

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict
from wagtail.contrib.table_block import blocks as table_block
from wagtail_localize.segments.types import StringSegmentValue

from .block_document import DocumentBlock, Json

if TYPE_CHECKING:
    from cms.publishing.context import Context


class TableDocument(TypedDict):
    """A table of plain text; all rows have the same length."""

    caption: str
    header_row: bool
    header_column: bool
    rows: list[list[str]]


class TableBlock(DocumentBlock, table_block.TableBlock):
    """A table. Each cell with words in it is a segment of its own for translators; figures are not."""

    document_type = TableDocument

    class Meta:
        icon = "table"
        label = _("Table")
        group = _("Text")

    def get_table_options(self, table_options: dict[str, Any] | None = None) -> dict[str, Any]:
        """Return the editor's options without a language: it would be that of the server's start, which it lacks."""
        options: dict[str, Any] = super().get_table_options(table_options)
        options.pop("language", None)
        return options

    def to_document(self, value: Any, context: "Context") -> TableDocument | None:
        """Return the table without the empty rows and columns at its end."""
        rows = _trimmed(_cells(value))
        if not rows:
            return None
        headers = value.get("table_header_choice") or ""
        return {
            "caption": value.get("table_caption") or "",
            "header_row": headers in ("row", "both"),
            "header_column": headers in ("column", "both"),
            "rows": rows,
        }

    def to_text(self, document: Json) -> str:
        """Return the caption and all cells."""
        cells = (cell for row in document["rows"] for cell in row)
        return " ".join(filter(None, (document["caption"], *cells)))

    def get_translatable_segments(self, value: Any) -> list[StringSegmentValue]:
        """Return the caption and every cell that holds a letter. The path names row and column, from 0."""
        if not value:
            return []
        segments = [StringSegmentValue("caption", caption)] if (caption := value.get("table_caption")) else []
        for row, cells in enumerate(_cells(value)):
            for column, text in enumerate(cells):
                if any(character.isalpha() for character in text):
                    segments.append(StringSegmentValue(f"{row}-{column}", text))
        return segments

    def restore_translated_segments(self, value: Any, segments: Sequence[StringSegmentValue]) -> Any:
        """Return a copy of the source's table with the translated cells."""
        translated = deepcopy(value)
        for segment in segments:
            if segment.path == "caption":
                translated["table_caption"] = segment.render_text()
                continue
            row, column = (int(part) for part in segment.path.split("-"))
            translated["data"][row][column] = segment.render_text()
        return translated


def _cells(value: Any) -> list[list[str]]:
    rows = (value or {}).get("data") or []
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


def _trimmed(rows: list[list[str]]) -> list[list[str]]:
    """Return the rows up to the last filled one, with as many columns as any of them fills."""
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows = rows[:-1]
    width = max((column + 1 for row in rows for column, cell in enumerate(row) if cell.strip()), default=0)
    return [[cell.strip() for cell in row[:width]] + [""] * (width - len(row)) for row in rows]
