"""Reports > Searches without results: what readers looked for and did not find, for those who can mend it."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import urlencode

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, NumberColumn
from wagtail.admin.views.reports import ReportView

from cms.publishing.locales import content_locales

from ..labels import label_of
from ..models import EmptySearch

PERMISSION = "search.view_emptysearches"
PROMOTE_PERMISSION = "wagtailsearchpromotions.add_searchpromotion"
SYNONYM_PERMISSION = "search.add_synonym"
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What spreadsheets begin formulas with, in wide letters, too."""
ADD_SYNONYM = "wagtailsnippets_search_synonym:add"


def _locales() -> list[tuple[str, str]]:
    return [(code, label_of("language", code)) for code in content_locales()]


class EmptySearchFilterSet(WagtailFilterSet):
    """By language and by when it was last searched for."""

    locale: Any = django_filters.ChoiceFilter(label=_("Language"), choices=_locales)
    last_at: Any = django_filters.DateFromToRangeFilter(label=_("Last searched for"), widget=DateRangePickerWidget)

    class Meta:
        model = EmptySearch
        fields: ClassVar[list[str]] = ["locale", "last_at"]


class MendColumn(Column):
    """Links that lead to what can be done about a row."""

    cell_template_name = "search/admin/mend_cell.html"

    def get_cell_context_data(self, instance: EmptySearch, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Those that whoever looks may use."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        user = parent_context["request"].user
        context["promote"] = user.has_perm(PROMOTE_PERMISSION) and _address("search_promote", query=instance.query)
        context["synonym"] = user.has_perm(SYNONYM_PERMISSION) and _address(
            ADD_SYNONYM, phrases=instance.query, locale=instance.locale
        )
        return context


def _address(name: str, **given: str) -> str:
    try:
        return f"{reverse(name)}?{urlencode(given)}"
    except NoReverseMatch:
        return ""


def _language(row: EmptySearch) -> str:
    return label_of("language", row.locale)


def _harmless(query: str) -> str:
    """The query so that no spreadsheet takes it for a formula: anybody may have typed it."""
    return f"'{query}" if query.startswith(FORMULA) else query


class EmptySearchReportView(ReportView):
    """The most frequent first."""

    page_title = _("Searches without results")
    header_icon = "search"
    model = EmptySearch
    index_url_name = "search_empty"
    index_results_url_name = "search_empty_results"
    default_ordering = "-count"
    is_searchable = True
    search_fields = ["query"]
    filterset_class = EmptySearchFilterSet
    list_export = ["query", "locale", "count", "first_at", "last_at"]
    custom_field_preprocess: ClassVar[dict[str, Any]] = {"query": {"csv": _harmless, "xlsx": _harmless}}
    export_headings: ClassVar[dict[str, Any]] = {
        "query": _("Query"),
        "locale": _("Language"),
        "count": _("Searches"),
        "first_at": _("First searched for"),
        "last_at": _("Last searched for"),
    }

    @cached_property
    def columns(self) -> list[BaseColumn]:
        """What is shown of each."""
        return [
            Column("query", label=_("Query"), sort_key="query", width="35%"),
            Column("locale", label=_("Language"), accessor=_language, sort_key="locale"),
            NumberColumn("count", label=_("Searches"), sort_key="count"),
            DateColumn("last_at", label=_("Last searched for"), sort_key="last_at"),
            MendColumn("mend", label=_("What can be done")),
        ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_filename(self) -> str:
        return "searches-without-results"
