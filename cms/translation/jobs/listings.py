"""Everything that a list of the admin shows with its filters and its search, on all of its pages.

The list's own view is asked, so that "select all" means what the editor has before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.models import Page

from cms.translation.models import Target

from .selections import Selection, label_of_type

LISTING = "listing"
"""Name of the form's value with the list's query string."""


@dataclass(frozen=True, slots=True)
class ListedPages(Selection):
    """The pages that the explorer lists below one."""

    name: ClassVar[str] = "pages"
    parent: Page
    query: str

    def find(self, user: Any) -> QuerySet[Target]:
        view = ExplorableIndexView()
        view.setup(_request(user, self.query), self.parent.pk)
        view.parent_page = self.parent
        keys = _keys(view, Page.objects.all())
        return Target.objects.filter(translation_key__in=keys)

    def values(self) -> list[tuple[str, str]]:
        return [(self.name, str(self.parent.pk)), (LISTING, self.query)]

    def __str__(self) -> str:
        title = self.parent.get_admin_display_title()
        return _("everything that the list of pages below “%(title)s” shows") % {"title": title}


@dataclass(frozen=True, slots=True)
class ListedEntries(Selection):
    """The library entries that a list of one type shows."""

    name: ClassVar[str] = "entries"
    model: type[Model]
    query: str

    def find(self, user: Any) -> QuerySet[Target]:
        listing = self.model.snippet_viewset.index_view  # type: ignore[attr-defined]  # set by Wagtail's registration
        view = listing.view_class(**listing.view_initkwargs)
        view.setup(_request(user, self.query))
        return Target.objects.filter(translation_key__in=_keys(view, self.model._default_manager.all()))

    def values(self) -> list[tuple[str, str]]:
        content_type = ContentType.objects.get_for_model(self.model, for_concrete_model=True)
        return [(self.name, str(content_type.pk)), (LISTING, self.query)]

    def __str__(self) -> str:
        return _("everything that the list “%(list)s” shows") % {"list": label_of_type(self.model)}


def _request(user: Any, query: str) -> HttpRequest:
    request = HttpRequest()
    request.method = "GET"
    request.user = user
    request.GET = QueryDict(query)
    return request


def _keys(view: Any, rows: QuerySet[Any]) -> Any:
    """The translation keys of what the view lists; a subquery, unless something is searched for."""
    listed = view.get_queryset()
    if isinstance(listed, QuerySet):
        return rows.filter(pk__in=listed.order_by().values("pk")).values("translation_key")
    return {row.translation_key for row in listed}
