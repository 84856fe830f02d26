"""One job: how far it is, what became of each item, and what can be done about it."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.reports import ReportView

from cms.translation.admin.addresses import edit_address
from cms.translation.models import Job, JobItem, Target

from ..access import jobs_of
from ..kinds import KINDS
from ..leases import OVER, cancel
from ..options import JobOptions
from ..ordering import order_again
from ..progress import Progress, progress_of
from .summary import summary

RELOAD_AFTER = 5
"""Seconds after which a browser without JavaScript looks again."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take for the beginning of a formula."""


class JobItemFilterSet(WagtailFilterSet):
    """By what became of an item."""

    status: Any = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Status"), choices=JobItem.Status.choices, widget=CheckboxSelectMultiple
    )

    class Meta:
        model = JobItem
        fields: ClassVar[list[str]] = ["status"]


class JobView(ReportView):
    """The job's page. The list of items can be filtered and exported."""

    model = JobItem
    permission_policy = None
    index_url_name = "translation_job"
    index_results_url_name = "translation_job_results"
    template_name = "translation/jobs/job.html"
    header_icon = "tasks"
    verbose_name_plural = gettext_lazy("works")
    filterset_class = JobItemFilterSet
    default_ordering = "position"
    is_searchable = True
    search_fields: ClassVar[list[str]] = ["title"]
    search_backend_name = None
    list_export: ClassVar[list[str]] = ["title", "type_name", "language", "status_name", "message"]
    no_results_message = gettext_lazy("No works.")
    _show_breadcrumbs = True

    @cached_property
    def job(self) -> Job:
        """The job, for those who may see it."""
        return _job_of(self.request, self.kwargs["pk"])

    @cached_property
    def columns(self) -> list[BaseColumn]:
        """What is shown of each item."""
        columns: list[BaseColumn] = [
            TitleColumn("title", label=_("Work"), get_url=lambda item: item.address),
            Column("type", label=_("Type"), accessor="type_name"),
        ]
        if KINDS[self.job.kind].per_locale:
            columns.append(Column("locale", label=_("Language"), accessor="language"))
        return [
            *columns,
            StatusTagColumn("status", label=_("Status"), accessor="get_status_display", primary=_is_done),
            Column("message", label=_("Message"), accessor="message"),
        ]

    def get_page_title(self) -> str:
        """What is done."""
        return capfirst(self.job.get_kind_display())

    def get_page_subtitle(self) -> str:
        """To what."""
        return str(self.job.options.get("selection", ""))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list."""
        *rest, this = super().get_breadcrumbs_items()
        return [*rest, {"url": reverse("translation_jobs"), "label": _("Translation jobs")}, this]

    def get_index_url(self) -> str:
        """This page."""
        return reverse(self.index_url_name, args=[self.job.pk])

    def get_index_results_url(self) -> str:
        """The list alone."""
        return reverse(self.index_results_url_name, args=[self.job.pk])

    def get_filename(self) -> str:
        """Of an export."""
        return f"translation-job-{self.job.pk}"

    def get_base_queryset(self) -> QuerySet[JobItem]:
        """The items with all that the columns show."""
        return self.job.items.select_related("content_type", "locale").order_by("position")

    def get_queryset(self) -> QuerySet[JobItem]:
        """In the order in which they are dealt with, narrowed by a search."""
        return self.search_queryset(self.get_base_queryset())  # type: ignore[no-any-return]  # Wagtail has no types

    def decorate_paginated_queryset(self, object_list: Any) -> list[JobItem]:
        """Add what is shown of each, and where the works are in the admin: one query."""
        items = list(object_list)
        for item in items:
            _describe(item)
        if not self.is_export:
            self._add_addresses(items)
        return items

    def _add_addresses(self, items: list[Any]) -> None:
        places: dict[tuple[Any, int | None], str] = {}
        keys = {item.translation_key for item in items}
        for target in Target.objects.filter(translation_key__in=keys).select_related("content_type"):
            model = target.content_type.model_class()
            if model is None:
                continue
            places[(target.translation_key, None)] = edit_address(model, target.source_pk)
            if target.row_pk is not None:
                places[(target.translation_key, target.locale_id)] = edit_address(model, target.row_pk)
        for item in items:
            key = item.translation_key
            item.address = places.get((key, item.locale_id)) or places.get((key, None))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the job, and how far it is."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        job = self.job
        return (
            context
            | _standing(job)
            | {
                "lines": summary(Job.Kind(job.kind), JobOptions.from_json(job.options)),
                "repeats": job.options.get("repeats"),
                "reload_after": RELOAD_AFTER,
            }
        )

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> Any:
        """Name the columns now: the file is written when the language of the request is no longer active."""
        self.export_headings = {
            "title": _("Work"),
            "type_name": _("Type"),
            "language": _("Language"),
            "status_name": _("Status"),
            "message": _("Message"),
        }
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def to_row_dict(self, item: JobItem) -> dict[str, Any]:
        """What is exported of an item; nothing that a spreadsheet would take for a formula."""
        row: dict[str, Any] = super().to_row_dict(item)
        return {name: f"'{value}" if str(value).startswith(FORMULA) else value for name, value in row.items()}


class JobProgressView(View):
    """The part of the page that changes, for the script that looks again."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The progress as a piece of HTML."""
        response = render(request, "translation/jobs/includes/progress.html", _standing(_job_of(request, pk)))
        response["Cache-Control"] = "no-store"
        return response


class CancelJobView(View):
    """Ends a job after the item that is being dealt with."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """End it, and lead back to it."""
        job = get_object_or_404(jobs_of(request.user), pk=pk)
        if cancel(job, request.user):
            messages.success(request, _("The job ends. What has been done stays done."))
        else:
            messages.warning(request, _("The job was over already."))
        return redirect("translation_job", pk=job.pk)


class RepeatJobView(View):
    """Orders once more what did not succeed, as a new job."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Order it, and lead to the new job."""
        job = get_object_or_404(jobs_of(request.user).filter(status__in=OVER), pk=pk)
        again = order_again(job, request.user)
        messages.success(request, _("What did not succeed has been ordered again."))
        return redirect("translation_job", pk=again.pk)


def _job_of(request: HttpRequest, pk: int) -> Job:
    people = ("user__wagtail_userprofile", "cancelled_by__wagtail_userprofile")
    return get_object_or_404(jobs_of(request.user).select_related(*people), pk=pk)


def _is_done(item: JobItem) -> bool:
    return item.status == JobItem.Status.DONE


def _standing(job: Job) -> dict[str, Any]:
    progress: Progress = progress_of(job)
    is_over = job.status in OVER
    return {
        "job": job,
        "progress": progress,
        "is_over": is_over,
        "is_ending": job.cancelled_by_id is not None and not is_over,
        "left_over": progress.unsuccessful + progress.waiting if is_over else 0,
    }


def _describe(item: Any) -> None:
    model = item.content_type.model_class()
    item.type_name = capfirst(str(model._meta.verbose_name)) if model is not None else item.content_type.model
    item.status_name = str(item.get_status_display())
    item.language = item.locale.get_display_name() if item.locale is not None else ""
