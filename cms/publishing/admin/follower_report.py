"""Reports → Followers."""

from __future__ import annotations

from typing import Any, ClassVar

from django.urls import reverse_lazy
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from ..models import Follower
from .standings import standings, worker_missing_since


class FollowerReportView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Where each follower of the log stands, and why it fails."""

    page_title = _("Followers")
    header_icon = "history"
    template_name = "publishing/admin/follower_report.html"
    permission_policy = ModelPermissionPolicy(Follower)
    permission_required = "view"
    breadcrumbs_items: ClassVar[list[dict[str, str | Promise]]] = [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {"url": reverse_lazy("publishing_followers"), "label": page_title},
    ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The followers, and since when the worker seems to be missing."""
        return super().get_context_data(**kwargs, standings=standings(), worker_missing_since=worker_missing_since())
