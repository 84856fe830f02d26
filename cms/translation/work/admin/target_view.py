"""What the pages about one target have in common."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.translation.admin.addresses import next_address, source_address, target_address
from cms.translation.models import Target
from cms.translation.work.allowed import may_assign, may_change_source, may_translate
from cms.translation.work.rows import Rows, rows_of


class TargetView(WagtailAdminTemplateMixin, TemplateView):
    """For those who can write the target or its source, or publish it."""

    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.is_allowed():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def is_allowed(self) -> bool:
        """Whether the user may see the page."""
        user = self.request.user
        return may_assign(user, self.target, self.rows) or may_translate(user, self.target, self.rows)

    @cached_property
    def target(self) -> Target:
        """The target that the address names."""
        related = ("locale", "source_locale", "content_type", "assignment__translator", "assignment__assigned_by")
        return get_object_or_404(Target.objects.select_related(*related), pk=self.kwargs["pk"])

    @cached_property
    def rows(self) -> Rows:
        """Its source's row, and its own."""
        return rows_of(self.target)

    @cached_property
    def address(self) -> str:
        """Where the target is translated; before that, where its source is written."""
        if self.target.row_pk is not None:
            return target_address(self.target)
        return source_address(self.target) if may_change_source(self.request.user, self.target, self.rows) else ""

    @cached_property
    def next(self) -> str:
        """Where the user came from, if the address tells."""
        return next_address(self.request)

    def back(self) -> HttpResponse:
        """To where the user came from."""
        return redirect(self.next or self.address or "wagtailadmin_home")

    def get_page_subtitle(self) -> str:
        return _("“%(title)s” (%(language)s)") % {
            "title": self.target.title,
            "language": self.target.locale.get_display_name(),
        }

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": self.address, "label": f"{self.target.title} ({self.target.locale.get_display_name()})"},
            {"url": "", "label": self.get_page_title()},
        ]
