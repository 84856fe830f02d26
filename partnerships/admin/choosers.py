"""Choosers that list each work once and find it by any of its names in any language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Min, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from ..models.named_entry import NamedEntry, find
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


def other_names(entry: NamedEntry) -> str:
    """A work's names besides the one shown, folded as they are searched."""
    shown = str(entry).casefold()
    return ", ".join(name for name in entry.find_text.splitlines() if name not in shown)[:120]


class WorkChooseMixin:
    """What both the chooser and its result list need."""

    filter_form_class = FindForm

    def get_object_list(self) -> QuerySet[Any]:
        return with_status(one_row_a_work(super().get_object_list()))  # type: ignore[misc]  # a mixin of Wagtail's views

    @property
    def columns(self) -> list[Column]:
        return [
            self.title_column,  # type: ignore[attr-defined]  # a mixin of Wagtail's views
            Column("other_names", label=_("Found by"), accessor=other_names),
            LiveStatusTagColumn(sort_key=None),
        ]


class WorkChooseView(WorkChooseMixin, ChooseView):
    """The chooser."""


class WorkChooseResultsView(WorkChooseMixin, ChooseResultsView):
    """Its results while one types."""


class LibraryChooserViewSet(SnippetChooserViewSet):
    """The chooser of every type of library entry."""

    choose_view_class = WorkChooseView
    choose_results_view_class = WorkChooseResultsView
