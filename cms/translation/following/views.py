"""The question what becomes of translations, and the list of those that nobody has answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from cms.translation.admin.addresses import edit_address, next_address
from cms.translation.models import FollowedWork, FollowQuestion
from cms.translation.operations.follow_source import FollowReport, FollowSource

from .affected import Follower, followers, obstacle
from .telling import PERMISSION, tell_reports, title_of
from .wording import what_would_happen

PER_PAGE = 30


@dataclass(frozen=True, slots=True)
class Choice:
    """One target in the form."""

    value: str
    title: str
    address: str
    language: str
    code: str
    live: bool
    effect: str
    obstacle: str
    checked: bool


class AskedMixin(WagtailAdminTemplateMixin):
    """For who may decide about translations."""

    header_icon = "wagtail-localize-language"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in who has the permission."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response


class FollowListView(AskedMixin, TemplateView):
    """Every question that is open."""

    template_name = "translation/following/questions.html"
    page_title = gettext_lazy("Translations of changed originals")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Only this page."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """A page of them, with what happened."""
        questions = FollowQuestion.objects.select_related("user").prefetch_related("works")
        page = Paginator(questions, PER_PAGE).get_page(self.request.GET.get("p"))
        rows = [{"question": question, "title": title_of(question)} for question in page]
        return super().get_context_data(**kwargs) | {"rows": rows, "page_obj": page, "paginator": page.paginator}


class FollowView(AskedMixin, TemplateView):
    """What happened to sources, and which of their targets follow."""

    template_name = "translation/following/question.html"
    page_title = gettext_lazy("Translations follow their original")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the question."""
        self.question = get_object_or_404(FollowQuestion.objects.prefetch_related("works"), pk=kwargs["pk"])
        self.next_url = next_address(request) or reverse("translation_follow_list")
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The list, then this one."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("translation_follow_list"), "label": FollowListView.page_title},
            {"url": "", "label": self.page_title},
        ]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask; a question that has settled itself meanwhile is dropped."""
        if not any(followers(self.question.happening, work) for work in self.question.works.all()):
            self.question.delete()
            messages.success(request, _("Nothing is left to decide: no translation differs from its original."))
            return redirect(self.next_url)
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do what was chosen; what could not be done stays a question, for somebody who may."""
        if request.POST.get("action") != "follow":
            self.question.delete()
            messages.success(request, _("The translations stay as they are."))
            return redirect(self.next_url)
        works: list[FollowedWork] = list(self.question.works.all())
        chosen = set(request.POST.getlist("target"))
        reports = [
            FollowSource(user=request.user, happening=self.question.happening, work=work, targets=chosen).execute()
            for work in works
        ]
        tell_reports(request, reports)
        self._close(works, reports)
        return redirect(self.next_url)

    def _close(self, works: Sequence[FollowedWork], reports: Sequence[FollowReport]) -> None:
        refused = [work.pk for work, report in zip(works, reports, strict=True) if report.left]
        self.question.works.exclude(pk__in=refused).delete()
        if not refused:
            self.question.delete()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The choices by work."""
        self._deletable: set[int] = set()
        works = [(work, self._choices(work)) for work in self.question.works.all()]
        return super().get_context_data(**kwargs) | {
            "question": self.question,
            "heading": title_of(self.question),
            "works": [(work, choices) for work, choices in works if choices],
            "next": self.next_url,
            "possible": any(not choice.obstacle for _work, choices in works for choice in choices),
        }

    def _choices(self, work: FollowedWork) -> list[Choice]:
        return [self._choice(follower) for follower in followers(self.question.happening, work)]

    def _choice(self, follower: Follower) -> Choice:
        row = follower.row
        reason = obstacle(self.question.happening, follower, self.request.user, self._deletable)
        if not reason:
            self._deletable.add(row.pk)
        return Choice(
            value=follower.value,
            title=follower.title,
            address=edit_address(Page if isinstance(row, Page) else type(row), row.pk),
            language=row.locale.get_display_name(),
            code=row.locale.language_code,
            live=bool(getattr(row, "live", True)),
            effect=what_would_happen(self.question.happening, follower),
            obstacle=reason,
            checked=follower.expected and not reason,
        )
