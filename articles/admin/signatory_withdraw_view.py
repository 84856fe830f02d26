"""Withdrawing a signature."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from ..models import Signatory


class SignatoryWithdrawView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Asks, then erases the person."""

    template_name = "articles/admin/signatory_withdraw.html"
    page_title = gettext_lazy("Withdraw a signature")
    header_icon = "bin"
    permission_required = "change"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("signatories:index"), "label": _("Signatories")},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the person who is about to be erased."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["signatory"] = self._signatory(kwargs["pk"])
        context["index_url"] = reverse("signatories:index")
        return context

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Erase the person; the letter's count and list follow at once."""
        self._signatory(pk).withdraw()
        messages.success(request, _("The signature has been withdrawn and the person erased."))
        return redirect("signatories:index")

    def _signatory(self, pk: int) -> Signatory:
        return get_object_or_404(Signatory.objects.standing(), pk=pk)
