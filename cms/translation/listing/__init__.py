"""States of translations in Wagtail's own lists of pages and library entries, and beside its editors.

Wagtail has no hook for a column of these lists, nor for a part of the status panel; `put_in_place` adds both.
"""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import StatusSidePanel
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView, PageListingMixin
from wagtail.snippets.views.snippets import IndexView as EntryIndexView

from cms.translation.targets.rows import is_work, is_work_model

from .column import TranslationsColumn

STATUS_TEMPLATE = "translation/listing/status.html"

_entry_columns: Any = EntryIndexView.columns
_status_templates = StatusSidePanel.get_status_templates


def put_in_place() -> None:
    """Called once, when Django starts."""
    for view in (PageListingMixin, IndexView, ExplorableIndexView):
        view.base_columns = _with_translations(view.base_columns)
    entry_columns = cached_property(_columns_of_entries)
    entry_columns.__set_name__(EntryIndexView, "columns")
    EntryIndexView.columns = entry_columns
    StatusSidePanel.get_status_templates = _with_states


def _columns_of_entries(self: EntryIndexView) -> list[Any]:
    """Replaces `columns` of the lists of library entries."""
    columns: list[Any] = _entry_columns.func(self)
    return _with_translations(columns) if is_work_model(self.model) else columns


def _with_states(self: StatusSidePanel, context: dict[str, Any]) -> list[str]:
    """Replaces `StatusSidePanel.get_status_templates`."""
    templates: list[str] = _status_templates(self, context)
    return [*templates, STATUS_TEMPLATE] if is_work(self.object) and self.object.pk else templates


def _with_translations(columns: list[Any]) -> list[Any]:
    """After the title and what belongs to it."""
    if any(isinstance(column, TranslationsColumn) for column in columns):
        return columns
    after = next((index for index, column in enumerate(columns) if column.name == "latest_revision_created_at"), -1)
    added = TranslationsColumn("translations", label=_("Translations"))
    return [*columns[:after], added, *columns[after:]]
