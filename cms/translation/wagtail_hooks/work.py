"""Assigning, comments, the inbox, and the settings of e-mails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import TranslatableMixin

from cms.translation.models import Target
from cms.translation.operations.assign import ASSIGNED, UNASSIGNED
from cms.translation.work.admin.assign_view import AssignView
from cms.translation.work.admin.comments_view import CommentsView
from cms.translation.work.admin.inbox_view import InboxView
from cms.translation.work.panel import InboxPanel
from cms.translation.work.settings_panel import TranslationMailsPanel


@hooks.register("register_admin_urls")
def work_urls() -> list[URLPattern]:
    """The inbox, assigning and comments."""
    return [
        path("translations/inbox/", InboxView.as_view(), name="translation_inbox"),
        path("translations/<int:pk>/assign/", AssignView.as_view(), name="translation_assign"),
        path("translations/<int:pk>/comments/", CommentsView.as_view(), name="translation_comments"),
    ]


@hooks.register("construct_homepage_panels")
def inbox_panel(request: HttpRequest, panels: list[Any]) -> None:
    """What waits for the user, on the home page."""
    panels.append(InboxPanel())


@hooks.register("register_account_settings_panel")
def mails_panel(request: HttpRequest, user: Any, profile: Any) -> TranslationMailsPanel:
    """When e-mails come."""
    return TranslationMailsPanel(request, user, profile)


def _target_of(row: Any) -> Target | None:
    """What is known of the row as a translation; None where it is a source."""
    if not isinstance(row, TranslatableMixin):
        return None
    return (
        Target.objects.filter(translation_key=row.translation_key, locale_id=row.locale_id)
        .select_related("assignment__translator")
        .annotate(open_threads=Count("comments", filter=Q(comments__thread=None, comments__resolved_at=None)))
        .first()
    )


def _comments_button(target: Any) -> Button:
    label = _("Comments")
    if target.open_threads:
        label = ngettext("%(count)d open comment", "%(count)d open comments", target.open_threads) % {
            "count": target.open_threads
        }
    return Button(label, url=reverse("translation_comments", args=[target.pk]), icon_name="comment", priority=51)


def _assign_button(target: Target, next_url: str | None) -> Button:
    assignment = getattr(target, "assignment", None)
    label = _("Assign translation")
    if assignment is not None:
        label = _("Assigned to %(person)s") % {"person": get_user_display_name(assignment.translator)}
    after = f"?next={quote(next_url)}" if next_url else ""
    return Button(label, url=reverse("translation_assign", args=[target.pk]) + after, icon_name="user", priority=50)


@hooks.register("register_translation_editor_buttons")
def editor_buttons(row: Any, user: Any) -> Iterator[Button]:
    """In the workbench, which shows by itself who translates."""
    target = _target_of(row)
    if target is not None:
        yield _comments_button(target)


@hooks.register("register_page_header_buttons")
def page_header_buttons(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """In the menu of a translated page's place in the tree."""
    target = _target_of(page) if page.permissions_for_user(user).can_edit() else None
    if target is not None:
        yield _assign_button(target, next_url)
        yield _comments_button(target)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """How assignments stand in the history of a page or library entry."""

    @actions.register_action(ASSIGNED)
    class AssignedFormatter(LogFormatter):
        label = gettext_lazy("Assign translation")

        def format_message(self, log_entry: Any) -> str:
            return _("Assigned the translation to %(person)s") % {"person": log_entry.data.get("translator", "")}

    @actions.register_action(UNASSIGNED)
    class UnassignedFormatter(LogFormatter):
        label = gettext_lazy("Take translation back")

        def format_message(self, log_entry: Any) -> str:
            return _("Took the translation from %(person)s") % {"person": log_entry.data.get("translator", "")}
