"""Reports → Translations."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.views.reports import ReportView

from cms.translation.models import Target

from . import spreadsheet
from .access import may_see
from .choices import Choices
from .columns import ChoiceColumn, LocaleColumn, TitleColumn, orderings
from .filters import MatrixFilterSet, with_title
from .works import Works


class MatrixView(ReportView):
    """Every work in every language. The number of queries does not depend on the number of works."""

    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    model = Target
    verbose_name_plural = _("works")
    index_url_name = "translation_matrix"
    index_results_url_name = "translation_matrix_results"
    template_name = "translation/matrix/report.html"
    results_template_name = "translation/matrix/results.html"
    default_ordering = "title"
    is_searchable = True
    filterset_class = MatrixFilterSet
    paginate_by = 50
    list_export: list[str] = ["title"]
    """The other columns depend on the site's languages."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lets in whoever edits, translates or publishes."""
        if not may_see(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    @cached_property
    def choices(self) -> Choices:
        """Languages, people and sections."""
        return Choices.read()

    @cached_property
    def columns(self) -> list[BaseColumn]:
        """The work, and its state in each language."""
        locales = [LocaleColumn(*locale) for locale in self.choices.locales]
        return [ChoiceColumn(), TitleColumn("title", label=_("Work"), sort_key="title", width="27%"), *locales]

    def get_filterset_kwargs(self) -> dict[str, Any]:
        """What there is to choose from."""
        return {**super().get_filterset_kwargs(), "choices": self.choices}

    def get_valid_orderings(self) -> list[str]:
        """More than columns have headers for."""
        return ["title", "-title", "words_left", "-words_left", "since", "-since", "due"]

    def get_queryset(self) -> QuerySet[Target]:
        return Target.objects.all()

    def get_filtered_queryset(self) -> Works:
        """The works found, in their order."""
        found = self.filter_queryset(self.get_queryset())
        if self.is_searching:
            found = with_title(found, self.search_query)
        return Works(found, self.ordering, self.request.user)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Also how much is translated, and what can be done with what is chosen."""
        if self.is_export:
            return {"object_list": self.object_list}
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        progress = self.object_list.progress()
        names = {pk: name for pk, _code, name in self.choices.locales}
        given = self.request.GET.copy()
        for name in (self.page_kwarg, "_w_filter_fragment", "export", "ordering"):
            given.pop(name, None)
        return context | {
            "progress": [(names[pk], progress[pk]) for pk in names if pk in progress],
            "orderings": orderings(),
            "filter_query": given.urlencode(),
        }

    def to_row_dict(self, item: dict[str, Any]) -> dict[str, Any]:
        """A row of the spreadsheet."""
        return item

    def as_spreadsheet(self, queryset: Works, spreadsheet_format: str) -> HttpResponse:
        """With the columns of all languages."""
        self.export_headings = spreadsheet.headings(self.choices.locales)
        self.list_export = list(self.export_headings)
        # Now: what is streamed later is no longer in the user's language.
        rows = [spreadsheet.row(work, self.choices.locales) for work in queryset]
        response: HttpResponse = super().as_spreadsheet(rows, spreadsheet_format)
        return response

    def get_filename(self) -> str:
        return "translations"


def former_report(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Leads from wagtail-localize's report to ours."""
    return redirect(reverse("translation_matrix"))
