"""The inbox on the admin's home page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.forms import Media
from django.utils import timezone
from wagtail.admin.ui.components import Component

from .inbox import Inbox

SHORT = 5
"""Rows of each list on the home page."""


def inbox_context(inbox: Inbox) -> dict[str, Any]:
    """What the template of the lists wants to know."""
    return {"inbox": inbox, "today": timezone.localdate()}


class InboxPanel(Component):
    """Not there at all where nothing waits."""

    name = "translation_inbox"
    template_name = "translation/work/inbox_panel.html"
    order = 150

    @property
    def media(self) -> Media:
        return Media(css={"all": ["translation/work.css"]})

    def render_html(self, parent_context: Any = None) -> str:
        inbox = Inbox(parent_context["request"].user, SHORT)
        if not inbox:
            return ""
        return str(super().render_html({**_flat(parent_context), **inbox_context(inbox)}))

    def get_context_data(self, parent_context: Any = None) -> Any:
        return parent_context


def _flat(context: Any) -> Mapping[str, Any]:
    return context.flatten() if hasattr(context, "flatten") else context
