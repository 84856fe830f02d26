"""What becomes of translations when something happens to their source: the question, and who is told of it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from cms.translation.following.affected import Happening
from cms.translation.following.asking import question_of_this_request, reports_of_this_request
from cms.translation.following.telling import PERMISSION, tell_question, tell_reports
from cms.translation.following.views import FollowListView, FollowView
from cms.translation.models import FollowQuestion


@hooks.register("register_admin_urls")
def following_urls() -> list[URLPattern]:
    """The questions."""
    return [
        path("translations/follow/", FollowListView.as_view(), name="translation_follow_list"),
        path("translations/follow/<int:pk>/", FollowView.as_view(), name="translation_follow"),
    ]


@hooks.register("register_permissions")
def following_permissions() -> QuerySet[Permission]:
    """Makes it known to the form of groups."""
    return Permission.objects.filter(content_type__app_label="translation", codename="change_followquestion")


class QuestionsMenuItem(MenuItem):
    """Shown to who may decide."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether they may."""
        return request.user.has_perm(PERMISSION)


@hooks.register("register_reports_menu_item")
def following_menu_item() -> MenuItem:
    """The list of questions."""
    return QuestionsMenuItem(
        gettext_lazy("Translations of changed originals"),
        reverse("translation_follow_list"),
        name="translation-follow",
        icon_name="wagtail-localize-language",
        order=1010,
    )


@hooks.register("construct_homepage_panels")
def remind(request: HttpRequest, panels: list[Any]) -> None:
    """Says on the home page of the admin that something is left to decide."""
    from cms.translation.following.home_panel import QuestionsPanel

    if request.user.has_perm(PERMISSION) and FollowQuestion.objects.exists():
        panels.append(QuestionsPanel())


def _ask(request: HttpRequest, happening: str, next_url: str) -> HttpResponse | None:
    """Tells what followed, and leads to the question where something is left to decide."""
    tell_reports(request, reports_of_this_request())
    question = question_of_this_request(happening)
    if question is None:
        return None
    if not request.user.has_perm(PERMISSION):
        tell_question(request, question)
        return None
    return redirect(f"{reverse('translation_follow', args=[question.pk])}?{urlencode({'next': next_url})}")


def _explorer(page: Page) -> str:
    parent = page.get_parent()
    return reverse("wagtailadmin_explore", args=[parent.pk] if parent else [])


@hooks.register("after_move_page")
def after_move_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Asks about the translations."""
    return _ask(request, Happening.MOVED, _explorer(Page.objects.get(pk=page.pk)))


@hooks.register("after_unpublish_page")
def after_unpublish_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Asks about the translations."""
    return _ask(request, Happening.UNPUBLISHED, _explorer(page))


@hooks.register("after_delete_page")
def after_delete_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Asks about the translations."""
    return _ask(request, Happening.DELETED, _explorer(page))


@hooks.register("after_edit_page")
def after_edit_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Asks about the translations of a page whose address has just changed."""
    if request.headers.get("accept") == "application/json":  # the editor saves by itself; it stays where it is
        return None
    return _ask(request, Happening.RENAMED, reverse("wagtailadmin_pages:edit", args=[page.pk]))


@hooks.register("after_unpublish")
def after_unpublish(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Asks about the translations of a library entry."""
    if isinstance(instance, Page):
        return None
    return _ask(request, Happening.UNPUBLISHED, _entries(instance))


@hooks.register("after_delete_snippet")
def after_delete_snippet(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """Asks about the translations of library entries."""
    return _ask(request, Happening.DELETED, _entries(instances[0])) if instances else None


def _entries(instance: Any) -> str:
    viewset = type(instance).snippet_viewset
    return reverse(viewset.get_url_name("list"))


@hooks.register("after_bulk_action")
def after_bulk_action(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> None:
    """Says that something is left to decide; a bulk action leads back to its list."""
    if action_type == "delete" and objects and not isinstance(objects[0], Page):
        return  # the hook for snippets has asked
    tell_reports(request, reports_of_this_request())
    question = question_of_this_request()
    if question is not None:
        tell_question(request, question)
