"""Reports > Translation jobs."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, StatusTagColumn, TitleColumn, UserColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import Button

from cms.translation.models import Job

from ..access import jobs_of, oversees
from ..progress import progress_of_all
from ..selections import WholeLibrary


class JobFilterSet(WagtailFilterSet):
    """By operation and status."""

    kind: Any = django_filters.ChoiceFilter(label=gettext_lazy("Operation"), choices=Job.Kind.choices)
    status: Any = django_filters.ChoiceFilter(label=gettext_lazy("Status"), choices=Job.Status.choices)

    class Meta:
        model = Job
        fields: ClassVar[list[str]] = ["kind", "status"]


class JobsView(ReportView):
    """The user's jobs, the latest first; all of them for those who oversee."""

    model = Job
    permission_policy = None
    page_title = gettext_lazy("Translation jobs")
    index_url_name = "translation_jobs"
    index_results_url_name = "translation_jobs_results"
    header_icon = "tasks"
    filterset_class = JobFilterSet
    default_ordering = "-created_at"
    no_results_message = gettext_lazy("Nothing has been ordered yet.")
    _show_breadcrumbs = True

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """What can be ordered without choosing anything."""
        library = f"{reverse('translation_job_order')}?{WholeLibrary.name}=1"
        return [
            Button(_("Translate the whole library…"), library, icon_name="wagtail-localize-language", priority=10),
            *super().header_more_buttons,
        ]

    @cached_property
    def columns(self) -> list[BaseColumn]:
        """What is shown of each."""
        columns: list[BaseColumn] = [
            TitleColumn("kind", label=_("Operation"), accessor="name", get_url=_address),
            Column("selection", label=_("What"), accessor="selection"),
            StatusTagColumn("status", label=_("Status"), accessor="get_status_display", primary=_is_done),
            Column("progress", label=_("Done"), accessor="told"),
            Column("unsuccessful", label=_("Refused or failed"), accessor="unsuccessful"),
            DateColumn("created_at", label=_("Ordered")),
        ]
        if oversees(self.request.user):
            columns.append(UserColumn("user", label=_("Person")))
        return columns

    def get_queryset(self) -> QuerySet[Job]:
        """The rows with the people."""
        return jobs_of(self.request.user).select_related("user", "user__wagtail_userprofile")

    def decorate_paginated_queryset(self, object_list: Any) -> list[Job]:
        """Add how far each is: one query."""
        jobs: list[Any] = list(object_list)
        progress = progress_of_all(jobs)
        for job in jobs:
            counts = progress[job.pk]
            job.name = capfirst(job.get_kind_display())
            job.selection = job.options.get("selection", "")
            job.told = _("%(over)s of %(total)s") % {"over": counts.over, "total": counts.total}
            job.unsuccessful = counts.unsuccessful or ""
        return jobs


def _address(job: Job) -> str:
    return reverse("translation_job", args=[job.pk])


def _is_done(job: Job) -> bool:
    return job.status == Job.Status.DONE
