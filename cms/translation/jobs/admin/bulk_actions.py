"""“Translate” below the lists of pages and library entries."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from ..listings import ListedEntries, ListedPages
from ..selections import ChosenWorks, Selection, library_models
from .order_view import OrderView

ALL = "all"
OURS = ("id", "childOf", "next")
"""What Wagtail's script adds to the list's own query string."""


class TranslatePages(PageBulkAction):
    """Leads the chosen pages, or all that the list shows, to the form that asks what to do with them."""

    display_name = gettext_lazy("Translate…")
    action_type = "translate"
    aria_label = gettext_lazy("Translate the selected pages")
    action_priority = 60

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form in place of a confirmation."""
        return OrderView.as_view(selected=self._selection(request.GET))(request)

    def _selection(self, asked: QueryDict) -> Selection:
        if ALL in asked.getlist("id"):
            parent = (
                Page.objects.filter(pk=_number(str(asked["childOf"]))) if "childOf" in asked else Page.objects.all()
            )
            page = parent.order_by("path").first()
            if page is None:
                raise Http404
            return ListedPages(page, _listing(asked))
        return ChosenWorks.of_rows(Page.objects.filter(pk__in=_chosen(asked), depth__gt=1))


class TranslateEntries(SnippetBulkAction):
    """The same for library entries of one type."""

    display_name = gettext_lazy("Translate…")
    action_type = "translate"
    aria_label = gettext_lazy("Translate the selected entries")
    action_priority = 60

    @classproperty
    def models(cls) -> list[Any]:  # noqa: N805 - a property of the class
        """The types that can be translated string by string."""
        return library_models()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form in place of a confirmation."""
        asked = request.GET
        if ALL in asked.getlist("id"):
            return OrderView.as_view(selected=ListedEntries(self.model, _listing(asked)))(request)
        rows = self.model._default_manager.filter(pk__in=_chosen(asked))
        return OrderView.as_view(selected=ChosenWorks.of_rows(rows))(request)


def _chosen(asked: QueryDict) -> list[int]:
    return [_number(pk) for pk in asked.getlist("id")]


def _number(value: str) -> int:
    try:
        return int(value)
    except ValueError as error:
        raise Http404 from error


def _listing(asked: QueryDict) -> str:
    query = asked.copy()
    for name in OURS:
        query.pop(name, None)
    return query.urlencode()
