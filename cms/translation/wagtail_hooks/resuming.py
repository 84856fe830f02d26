"""Taking up a translation that was stopped, from the editor of the target that is written by hand meanwhile."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem as PageActionMenuItem
from wagtail.models import Page, TranslatableMixin
from wagtail.snippets.action_menu import ActionMenuItem as SnippetActionMenuItem
from wagtail_localize.models import Translation

from cms.translation.admin.resume_view import ResumeView

RESTART = "localize-restart-translation"
"""What wagtail-localize calls its button. It throws away what was just written into the form around it."""

FIRST = -10
"""Before wagtail-localize's own hooks."""


class _ResumeMixin:
    """A link, so that the browser warns of what is not saved."""

    label = gettext_lazy("Translate string by string again")
    name = "translation-resume"
    icon_name = "rotate"

    def is_shown(self, context: Any) -> bool:
        return bool(context["view"] == "edit" and self.get_url(context))

    def get_url(self, parent_context: Any) -> str | None:
        row = parent_context.get("page") or parent_context.get("instance")
        return _address(row) if row is not None else None


class ResumePageItem(_ResumeMixin, PageActionMenuItem):
    """In the editor of pages."""


class ResumeSnippetItem(_ResumeMixin, SnippetActionMenuItem):
    """In the editor of library entries."""


@hooks.register("register_admin_urls")
def resume_urls() -> list[URLPattern]:
    """Where it is asked for."""
    return [path("translation/resume/<int:pk>/", ResumeView.as_view(), name="translation_resume")]


@hooks.register("construct_page_action_menu")
def replace_page_item(menu_items: list[Any], request: HttpRequest, context: Any) -> None:
    """Ours stands where wagtail-localize's button stood."""
    menu_items[:] = [ResumePageItem() if item.name == RESTART else item for item in menu_items]


@hooks.register("construct_snippet_action_menu")
def replace_snippet_item(menu_items: list[Any], request: HttpRequest, context: Any) -> None:
    """Ours stands where wagtail-localize's button stood."""
    menu_items[:] = [ResumeSnippetItem() if item.name == RESTART else item for item in menu_items]


@hooks.register("before_edit_page", order=FIRST)
def before_edit_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Whoever posts wagtail-localize's button is asked first."""
    return _ask_first(request, page)


@hooks.register("before_edit_snippet", order=FIRST)
def before_edit_snippet(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Whoever posts wagtail-localize's button is asked first."""
    return _ask_first(request, instance)


def _ask_first(request: HttpRequest, row: Any) -> HttpResponse | None:
    if request.method != "POST" or RESTART not in request.POST or not isinstance(row, TranslatableMixin):
        return None
    address = _address(row)
    return redirect(address) if address else None


def _address(row: Any) -> str | None:
    if not isinstance(row, TranslatableMixin):
        return None
    stopped = Translation.objects.filter(
        source__object_id=row.translation_key, target_locale_id=row.locale_id, enabled=False
    )
    pk = stopped.exclude(source__locale_id=row.locale_id).values_list("pk", flat=True).first()
    return reverse("translation_resume", args=[pk]) if pk is not None else None
