"""What is shown of each work."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import BaseColumn, Column

from cms.translation.models import Target

from .works import Work

ICONS = {
    Target.State.NONE: "radio-empty",
    Target.State.DRAFT: "edit",
    Target.State.PARTIAL: "time",
    Target.State.OUTDATED: "warning",
    Target.State.CURRENT: "check",
}


class ChoiceColumn(BaseColumn):
    """A checkbox that chooses the work for what is to be done to many."""

    header_template_name = "translation/matrix/choice_header.html"
    cell_template_name = "translation/matrix/choice_cell.html"

    def __init__(self) -> None:
        super().__init__("choice", label=gettext_lazy("Choose"))


class TitleColumn(Column):
    """The title, which leads to the source's editor those who may use it, and the type."""

    cell_template_name = "translation/matrix/title_cell.html"


class LocaleColumn(BaseColumn):
    """How far works are in one language."""

    cell_template_name = "translation/matrix/locale_cell.html"

    def __init__(self, locale_id: int, code: str, name: str) -> None:
        super().__init__(f"locale_{code}", label=name)
        self.locale_id = locale_id
        self.code = code

    def get_cell_context_data(self, instance: Work, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The cell, if there is one, and an icon for its state."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        cell = instance.cells.get(self.locale_id)
        return context | {
            "cell": cell,
            "is_source": instance.source_locale_id == self.locale_id,
            "icon": ICONS[Target.State(cell.target.state)] if cell else "",
        }


def orderings() -> list[tuple[str, str]]:
    """By what works can be sorted, and what that is called."""
    return [
        ("title", _("Title")),
        ("-words_left", _("Most words left")),
        ("words_left", _("Fewest words left")),
        ("since", _("Longest in their state")),
        ("-since", _("Latest change of state")),
        ("due", _("Due first")),
    ]
