"""What previews add to Wagtail's admin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import AbstractPage

from .admin.addresses import share_address
from .admin.report_view import SharedPreviewsView
from .admin.share_view import ShareView, withdraw_view
from .sharing import SHARED, WITHDRAWN, is_shareable, may_share

OVERSEE = "oversee_previewgrants"


@hooks.register("register_admin_urls")
def preview_urls() -> list[URLPattern]:
    """Sharing, withdrawing, and the report."""
    share = "previews/<slug:app_label>/<slug:model_name>/<str:pk>/"
    return [
        path(share, ShareView.as_view(), name="previews_share"),
        path("previews/<int:grant>/withdraw/", require_POST(withdraw_view), name="previews_withdraw"),
        path("reports/shared-previews/", SharedPreviewsView.as_view(), name="previews_report"),
        path(
            "reports/shared-previews/results/",
            SharedPreviewsView.as_view(results_only=True),
            name="previews_report_results",
        ),
    ]


def share_button(row: Any, user: Any, priority: int = 45) -> Iterator[Button]:
    """The button that leads to a row's shared previews, for those who may share them."""
    model = row.specific_class if isinstance(row, AbstractPage) else type(row)
    if row.pk and model is not None and is_shareable(model) and may_share(user, row):
        yield Button(_("Share preview"), url=share_address(row), icon_name="link", priority=priority)


@hooks.register("register_page_header_buttons")
def page_header_buttons(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """In the menu of a page's editor and of its place in the tree."""
    return share_button(page, user)


@hooks.register("register_translation_editor_buttons")
def translation_buttons(row: Any, user: Any) -> Iterator[Button]:
    """Below the editor of a translation, which has no menu of its own."""
    return share_button(row, user)


class SharedPreviewsMenuItem(MenuItem):
    """Shown to those who oversee previews."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"previews.{OVERSEE}")


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """The report's place in the menu."""
    return SharedPreviewsMenuItem(
        _("Shared previews"), reverse("previews_report"), name="shared-previews", icon_name="link", order=900
    )


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """The permission that groups can be given."""
    return Permission.objects.filter(content_type__app_label="previews", codename=OVERSEE)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """How sharing stands in the history of a page or library entry."""
    actions.register_action(SHARED, _("Share preview"), _("Shared a preview of the draft"))
    actions.register_action(WITHDRAWN, _("Withdraw preview"), _("Withdrew a shared preview"))
