"""Everything that is shared at present, for those who oversee it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.views.reports import ReportView

from ..models import PreviewGrant
from .addresses import address_of_object


class WithdrawColumn(Column):
    """A button that ends the row's grant."""

    cell_template_name = "previews/admin/withdraw_cell.html"


def _valid_until(grant: PreviewGrant) -> str:
    return date_format(localtime(grant.expires_at), "SHORT_DATETIME_FORMAT")


class SharedPreviewsView(ReportView):
    """All live grants, those that end first on top."""

    page_title = _("Shared previews")
    header_icon = "link"
    model = PreviewGrant
    index_url_name = "previews_report"
    index_results_url_name = "previews_report_results"
    default_ordering = "expires_at"
    is_searchable = False
    list_export = ["title", "locale", "created_by", "created_at", "expires_at", "uses", "last_used_at", "note"]
    columns = [
        TitleColumn("title", label=_("Title"), get_url=address_of_object, sort_key="title"),
        Column("locale", label=_("Language"), accessor="locale.get_display_name"),
        UserColumn("created_by", label=_("Shared by")),
        Column("note", label=_("Note")),
        DateColumn("created_at", label=_("Shared"), sort_key="created_at"),
        Column("expires_at", label=_("Valid until"), accessor=_valid_until, sort_key="expires_at"),
        Column("uses", label=_("Opened"), sort_key="uses"),
        DateColumn("last_used_at", label=_("Last opened"), sort_key="last_used_at"),
        WithdrawColumn("withdraw", label=_("Withdraw")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm("previews.oversee_previewgrants"):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_queryset(self) -> QuerySet[PreviewGrant]:
        """Live ones, with all that a row shows."""
        related = ("content_type", "locale", "created_by__wagtail_userprofile")
        live = PreviewGrant.objects.live().select_related(*related).defer("content")
        ordered: QuerySet[PreviewGrant] = self.order_queryset(live)
        return ordered

    def get_filename(self) -> str:
        return "shared-previews"
