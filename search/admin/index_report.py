"""Reports → Search indices."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from cms.publishing.models import Follower

from ..indexing.status import status
from ..searching import asked_now

PERMISSION = "publishing.view_follower"
"""Whoever may see how far the followers are, may see this."""


class IndexReportView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """How the search indices are, and what they refused to take."""

    page_title = _("Search indices")
    header_icon = "search"
    template_name = "search/admin/index_report.html"
    permission_policy = ModelPermissionPolicy(Follower)
    permission_required = "view"
    breadcrumbs_items: ClassVar[list[dict[str, str | Promise]]] = [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {"url": reverse_lazy("search_indices"), "label": page_title},
    ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Every index, and how this process reaches the search server."""
        return super().get_context_data(**kwargs, server=asked_now(), indices=status())


class IndicesMenuItem(MenuItem):
    """Shown to those who may see the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PERMISSION)


def menu_item() -> MenuItem:
    """The report's place in the menu."""
    return IndicesMenuItem(
        _("Search indices"), reverse("search_indices"), name="search-indices", icon_name="search", order=960
    )
