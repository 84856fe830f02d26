"""Reports > Joint publications."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, StatusTagColumn, TitleColumn, UserColumn
from wagtail.admin.views.reports import ReportView

from cms.translation.models import Release, ReleaseMember, Target

STATUSES = [(status.value, status.label) for status in Release.Status]


class ReleaseFilterSet(WagtailFilterSet):
    """By what has become of it."""

    status: Any = django_filters.ChoiceFilter(label=gettext_lazy("Status"), choices=STATUSES)

    class Meta:
        model = Release
        fields: ClassVar[list[str]] = ["status"]


class OpenReleasesView(ReportView):
    """Everything that was planned, the latest first."""

    model = Release
    permission_policy = None
    page_title = gettext_lazy("Joint publications")
    index_url_name = "translation_releases"
    index_results_url_name = "translation_releases_results"
    header_icon = "wagtail-localize-language"
    filterset_class = ReleaseFilterSet
    default_ordering = "-planned_at"
    no_results_message = gettext_lazy("No languages are published together.")
    _show_breadcrumbs = True

    @cached_property
    def columns(self) -> list[BaseColumn]:
        """What is shown of each."""
        return [
            TitleColumn("title", label=_("Title"), accessor="title", get_url=_address),
            Column("together", label=_("Together"), accessor="together"),
            Column("when_ready", label=_("When ready"), accessor="when_ready"),
            StatusTagColumn("status", label=_("Status"), accessor="get_status_display", primary=_is_out),
            DateColumn("go_live_at", label=_("Publish on")),
            UserColumn("planned_by", label=_("Planned by")),
        ]

    def get_queryset(self) -> QuerySet[Release]:
        """The rows with what is shown of them; unlike other reports for everybody who sees the works anyway."""
        return (
            Release.objects.select_related("planned_by__wagtail_userprofile", "content_type")
            .prefetch_related("members__locale")
            .order_by(self.default_ordering)
        )

    def decorate_paginated_queryset(self, object_list: Any) -> list[Any]:
        """Adds titles (one query) and languages."""
        releases: list[Any] = list(object_list)
        works = {
            key: (title, pk)
            for key, title, pk in Target.objects.filter(
                translation_key__in=[release.translation_key for release in releases]
            ).values_list("translation_key", "title", "source_pk")
        }
        for release in releases:
            release.title, release.source_pk = works.get(release.translation_key, (_("deleted"), None))
            release.together = _languages(release, ReleaseMember.When.TOGETHER)
            release.when_ready = _languages(release, ReleaseMember.When.WHEN_READY)
        return releases


def _languages(release: Release, when: str) -> str:
    return ", ".join(member.locale.get_display_name() for member in release.members.all() if member.when == when)


def _address(release: Any) -> str | None:
    if release.source_pk is None:
        return None
    content_type = release.content_type
    return reverse("translation_release", args=[content_type.app_label, content_type.model, release.source_pk])


def _is_out(release: Release) -> bool:
    return release.status == Release.Status.RELEASED
