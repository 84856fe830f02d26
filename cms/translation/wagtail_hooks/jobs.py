"""Ordering jobs from lists, sections and the matrix; the pages of jobs; who may oversee them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from cms.translation.jobs.access import OVERSEE
from cms.translation.jobs.admin.bulk_actions import TranslateEntries, TranslatePages
from cms.translation.jobs.admin.job_view import CancelJobView, JobProgressView, JobView, RepeatJobView
from cms.translation.jobs.admin.jobs_view import JobsView
from cms.translation.jobs.admin.order_view import OrderView
from cms.translation.jobs.kinds import may_order_any

hooks.register("register_bulk_action", TranslatePages)
hooks.register("register_bulk_action", TranslateEntries)


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """Ordering, the list of jobs, and each job."""
    jobs = "reports/translation-jobs/"
    one = f"{jobs}<int:pk>/"
    return [
        path(jobs, JobsView.as_view(), name="translation_jobs"),
        path(f"{jobs}results/", JobsView.as_view(results_only=True), name="translation_jobs_results"),
        path(f"{jobs}order/", OrderView.as_view(), name="translation_job_order"),
        path(one, JobView.as_view(), name="translation_job"),
        path(f"{one}results/", JobView.as_view(results_only=True), name="translation_job_results"),
        path(f"{one}progress/", JobProgressView.as_view(), name="translation_job_progress"),
        path(f"{one}cancel/", CancelJobView.as_view(), name="translation_job_cancel"),
        path(f"{one}repeat/", RepeatJobView.as_view(), name="translation_job_repeat"),
    ]


class JobsMenuItem(MenuItem):
    """Shown to those who may order jobs."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_order_any(request.user)


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """The list's place in the menu."""
    return JobsMenuItem(
        gettext_lazy("Translation jobs"),
        reverse("translation_jobs"),
        name="translation-jobs",
        icon_name="tasks",
        order=920,
    )


@hooks.register("register_page_header_buttons")
def section_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """“Translate section…” in a page's menu."""
    yield from _section_buttons(page, user, next_url)


@hooks.register("register_page_listing_more_buttons")
def listed_section_button(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """The same beside a page in a list."""
    yield from _section_buttons(page, user, next_url)


def _section_buttons(page: Page, user: Any, next_url: str | None) -> Iterator[Button]:
    if page.depth > 1 and page.numchild and may_order_any(user):
        query = {"section": page.pk} | ({"next": next_url} if next_url else {})
        yield Button(
            _("Translate section…"),
            f"{reverse('translation_job_order')}?{urlencode(query)}",
            icon_name="wagtail-localize-language",
            priority=61,
        )


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """The permission that groups can be given."""
    app_label, _dot, codename = OVERSEE.partition(".")
    return Permission.objects.filter(content_type__app_label=app_label, codename=codename)
