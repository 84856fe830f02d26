"""The inbox on a page of its own, with longer lists."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.translation.work.inbox import Inbox
from cms.translation.work.panel import inbox_context

LONG = 200
"""Rows of each list; with more, the report of all translations is the better place."""


class InboxView(WagtailAdminTemplateMixin, TemplateView):
    """What waits for the user; for everybody who can sign in to the admin."""

    template_name = "translation/work/inbox.html"
    page_title = _("My translations")
    header_icon = "wagtail-localize-language"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**inbox_context(Inbox(self.request.user, LONG)), **kwargs)
