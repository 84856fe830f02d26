from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import DraftStateMixin, Locale, Page, TranslatableMixin

from cms.core.works import source_of
from cms.translation.admin.addresses import edit_address
from cms.translation.errors import TranslationError
from cms.translation.models import Release
from cms.translation.operations.plan_release import CancelRelease, PlanRelease
from cms.translation.operations.publish_together import PublishTogether
from cms.translation.permissions import may
from cms.translation.releases.holding import OPEN
from cms.translation.releases.summary import MemberSummary, summaries
from cms.translation.releases.work import ReleasedWork

from .form import Part, PlanForm


class ReleaseView(WagtailAdminTemplateMixin, TemplateView):
    """Plans, shows, carries out and cancels the joint publication of a work's languages."""

    template_name = "translation/releases/release.html"
    page_title = gettext_lazy("Publish languages together")
    header_icon = "wagtail-localize-language"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self.row.pk != self.source.pk:
            return redirect("translation_release", self.row._meta.app_label, self.row._meta.model_name, self.source.pk)
        if not any(may(request.user, "change", row) for row in self.work.rows.values()):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def row(self) -> Any:
        """What the address names."""
        try:
            model: Any = apps.get_model(self.kwargs["app_label"], self.kwargs["model_name"])
        except LookupError as error:
            raise Http404 from error
        if not issubclass(model, TranslatableMixin) or not issubclass(model, DraftStateMixin):
            raise Http404
        try:
            row = get_object_or_404(model, pk=unquote(self.kwargs["pk"]))
        except ValueError as error:
            raise Http404 from error
        return row.specific if isinstance(row, Page) else row

    @cached_property
    def source(self) -> Any:
        """The work's original."""
        return source_of(self.row)

    @cached_property
    def work(self) -> ReleasedWork:
        """The work with all its languages."""
        return ReleasedWork(ContentType.objects.get_for_model(type(self.source)), self.source.translation_key)

    @cached_property
    def release(self) -> Release | None:
        """The release that is open, or else the last one."""
        releases = (
            Release.objects.filter(translation_key=self.source.translation_key)
            .select_related("planned_by", "content_type")
            .prefetch_related("members__locale")
        )
        return releases.filter(status__in=OPEN).first() or releases.order_by("-planned_at", "-pk").first()

    @property
    def is_open(self) -> bool:
        """Whether something is planned."""
        return self.release is not None and self.release.status in OPEN

    @cached_property
    def locales(self) -> list[Locale]:
        """Every language of the site, the original's first."""
        return sorted(Locale.objects.all(), key=lambda locale: locale.pk != self.source.locale_id)

    @cached_property
    def publishable(self) -> list[Locale]:
        """The languages in which the user may publish the work."""
        return [locale for locale in self.locales if self.work.may_publish(self.request.user, locale)]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Does what the pressed button says; what keeps it from being done is told."""
        action = request.POST.get("action", "")
        form = PlanForm(request.POST, locales=self.publishable, release=None)
        try:
            if action == "plan":
                if not form.is_valid():
                    return self.render_to_response(self.get_context_data(form=form))
                self._plan(form)
            elif self.release is not None and self.is_open and action == "publish":
                self._publish(self.release)
            elif self.release is not None and self.is_open and action == "cancel":
                CancelRelease(user=request.user, release=self.release).execute()
                messages.success(
                    request, _("The joint publication was cancelled. Languages are published one by one again.")
                )
        except TranslationError as error:
            messages.error(request, str(error))
            if action == "plan":
                return self.render_to_response(self.get_context_data(form=form))
        return redirect(request.path)

    def _plan(self, form: PlanForm) -> None:
        release = PlanRelease(
            user=self.request.user,
            source=self.source,
            together=form.chosen(Part.TOGETHER),
            when_ready=form.chosen(Part.WHEN_READY),
            go_live_at=form.cleaned_data["go_live_at"],
        ).execute()
        messages.success(
            self.request,
            _("The languages of “%(title)s” will be published together, none of them before.")
            % {"title": self.work.title()},
        )
        self.release = release

    def _publish(self, release: Release) -> None:
        PublishTogether(user=self.request.user, release=release).execute()
        messages.success(
            self.request, _("“%(title)s” was published together in its languages.") % {"title": self.work.title()}
        )

    def get_page_subtitle(self) -> str:
        return self.work.title()

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": edit_address(type(self.source), self.source.pk), "label": self.work.title()},
            {"url": "", "label": str(self.page_title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        release = self.release
        form = kwargs.pop("form", None) or PlanForm(locales=self.publishable, release=release if self.is_open else None)
        told: list[MemberSummary] = []
        if release is not None:
            told = summaries(release, self.work, self.request.user)
        may_all = bool(told) and all(summary.member.locale in self.publishable for summary in told)
        together = [summary for summary in told if summary.is_together]
        return super().get_context_data(
            form=form,
            release=release,
            is_open=self.is_open,
            members=told,
            publishes=self.is_open and all(summary.member.locale in self.publishable for summary in together),
            cancels=self.is_open and release is not None and (may_all or release.planned_by_id == self.request.user.pk),
            plans=bool(self.publishable) and (may_all or not self.is_open),
            ready=all(not summary.obstacle for summary in together),
            media=form.media,
            **kwargs,
        )


def release_address(row: Any) -> str:
    """Where the publication of the row's work is planned."""
    meta = type(row)._meta if not isinstance(row, Page) else row.specific_class._meta
    return reverse("translation_release", args=[meta.app_label, meta.model_name, row.pk])
