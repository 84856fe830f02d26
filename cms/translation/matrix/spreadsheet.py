"""The matrix as a spreadsheet: one row for each work, some columns for each language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.admin.utils import get_user_display_name

from .works import Cell, Work

FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r")
"""What spreadsheets begin formulas with, in wide letters, too."""
PARTS = ("state", "since", "words", "words_left", "fuzzy", "newer", "assignee", "due")
"""What is told of each language."""

Locales = Sequence[tuple[int, str, str]]


def headings(locales: Locales) -> dict[str, str]:
    """The columns' names and headings."""
    labels = {
        "state": _("State"),
        "since": _("Since"),
        "words": _("Words"),
        "words_left": _("Words left"),
        "fuzzy": _("Fuzzy strings"),
        "newer": _("Source has newer text"),
        "assignee": _("Assigned to"),
        "due": _("Due"),
    }
    columns = {"title": _("Title"), "type": _("Type"), "source": _("Source language")}
    for _pk, code, name in locales:
        columns |= {f"{code}.{part}": f"{name}: {labels[part]}" for part in PARTS}
    return columns


def row(work: Work, locales: Locales) -> dict[str, Any]:
    """The values of one work."""
    names = {pk: name for pk, _code, name in locales}
    values: dict[str, Any] = {
        "title": harmless(work.title),
        "type": work.type,
        "source": names.get(work.source_locale_id, ""),
    }
    for pk, code, _name in locales:
        told = _of_cell(work.cells[pk]) if pk in work.cells else dict.fromkeys(PARTS, "")
        if pk == work.source_locale_id:
            told["state"] = pgettext("state of a translation", "source")
        values |= {f"{code}.{part}": told[part] for part in PARTS}
    return values


def harmless(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _of_cell(cell: Cell) -> dict[str, Any]:
    target = cell.target
    return {
        "state": target.get_state_display(),
        "since": target.state_since or "",
        "words": target.words if cell.counted else "",
        "words_left": target.words_left if cell.counted else "",
        "fuzzy": target.proposals if cell.counted else "",
        "newer": _("yes") if target.behind else "",
        "assignee": harmless(get_user_display_name(cell.assignment.translator)) if cell.assignment else "",
        "due": (cell.assignment.due or "") if cell.assignment else "",
    }
