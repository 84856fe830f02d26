"""The translators' workbench, at the edit addresses of targets."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.models import Page

from cms.translation.workbench.history_view import StringHistoryView
from cms.translation.workbench.string_view import string_view
from cms.translation.workbench.views import open_workbench

BEFORE_LOCALIZE = -5
"""Before wagtail-localize's editor, after whatever else wants the address first."""


@hooks.register("register_admin_urls")
def workbench_urls() -> list[URLPattern]:
    """What the workbench's script and links lead to."""
    place = "translation/strings/<int:translation_id>/<int:context_id>/"
    return [
        path(f"{place}<int:string_id>/", string_view, name="translation_string"),
        path(f"{place}history/", StringHistoryView.as_view(), name="translation_string_history"),
    ]


@hooks.register("before_edit_page", order=BEFORE_LOCALIZE)
def before_edit_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Opens the workbench in place of the page editor."""
    return open_workbench(request, page)


@hooks.register("before_edit_snippet", order=BEFORE_LOCALIZE)
def before_edit_snippet(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Opens the workbench in place of the library entry's editor."""
    return open_workbench(request, instance)
