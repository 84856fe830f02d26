"""In which order and under which headings the source's own editor shows its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, InlinePanel, PanelGroup, TabbedInterface, get_edit_handler

LAST = 1_000_000
"""Where fields stand that the editor does not show."""


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A field or child relation in the editor."""

    tab: str
    order: int
    heading: str
    """What the panel calls it; "" where that is the field's own name."""


def places_of_fields(model: type[Model]) -> dict[str, FieldPlace]:
    """Every field and child relation (by its name) that has a panel, in the active language. No queries."""
    # Pages have it, and so have library entries, whose panels are told by their viewsets.
    own: Any = getattr(model, "get_edit_handler", None)
    handler: Any = own() if own is not None else get_edit_handler(model)
    places: dict[str, FieldPlace] = {}
    if isinstance(handler, TabbedInterface):
        for tab in handler.children:
            _collect(tab, str(tab.heading or ""), places)
    else:
        _collect(handler, "", places)
    return places


def place_of(name: str, places: dict[str, FieldPlace]) -> FieldPlace:
    """Where a field stands; what has no panel comes last."""
    return places.get(name) or FieldPlace(tab=_("More texts"), order=LAST, heading="")


def _collect(panel: Any, tab: str, places: dict[str, FieldPlace]) -> None:
    if isinstance(panel, InlinePanel):
        places[panel.relation_name] = FieldPlace(tab, len(places), capfirst(str(panel.heading or "")))
    elif isinstance(panel, FieldPanel):
        places[panel.field_name] = FieldPlace(tab, len(places), "")
    elif isinstance(panel, PanelGroup):
        for child in panel.children:
            _collect(child, tab, places)
