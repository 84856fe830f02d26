from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .admin.follower_report import FollowerReportView

PERMISSION = "view_follower"


class FollowersMenuItem(MenuItem):
    """Shown to those who may see the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"publishing.{PERMISSION}")


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """The report's address."""
    return [path("reports/followers/", FollowerReportView.as_view(), name="publishing_followers")]


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """The report's place in the menu."""
    return FollowersMenuItem(
        _("Followers"), reverse("publishing_followers"), name="followers", icon_name="history", order=950
    )


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """The permission that groups can be given."""
    return Permission.objects.filter(content_type__app_label="publishing", codename=PERMISSION)
