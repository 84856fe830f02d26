"""Choosers that list each work once and find it by any of its names in any language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Min, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from cms.publishing.folding import fold

from ..models import Municipality, Region
from ..models.named_entry import find
from ..names import published_names
from .chooser_widget import LibraryChooser
from .listing import with_status


class FindForm(BaseFilterForm):
    """One search field: any name, in any language and either script."""

    q = forms.CharField(
        label=_("Search term"),
        widget=forms.TextInput(attrs={"placeholder": _("Any name, in any language")}),
        required=False,
    )

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        objects = super().filter(objects)
        if query := self.cleaned_data.get("q"):
            self.is_searching = True
            self.search_query = query
            objects = find(objects, query)
        return objects


def one_row_a_work(queryset: QuerySet[Any]) -> QuerySet[Any]:
    """Of each work the row in which it was first written: documents find the reader's language from any of them."""
    siblings = queryset.model._default_manager.filter(translation_key=OuterRef("translation_key")).order_by()
    first = siblings.values("translation_key").annotate(first=Min("pk")).values("first")
    return queryset.filter(pk=Subquery(first))


class FindRegionForm(FindForm):
    """Regions by their code or their name in any language."""

    def filter(self, objects: QuerySet[Region]) -> QuerySet[Region]:
        objects = BaseFilterForm.filter(self, objects)
        if query := self.cleaned_data.get("q"):
            self.is_searching = True
            self.search_query = query
            wanted = fold(query)
            names = ((region.code, fold(" ".join([region.code, *region.name.values()]))) for region in objects)
            objects = objects.filter(pk__in=[code for code, text in names if wanted in text])
        return objects


def other_names(municipality: Municipality) -> str:
    """The town's names besides the one shown."""
    names: list[str] = getattr(municipality, "all_names", [])
    return ", ".join(name for name in names if name != municipality.name)


class WorkChooseMixin:
    """What both the chooser and its result list need."""

    filter_form_class = FindForm

    def get_object_list(self) -> QuerySet[Any]:
        return with_status(one_row_a_work(super().get_object_list()))  # type: ignore[misc]  # a mixin of Wagtail's views

    @property
    def columns(self) -> list[Column]:
        return [
            self.title_column,  # type: ignore[attr-defined]  # a mixin of Wagtail's views
            LiveStatusTagColumn(sort_key=None),
        ]


class WorkChooseView(WorkChooseMixin, ChooseView):
    """The chooser."""


class WorkChooseResultsView(WorkChooseMixin, ChooseResultsView):
    """Its results while one types."""


class ChooserViewSet(SnippetChooserViewSet):
    """A chooser whose button speaks the language of whoever uses it."""

    @cached_property
    def widget_class(self) -> type[LibraryChooser]:
        return type(f"{self.model_name}Chooser", (LibraryChooser,), {"model": self.model, "icon": self.icon})


class LibraryChooserViewSet(ChooserViewSet):
    """The chooser of every type of library entry."""

    choose_view_class = WorkChooseView
    choose_results_view_class = WorkChooseResultsView


class MunicipalityChooseMixin(WorkChooseMixin):
    """Shows all names of a town, so that one sees why it was found, and which of two of the same name it is."""

    def get_object_list(self) -> QuerySet[Any]:
        return super().get_object_list().select_related("region")

    def get_results_page(self, request: HttpRequest) -> Any:
        page = super().get_results_page(request)  # type: ignore[misc]  # a mixin of Wagtail's views
        names = published_names({row.translation_key for row in page.object_list})
        for row in page.object_list:
            row.all_names = names[row.translation_key]
        return page

    @property
    def columns(self) -> list[Column]:
        title, status = super().columns
        return [
            title,
            Column("other_names", label=_("Other names"), accessor=other_names),
            Column("region", label=_("Region"), accessor="region"),
            status,
        ]


class MunicipalityChooseView(MunicipalityChooseMixin, ChooseView):
    """The chooser of municipalities."""


class MunicipalityChooseResultsView(MunicipalityChooseMixin, ChooseResultsView):
    """Its results while one types."""


class MunicipalityChooserViewSet(LibraryChooserViewSet):
    """The chooser of municipalities."""

    choose_view_class = MunicipalityChooseView
    choose_results_view_class = MunicipalityChooseResultsView


class RegionChooseView(ChooseView):
    """The chooser of regions."""

    filter_form_class = FindRegionForm


class RegionChooseResultsView(ChooseResultsView):
    """Its results while one types."""

    filter_form_class = FindRegionForm


class RegionChooserViewSet(ChooserViewSet):
    """The chooser of regions."""

    choose_view_class = RegionChooseView
    choose_results_view_class = RegionChooseResultsView
