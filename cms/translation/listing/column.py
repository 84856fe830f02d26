"""A column for lists of pages and library entries."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.tables import BaseColumn

from .told import told_of

_TOLD = "_told_translations"


class TranslationsColumn(BaseColumn):
    """The states of a source's translations, or a translation's own. One query for all rows of a list."""

    cell_template_name = "translation/listing/cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: dict[str, Any]) -> dict[str, Any]:
        """What is told of one row; read for all rows of the list when the first one is shown."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        table = parent_context["table"]
        told = getattr(table, _TOLD, None)
        if told is None:
            told = told_of(table.data)
            setattr(table, _TOLD, told)
        return context | {"told": told.get(instance.pk, [])}
