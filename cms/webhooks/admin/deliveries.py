"""The delivery log: what was sent to whom, and what came of it."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from ..models import Delivery, WebhookEndpoint
from ..origin import public_origin
from ..payloads import body_of
from ..queueing import queue_again
from .filters import DeliveryFilterSet
from .states import moment

SHOWN_ATTEMPTS = 50
RELOAD_AFTER = 2
"""Seconds after which the page of a message that is about to be sent looks again."""
RELOAD_FOR = 60


def _is_delivered(delivery: Delivery) -> bool:
    return delivery.status == Delivery.Status.DELIVERED


def _next_attempt(delivery: Delivery) -> str:
    return moment(delivery.due_at) if delivery.due_at else ""


def log_columns() -> list[BaseColumn]:
    """The columns of the log but for the endpoint."""
    return [
        TitleColumn("message", label=_("Message"), accessor=str, url_name="webhook_deliveries:inspect"),
        Column("what", label=_("What"), accessor="subject"),
        StatusTagColumn("status", label=_("Status"), accessor="get_status_display", primary=_is_delivered),
        Column("attempts", label=_("Attempts")),
        Column("last_status", label=_("Last answer"), accessor="outcome"),
        DateColumn("created_at", label=_("Noted")),
        Column("due_at", label=_("Next attempt"), accessor=_next_attempt),
    ]


class DeliveryIndexView(IndexView):
    """All messages, the latest first."""

    def get_base_queryset(self) -> QuerySet[Delivery]:
        """Return the rows with all that the columns show."""
        return Delivery.objects.select_related("endpoint", "change")

    @cached_property
    def columns(self) -> list[BaseColumn]:
        """What is shown of each."""
        title, *others = log_columns()
        return [title, Column("endpoint", label=_("Endpoint")), *others]


class DeliveryInspectView(InspectView):
    """One message with every attempt."""

    template_name = "webhooks/admin/delivery.html"
    page_title = gettext_lazy("Delivery")

    def get_object(self, queryset: Any = None) -> Delivery:
        """Return the row with its change."""
        return get_object_or_404(Delivery.objects.select_related("endpoint", "change"), pk=self.pk)

    def get_fields(self) -> list[str]:
        """Leave it to the template."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the message as it is sent, and the attempts."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        body = json.loads(body_of(self.object, public_origin()))
        return {
            **context,
            "delivery": self.object,
            "body": json.dumps(body, indent=2, ensure_ascii=False),
            "attempts": list(self.object.log.all()[:SHOWN_ATTEMPTS]),
            "may_change": self.user_has_permission("change"),
            "is_about_to_be_sent": self._is_about_to_be_sent(),
        }

    def render_to_response(self, context: dict[str, Any], **response_kwargs: Any) -> HttpResponse:
        """Have the browser look again while the first answer is awaited."""
        response: HttpResponse = super().render_to_response(context, **response_kwargs)
        if context["is_about_to_be_sent"]:
            response["Refresh"] = str(RELOAD_AFTER)
        return response

    def _is_about_to_be_sent(self) -> bool:
        delivery = self.object
        if delivery.status != Delivery.Status.PENDING or delivery.attempts or delivery.due_at is None:
            return False
        return bool(0 <= (timezone.now() - delivery.due_at).total_seconds() < RELOAD_FOR)


class ResendView(PermissionCheckedMixin, View):
    """Has one message sent again."""

    model = WebhookEndpoint
    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Queue it and lead back to it."""
        delivery = get_object_or_404(Delivery.objects.select_related("endpoint"), pk=pk)
        queue_again(delivery)
        log(instance=delivery.endpoint, action="webhooks.resend")
        messages.success(request, _("The message is sent again."))
        return redirect(reverse("webhook_deliveries:inspect", args=[delivery.pk]))


class DeliveryViewSet(ModelViewSet):
    """The log: read, and sent again from. Rows come and go by themselves."""

    model = Delivery
    name = "webhook_deliveries"
    url_prefix = "webhooks/deliveries"
    icon = "history"
    menu_label = gettext_lazy("Delivery log")
    index_view_class = DeliveryIndexView
    inspect_view_class = DeliveryInspectView
    inspect_view_enabled = True
    copy_view_enabled = False
    add_to_reference_index = False
    filterset_class = DeliveryFilterSet
    list_per_page = 50
    form_fields: ClassVar[list[str]] = []

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Leave out what nobody does to a log."""
        common: dict[str, Any] = super().get_common_view_kwargs(**kwargs)
        never = ("add_url_name", "edit_url_name", "delete_url_name", "history_url_name", "usage_url_name")
        return {name: value for name, value in common.items() if name not in never}

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Add the filters."""
        return super().get_index_view_kwargs(filterset_class=self.filterset_class, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        """The list, its results, one message, and sending it again."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("inspect/<int:pk>/", self.inspect_view, name="inspect"),
            path("resend/<int:pk>/", ResendView.as_view(), name="resend"),
        ]

    def register_admin_url_finder(self) -> None:
        """A row of the log is not edited."""

    def register_permissions(self) -> None:
        """Those for endpoints count."""
