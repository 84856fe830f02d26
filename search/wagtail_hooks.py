"""What search adds to Wagtail's admin."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from .admin import index_report
from .admin.empty_searches import PERMISSION, EmptySearchReportView
from .admin.promoting import PromoteView
from .admin.synonyms import SynonymViewSet

register_snippet(SynonymViewSet)


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    """The report of searches without results, and what can be done about one."""
    report = "reports/searches-without-results/"
    return [
        path(report, EmptySearchReportView.as_view(), name="search_empty"),
        path(f"{report}results/", EmptySearchReportView.as_view(results_only=True), name="search_empty_results"),
        path(f"{report}promote/", PromoteView.as_view(), name="search_promote"),
        path("reports/search-indices/", index_report.IndexReportView.as_view(), name="search_indices"),
    ]


class EmptySearchesMenuItem(MenuItem):
    """Shown to those who may see the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PERMISSION)


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """The report's place in the menu."""
    return EmptySearchesMenuItem(
        _("Searches without results"), reverse("search_empty"), name="empty-searches", icon_name="search", order=1310
    )


@hooks.register("register_reports_menu_item")
def indices_menu_item() -> MenuItem:
    """The same of the report of indices."""
    return index_report.menu_item()


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """The permission that groups can be given."""
    return Permission.objects.filter(content_type__app_label="search", codename=PERMISSION.partition(".")[2])
